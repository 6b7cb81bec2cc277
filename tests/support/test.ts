import { test as base, expect, type Page } from '@playwright/test';

/**
 * The test of every browser journey: it fails where the page asked another host for anything, or told the console of
 * an error.
 */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const foreign: string[] = [];
      const errors: string[] = [];
      page.context().on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) foreign.push(url);
      });
      // Of every tab of the browser, not only of the first.
      page.context().on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.context().on('weberror', (error) => errors.push(error.error().message));
      await use();
      expect(foreign, 'requests to another host').toEqual([]);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export type { Page };

// Part of `npm run bench`: from the last key to the first results, warm on a slowed processor and cold on a slow line.
import { chromium, type Browser, type Page } from '@playwright/test';
import { searchQuestions } from '../tests/support/search-questions.ts';

const SLOWDOWN = 4;
const SLOW_LINE = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
  offline: false,
};
const FOCUS_BEFORE_MS = 2000;
const COLD_RUNS = 5;

/** Types a query as one goes and gives the time from the last key to its results, in milliseconds. */
async function search(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('[data-search-input]') as HTMLInputElement;
    const count = document.querySelector('[data-count]') as HTMLElement;
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (!count.textContent.includes(`«${text}»`)) await new Promise((resolve) => setTimeout(resolve, 2));
    return performance.now() - start;
  }, query);
}

/** Gives the times of all questions with the index warm, and of the very first search on a slow line. */
export async function measureSearch(browser: Browser, baseURL: string): Promise<{ warm: number[]; cold: number[] }> {
  const page = await browser.newPage({ baseURL });
  await page.goto('/buscar/');
  await search(page, 'circular');
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const warm: number[] = [];
  // Twice: what is measured is the second round, with the index and the pieces of text at hand.
  for (const round of [1, 2]) {
    for (const { query } of searchQuestions) {
      const time = await search(page, query);
      if (round === 2) warm.push(time);
    }
  }
  await page.close();

  const cold: number[] = [];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const context = await browser.newContext({ baseURL });
    const first = await context.newPage();
    await (await context.newCDPSession(first)).send('Network.emulateNetworkConditions', SLOW_LINE);
    await first.goto('/buscar/');
    await first.waitForTimeout(FOCUS_BEFORE_MS);
    cold.push(
      await search(first, ['organigrama', 'tramite', 'presupuesto', 'comite', 'accesibilidad'][run] ?? 'circular'),
    );
    await context.close();
  }
  return { warm, cold };
}

export const openBrowser = (path: string | undefined): Promise<Browser> =>
  chromium.launch({ ...(path && { executablePath: path }), args: ['--no-sandbox'] });

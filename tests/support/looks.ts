import AxeBuilder from '@axe-core/playwright';
import type { Page } from './test.ts';

/**
 * Every rule of axe, none off; of what it finds, only what is wrong. Axe runs within the page: the site has no frames, for
 * which alone it would open a page of its own each time.
 */
async function violations(page: Page, at: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${at}: ${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

/** The widths at which the page scrolls sideways, from 1440 down to 320 px. */
export async function sideways(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (let width = 1440; width >= 320; width -= 40) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) wide.push(`at ${width} px it scrolls ${overflow} px sideways`);
  }
  return wide;
}

/**
 * Looks at a page as it stands, in one visit: every rule of axe on a wide dark screen, the widths between, every rule on a
 * narrow light one. Colours do not depend on the width, nor the layout on the colours. Gives all that is wrong.
 */
export async function faultsOfLooks(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 900 });
  const wide = await violations(page, 'dark, 1280 px');
  const between = await sideways(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...wide, ...between, ...(await violations(page, 'light, 320 px'))];
}

// What does not come is left in the console by the browser itself, so these tests do not watch the console.
import { expect, test, type Page } from '@playwright/test';
import { ID } from '../support/assessment.ts';
import { readingPages, toolPages } from '../support/page-types.ts';
import { failures, withhold, type Failure } from '../support/withhold.ts';

const TOOLS = [...toolPages.map((path) => `/autoevaluacion/${path}`), '/buscar/'];
const note = (page: Page) => page.locator('.not-started');
const words = (path: string) =>
  path === '/buscar/' ? 'La búsqueda todavía no funciona' : 'Esta página todavía no funciona';

/** What of a tool takes a press or a key. The search is no tool: its form goes to the address, with or without script. */
function usableControls(page: Page): Promise<string[]> {
  return page
    .locator('main :is(input, select, textarea, button):not([role="search"] *)')
    .evaluateAll((controls) =>
      controls
        .filter((each) => !each.matches(':disabled') && each.checkVisibility({ visibilityProperty: true }))
        .map((each) => each.outerHTML),
    );
}

/** Opens each tool page in a tab of its own, at the same time: each waits for itself. */
async function inEachPage(
  page: Page,
  prepare: (tab: Page) => Promise<void>,
  look: (tab: Page, path: string) => Promise<void>,
) {
  await Promise.all(
    TOOLS.map(async (path) => {
      const tab = await page.context().newPage();
      await prepare(tab);
      await tab.goto(path);
      await look(tab, path);
      await tab.close();
    }),
  );
}

for (const how of Object.keys(failures) as Failure[]) {
  test(`each tool page whose scripts do not come says so, with the reason, the data and what to do (${how})`, async ({
    page,
  }) => {
    await inEachPage(
      page,
      async (tab) => void (await tab.route(how === 'offline' ? /\.js$/ : /\/_astro\/[^/]*\.js$/, failures[how])),
      async (tab, path) => {
        await expect(note(tab), path).toHaveCount(1);
        await expect(note(tab), path).toBeVisible();
        await expect(note(tab), path).toContainText(words(path));
        await expect(note(tab), path).toContainText(
          'puede ser un filtro de su red o que el sitio se acabe de actualizar',
        );
        await expect(note(tab), path).toContainText('vuelva a cargar la página');
        if (path !== '/buscar/') {
          await expect(note(tab), path).toContainText('Lo que tenga guardado en este navegador no cambió.');
          await expect(note(tab).getByRole('link', { name: 'cuestionarios en blanco' }), path).toBeVisible();
        }
        await expect(tab.locator('body noscript').first(), path).toBeHidden();
        expect(await usableControls(tab), path).toEqual([]);
        await tab.emulateMedia({ media: 'print' });
        await expect(note(tab), path).toBeHidden();
      },
    );
  });
}

test('so does one of whose scripts only a piece is missing, and one that wants less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { asked } = await withhold(page, 'autoevaluacion');
  await page.goto(`/autoevaluacion/informacion/?id=${ID}`);
  await expect(note(page)).toBeHidden();
  await expect(page.locator('[data-preparing]')).toBeVisible();
  await expect(note(page)).toBeVisible();
  await expect(page.locator('[data-preparing]')).toBeHidden();
  expect(asked()).toBeGreaterThan(0);
});

test('a page that works says nothing of it, nor does one that is read', async ({ page }) => {
  await inEachPage(
    page,
    () => Promise.resolve(),
    async (tab, path) => {
      await tab.waitForFunction(() => document.querySelector(':not(:defined)') === null);
      await expect(note(tab), path).toHaveCSS('display', 'none');
    },
  );
  for (const path of readingPages.filter((each) => !each.startsWith('/buscar/'))) {
    await page.goto(path);
    await expect(note(page), path).toHaveCount(0);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a page has its own words for that, and not these', async ({ page }) => {
    for (const path of TOOLS) {
      await page.goto(path);
      await expect(note(page), path).toHaveCSS('display', 'none');
      await expect(page.locator('noscript .notice').first(), path).toBeVisible();
    }
  });
});

test('the blank questionnaire prints whole and dark where its program does not come', async ({ page }) => {
  await page.route(/\/_astro\/[^/]*\.js$/, failures.gone);
  await page.goto('/autoevaluacion/democracia/?en-blanco');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-preparing]')).toBeHidden();
  await expect(page.locator('gel-questionnaire form')).toHaveCSS('opacity', '1');
  await expect(page.locator('#dem-13')).toBeVisible();
});

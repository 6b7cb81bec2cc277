import { evaluated, ID, store } from '../support/assessment.ts';
import { readingPages, toolPages } from '../support/page-types.ts';
import { states } from '../support/states.ts';
import { expect, test } from '../support/test.ts';

const half = Math.ceil(readingPages.length / 2);
const types = {
  'the first half of the reading pages': readingPages.slice(0, half),
  'the other half of the reading pages': readingPages.slice(half),
  'the pages of the assessment': toolPages.map((part) => `/autoevaluacion/${part}`),
};

for (const [name, paths] of Object.entries(types)) {
  test(`${name}: none scrolls sideways between 320 and 1440 px`, async ({ page }) => {
    test.setTimeout(180_000);
    await store(page, { 'INF-01': evaluated('mision'), 'DEM-01': evaluated() });
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(path.startsWith('/autoevaluacion/') ? `${path}?id=${ID}` : path);
      await page.waitForLoadState('networkidle');
      for (let width = 320; width <= 1440; width += 40) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) wide.push(`${path} at ${width}: ${overflow} px`);
      }
    }
    expect(wide).toEqual([]);
  });
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: nothing scrolls sideways between 320 and 1440 px`, async ({ page }) => {
    await reach(page);
    const wide: string[] = [];
    for (let width = 320; width <= 1440; width += 80) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) wide.push(`at ${width}: ${overflow} px`);
    }
    expect(wide).toEqual([]);
  });
}

test('a person who comes back finds where they were', async ({ page }) => {
  await store(page, { 'PRE-01': evaluated('acto') });
  await page.goto('/autoevaluacion/');
  await expect(page.getByRole('heading', { name: 'Instituto Nacional de Salud (INS)' })).toBeVisible();
  await page.getByRole('link', { name: 'Seguir respondiendo' }).click();
  await expect(page).toHaveURL(/\/autoevaluacion\/preparacion\/\?id=.*#pre-02$/);
  await expect(page.locator('#pre-02 [data-all]')).toBeFocused();
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/circular/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Ir al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

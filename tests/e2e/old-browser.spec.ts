import { expect, test } from '../support/test.ts';

const TOOLS = [
  '/autoevaluacion/',
  '/autoevaluacion/entidad/',
  '/autoevaluacion/perfil/',
  '/autoevaluacion/informacion/',
  '/autoevaluacion/resultados/',
  '/autoevaluacion/plan/',
  '/autoevaluacion/proyectos/',
  '/autoevaluacion/documentos/',
  '/autoevaluacion/comparar/',
  '/autoevaluacion/unir/',
  '/autoevaluacion/comprobar/',
  '/autoevaluacion/compartida/',
  '/buscar/',
];

test('a browser that lacks what a tool needs is told so on its page, which takes nothing and starts nothing', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn'));
  for (const path of TOOLS) {
    await page.goto(path);
    const notice = page.getByRole('alert').filter({ hasText: 'Esta página no puede funcionar en este navegador' });
    await expect(notice, path).toBeVisible();
    await expect(notice).toContainText('necesita Chrome 109, Edge 109, Firefox 115, Safari 16.4 o uno posterior.');
    await expect(
      page.locator('main').locator('input, select, textarea, button').and(page.locator(':enabled')),
    ).toHaveCount(0);
    await expect(page.locator('[data-preparing]:visible')).toHaveCount(0);
    expect(
      await page.evaluate(() => document.querySelectorAll('main :defined:is(gel-entity-form, gel-search)').length),
    ).toBe(0);
  }
  await page.goto('/circular/');
  await expect(page.locator('[data-too-old-notice]')).toHaveCount(0);
});

for (const name of ['reportError', 'BroadcastChannel', 'CSSLayerBlockRule']) {
  test(`a browser without ${name} is told so`, async ({ page }) => {
    await page.addInitScript((absent) => Reflect.deleteProperty(window, absent), name);
    await page.goto('/autoevaluacion/');
    await expect(page.locator('[data-too-old-notice]')).toBeVisible();
  });
}

test('a browser that could not read the syntax of the scripts is told so', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = RegExp;
    window.RegExp = function (pattern: string, flags?: string) {
      if (String(pattern).includes('(?<=')) throw new SyntaxError('Invalid regular expression: invalid group name');
      return new Real(pattern, flags);
    } as unknown as RegExpConstructor;
  });
  await page.goto('/autoevaluacion/');
  await expect(page.locator('[data-too-old-notice]')).toBeVisible();
});

test('a browser of the rule is told nothing of the kind', async ({ page }) => {
  for (const path of TOOLS) {
    await page.goto(path);
    await expect(page.locator('[data-too-old-notice]'), path).toBeHidden();
  }
});

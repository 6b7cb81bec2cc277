import { searchQuestions } from '../support/search-questions.ts';
import { expect, test, type Page } from '../support/test.ts';

/** The addresses of the first results, without their places. */
async function found(page: Page, query: string): Promise<string[]> {
  await page.locator('[data-search-input]').fill(query);
  await expect(page.locator('[data-count]')).toContainText(`«${query}»`);
  const links = await page
    .locator('[data-results] [data-title]')
    .evaluateAll((each) => each.map((link) => (link as HTMLAnchorElement).pathname));
  return links.slice(0, 3);
}

test('there are 40 questions, as people ask them', () => expect(searchQuestions).toHaveLength(40));

test('each question finds its page among the first three results', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/buscar/');
  const missed: string[] = [];
  for (const { query, expect: wanted } of searchQuestions) {
    const results = await found(page, query);
    if (!results.some((path) => wanted.includes(path))) missed.push(`${query}: ${results.join(' ')}`);
  }
  expect(missed).toEqual([]);
});

test('accents, capitals and plurals find the same', async ({ page }) => {
  await page.goto('/buscar/');
  const plain = await found(page, 'tramite');
  expect(await found(page, 'Trámites')).toEqual(plain);
  expect(await found(page, 'TRAMITES')).toEqual(plain);
});

test('a code and an article come first, straight to their place', async ({ page }) => {
  await page.goto('/buscar/?q=inf12');
  await expect(page.locator('[data-title]').first()).toHaveText('INF-12 Ejecución e histórico presupuestal');
  await page.locator('[data-search-input]').fill('articulo 8');
  await expect(page.locator('[data-title]').first()).toHaveAttribute('href', '/decreto/#articulo-8');
  await page.locator('[data-title]').first().click();
  await expect(page.locator('#articulo-8')).toBeInViewport();
});

test('the box of the header opens on «/», and search works by keyboard from there', async ({ page }) => {
  await page.goto('/circular/');
  await page.keyboard.press('/');
  await expect(page.locator('[data-search-box]')).toBeFocused();
  await page.keyboard.type('ventanilla unica');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/buscar\/\?q=ventanilla/);
  await expect(page.locator('[data-search-input]')).toBeFocused();
  await expect(page.locator('[data-count]')).toContainText('resultados para «ventanilla unica»');
  await page.keyboard.type(' virtual');
  await expect(page.locator('[data-count]')).toContainText('«ventanilla unica virtual»');
});

test('filters narrow by kind and phase', async ({ page }) => {
  await page.goto('/buscar/?q=tramite');
  await expect(page.locator('[data-count]')).toContainText('resultados');
  await page.locator('[data-kind]').selectOption('Criterio');
  await page.locator('[data-phase]').selectOption('Transacción en línea');
  await expect(page.locator('[data-where]').first()).toHaveText('Criterio · Transacción en línea');
  for (const where of await page.locator('[data-where]').allTextContents())
    expect(where).toBe('Criterio · Transacción en línea');
});

test('a word that is nowhere gets a page that helps', async ({ page }) => {
  await page.goto('/buscar/?q=xyzzyplugh');
  await expect(page.locator('[data-count]')).toHaveText('Nada para «xyzzyplugh».');
  await expect(page.locator('[data-empty]')).toContainText('Revise cómo está escrito');
  await expect(page.locator('[data-empty]').getByRole('link', { name: 'índice de todo' })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('search leads to the index of everything', async ({ page }) => {
    await page.goto('/buscar/?q=tramite');
    await page.locator('noscript').getByRole('link', { name: 'índice de todo' }).click();
    await expect(page.getByRole('link', { name: 'Organigrama (INF-03)' })).toBeVisible();
  });
});

test('«copiar enlace» copies the whole address of a thing', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/glosario/');
  await page.locator('#suit [data-copy-link]').click();
  await expect(page.locator('.copied')).toHaveText('Enlace copiado');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/glosario/#suit`);
});

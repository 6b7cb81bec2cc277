import { search } from '../../src/guide/domain/search/search.ts';
import { readIndex } from '../support/search-measure.ts';
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

const index = readIndex('dist');

test('the page shows what the search finds, what is only near apart', async ({ page }) => {
  await page.goto('/buscar/');
  // Every seventh: how well all of them are answered is held without a browser (tests/built/search.test.ts).
  for (const { query } of searchQuestions.filter((_, at) => at % 7 === 0)) {
    const { exact, near } = search(index, query);
    await page.locator('[data-search-input]').fill(query);
    await expect(page.locator('[data-count]')).toContainText(`«${query}»`);
    const titles = (where: string): Promise<string[]> => page.locator(`${where} [data-title]`).allTextContents();
    expect(await titles('[data-results]')).toEqual(exact.slice(0, 8).map(({ record }) => record.title));
    expect(await titles('[data-near-results]')).toEqual(near.map(({ record }) => record.title));
  }
});

test('what is not there is said, and what is near is told apart by a heading', async ({ page }) => {
  await page.goto('/buscar/?q=orgnigrama');
  const count = page.getByRole('status');
  await expect(count).toHaveText(/^Nada exacto para «orgnigrama»\. Abajo, \d+ páginas? cercanas?\.$/);
  await expect(page.locator('[data-results] li')).toHaveCount(0);
  const nearby = page.locator('[data-near]');
  await expect(nearby.getByRole('heading', { name: 'Lo más cercano' })).toBeVisible();
  await expect(nearby.getByRole('link').first()).toHaveText('INF-03 Organigrama');
  await expect(page.locator('mark')).toHaveCount(0);

  await page.locator('[data-search-input]').fill('ley 1266');
  await expect(count).toHaveText('Nada para «ley 1266».');
  await expect(nearby).toBeHidden();
  await expect(page.locator('[data-empty]')).toBeVisible();
});

test('a name of today leads to its criterion and says why', async ({ page }) => {
  await page.goto('/buscar/?q=habeas data');
  const first = page.locator('[data-results] li').first();
  await expect(first.locator('[data-title]')).toHaveText('INT-15 Protección de datos en formularios');
  await expect(first).toContainText('Trata lo que también se busca como «habeas data».');
  await expect(page.locator('mark')).toHaveCount(0);
});

test('the tools are found and stand in the index of everything', async ({ page }) => {
  const tools = ['plan', 'proyectos', 'documentos', 'unir', 'comprobar', 'comparar'].map(
    (name) => `/autoevaluacion/${name}/`,
  );
  await page.goto('/indice/');
  for (const path of tools) await expect(page.locator(`main a[href="${path}"]`)).toHaveCount(1);
  await page.goto('/buscar/?q=unir autoevaluaciones');
  await page.locator('[data-kind]').selectOption('Herramienta');
  await expect(page.locator('[data-results] [data-title]').first()).toHaveAttribute('href', '/autoevaluacion/unir/');
});

test('by keyboard: what follows comes on the button, which hands the keyboard to the first of it', async ({ page }) => {
  await page.goto('/buscar/?q=tramite');
  await expect(page.locator('[data-results] li')).toHaveCount(8);
  const more = page.getByRole('button', { name: 'Ver más resultados' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-results] li')).toHaveCount(16);
  await expect(page.locator('[data-results] [data-title]').nth(8)).toBeFocused();
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

test('the box of the header opens on Ctrl+K, while no single sign does, and search works by keyboard from there', async ({
  page,
}) => {
  await page.goto('/circular/');
  await page.keyboard.press('/');
  await expect(page.locator('[data-search-box]')).not.toBeFocused();
  await page.keyboard.press('Control+k');
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

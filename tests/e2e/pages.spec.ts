import { evaluated, header, ID, store } from '../support/assessment.ts';
import { expect, test } from '../support/test.ts';

test('a person who comes back finds where they were', async ({ page }) => {
  await store(page, { 'PRE-01': evaluated('acto') });
  await page.goto('/autoevaluacion/');
  await expect(page.getByRole('heading', { name: 'Instituto Nacional de Salud (INS)' })).toBeVisible();
  await page.getByRole('link', { name: 'Seguir respondiendo' }).click();
  await expect(page).toHaveURL(/\/autoevaluacion\/preparacion\/#pre-02&id=.+$/);
  await expect(page.locator('#pre-02 [data-all]')).toBeFocused();
});

test('the assessment is named behind #, which no server is sent and no proxy takes away; addresses of before go on working', async ({
  page,
}) => {
  const other = { ...header, id: 'otra-autoevaluacion', modificada: '2010-01-01T00:00:00.000Z' };
  await store(page, { 'PRE-01': evaluated('acto') });
  await store(page, {}, { ...other, entidad: { nombre: 'Otra', orden: 'nacional' } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const name = page.locator('[data-assessment-name]').first();
  await page.goto('/autoevaluacion/');
  await page.locator(`[data-assessment="${ID}"]`).getByRole('link', { name: 'Seguir respondiendo' }).click();
  await expect(name).toContainText('Instituto Nacional de Salud');
  // A link within the page takes it from the address for a moment; a reload opens the same one.
  await page.getByRole('link', { name: 'Ir al contenido' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`#contenido&id=${ID}$`));
  await page.reload();
  await expect(name).toContainText('Instituto Nacional de Salud');
  await page.getByRole('link', { name: 'Resultados' }).first().click();
  await expect(name).toContainText('Instituto Nacional de Salud');
  expect(asked.filter((url) => url.includes(ID))).toEqual([]);

  await page.goto(`/autoevaluacion/informacion/?id=${ID}#inf-03`);
  await expect(page).toHaveURL(new RegExp(`/autoevaluacion/informacion/#inf-03&id=${ID}$`));
  await expect(page.locator('#inf-03 [data-all]')).toBeFocused();
  // Another one behind # is another page.
  await page.evaluate(() => (location.hash = 'inf-03&id=otra-autoevaluacion'));
  await expect(name).toContainText('Otra');
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/circular/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Ir al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

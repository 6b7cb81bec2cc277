import { downloaded } from '../support/files.ts';
import { expect, test } from '../support/test.ts';

test('a correction is written from a criterion, makes its file and its text, and nothing is sent', async ({ page }) => {
  await page.goto('/criterios/inf-04/');
  await page.getByRole('link', { name: 'Proponer una corrección a INF-04' }).click();
  await expect(page.getByLabel('Qué quiere corregir').locator(':checked')).toContainText('INF-04');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Armar la corrección' }).click();
  const errors = page.locator('[data-errors]');
  await expect(errors).toBeFocused();
  await expect(errors.locator('li')).toHaveCount(4);

  await page.getByLabel('Qué está mal').fill('El sitio muestra el mapa.');
  await page.getByLabel('Qué debería decir').fill('El sitio muestra la dirección.');
  await page.getByLabel('Qué documento lo prueba').fill('Manual de Gobierno en Línea, página 14');
  await page.getByLabel('Quién la propone').fill('Ana Pérez, jefe de Planeación');
  await page.getByRole('button', { name: 'Armar la corrección' }).click();
  await expect(page.locator('[data-ready]')).toBeFocused();
  for (const text of ['INF-04', 'El sitio muestra la dirección.', 'Ana Pérez']) {
    await expect(page.getByLabel('Texto para el correo o el memorando')).toContainText(text);
  }
  const { name, bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Guardar el archivo' }).click(),
  );
  expect(name).toMatch(/^correccion-inf-04-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
    formato: 'gel-correccion',
    sobre: { tipo: 'criterio', id: 'INF-04' },
    deberiaDecir: 'El sitio muestra la dirección.',
  });
  await expect(page.locator('[data-outcome]')).toContainText(name);
  expect(sent).toEqual([]);
});

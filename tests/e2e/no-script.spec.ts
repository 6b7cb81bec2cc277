import { criteriaIn } from '../support/criteria.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test('without script the questionnaire is a readable blank form that says what script would add', async ({ page }) => {
  await page.goto('/autoevaluacion/informacion/');
  const notice = page.locator('gel-questionnaire noscript .notice');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Este cuestionario se puede leer e imprimir en blanco.');
  await expect(notice).toContainText('lo que marque aquí no se guarda');
  await expect(page.locator('[data-criterion]')).toHaveCount(criteriaIn('informacion'));
  await expect(page.locator('#inf-03').getByRole('checkbox', { name: 'Cumple todo' })).toBeEnabled();
  await expect(page.locator('#inf-03 [data-note]')).toBeVisible();
  for (const hidden of ['[data-summary]', '#inf-03 [data-add-evidence]', '#inf-03 [data-undo]']) {
    await expect(page.locator(hidden)).toBeHidden();
  }
});

test('without script every page is readable, and those that need it say so', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Qué pide la Circular 000062 y cuánto le falta a su entidad',
  );
  await page.getByRole('link', { name: 'Leer la circular' }).click();
  await expect(page.locator('[data-circular]')).toContainText('ocupando el lugar 22 entre 26 sectores evaluados');
  await page.goto('/criterios/inf-03/');
  await expect(page.getByRole('heading', { name: 'Cómo cumplir' })).toBeVisible();
  for (const path of ['', 'entidad/', 'perfil/', 'resultados/', 'proyectos/', 'unir/', 'comprobar/', 'compartida/']) {
    await page.goto(`/autoevaluacion/${path}`);
    await expect(page.locator('noscript .notice').first()).toContainText('JavaScript');
  }
});

test('the blank form prints on Letter paper with its boxes', async ({ page }) => {
  await page.goto('/autoevaluacion/democracia/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-head')).toBeVisible();
  await expect(page.locator('#dem-05 .reason')).toBeVisible();
  await expect(page.locator('.site-header')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 612 792\]/);
});

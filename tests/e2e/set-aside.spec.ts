import { evaluated, header, ID, openList, store, stored } from '../support/assessment.ts';
import { putRecords } from '../support/database.ts';
import { expect, test, type Page } from '../support/test.ts';

/** Puts records where the page keeps what it sets aside. */
async function setAside(page: Page, ...records: { criterionId: string; raw: unknown; assessmentId?: string }[]) {
  const found = '2009-10-15T21:40:12.512Z';
  await putRecords(page, { quarantine: records.map((record) => ({ assessmentId: ID, found, ...record })) });
}

const place = (page: Page) => page.locator('[data-set-aside]');
const item = (page: Page, name: RegExp) => place(page).getByRole('listitem').filter({ hasText: name });

test('nothing set aside: the list says nothing of it', async ({ page }) => {
  await store(page, {});
  await openList(page);
  await expect(place(page)).toBeHidden();
});

test('an answer that was set aside is shown, comes back, and what stood there is set aside in its turn', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('vision') });
  await setAside(page, {
    criterionId: 'INF-01',
    raw: { ...evaluated('mision'), observacion: '<b>La misión</b> ya está.' },
  });
  await openList(page);
  await place(page).locator('summary').click();
  await expect(place(page).locator('summary')).toHaveText('Apartado por este navegador (1)');
  const answer = item(page, /^Respuesta de INF-01, Instituto Nacional de Salud/);
  await expect(answer).toContainText('Parcial');
  await expect(answer).toContainText('<b>La misión</b> ya está.');
  await answer.getByRole('button', { name: /^Recuperar/ }).click();
  await expect(page.locator('[data-outcome-text]')).toContainText('Se recuperó: Respuesta de INF-01.');
  const { answers, quarantine, assessments } = await stored(page);
  expect(answers).toMatchObject([{ answer: { cumplidas: ['mision'] } }]);
  expect(quarantine).toMatchObject([{ criterionId: 'INF-01', raw: { cumplidas: ['vision'] } }]);
  expect(assessments).toMatchObject([{ revision: header.revision + 1 }]);
});

test('what cannot be read, or has no open assessment, is kept and cannot be put back', async ({ page }) => {
  const cierre = { fecha: '2009-10-31', responsable: 'Ana', sha256: 'a'.repeat(64) };
  await store(page, {}, { ...header, cierre });
  await setAside(
    page,
    { criterionId: 'INF-02', raw: { tipo: 'dañada', evidencias: [{ url: 'acta.pdf' }] } },
    { criterionId: 'INF-03', raw: evaluated('publicado') },
    { criterionId: 'activity:INF-04', raw: { actividad: 'Publicar las normas' }, assessmentId: 'otra-que-no-esta' },
  );
  await openList(page);
  await place(page).locator('summary').click();
  await expect(item(page, /INF-02/)).toContainText('No se puede leer');
  await expect(item(page, /INF-02/).locator('dt')).toHaveText([
    'Si aplica y está respondido',
    'Enlace de la evidencia 1',
  ]);
  await expect(item(page, /INF-03/)).toContainText('Su versión está cerrada');
  await expect(item(page, /Actividad INF-04 del plan/)).toContainText('ya no está en la lista');
  await expect(item(page, /Actividad INF-04 del plan/)).toContainText('Publicar las normas');
  await expect(place(page).getByRole('button', { name: /^Recuperar/ })).toHaveCount(0);
  await item(page, /INF-02/)
    .getByRole('button', { name: /^Borrar del todo/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Borrar del todo' }).click();
  await expect(page.locator('[data-outcome-text]')).toHaveText('Se borró del todo lo apartado.');
  await expect(place(page).getByRole('listitem')).toHaveCount(2);
});

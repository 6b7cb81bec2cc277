import { strFromU8, unzipSync } from 'fflate';
import {
  cardAction,
  evaluated,
  everything,
  fillDisk,
  freeDisk,
  header,
  ID,
  openList,
  openQuestionnaire,
  store,
  stored,
} from '../support/assessment.ts';
import { criteriaIn, shownPercent } from '../support/criteria.ts';
import { assessmentFile, downloaded, openInList } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const OTHER = '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10';
const sena = {
  ...header,
  id: OTHER,
  entidad: { nombre: 'Servicio Nacional de Aprendizaje', sigla: 'SENA', orden: 'nacional' },
  modificada: '2009-10-20T10:00:00.000Z',
};
const outcome = (page: Page) => page.locator('[data-outcome]');
const card = (page: Page, index = 0) => page.locator('section[data-assessment]').nth(index);
const said = (page: Page) => page.locator('[data-outcome-text]');
const undo = (page: Page) => page.locator('[data-undo]');

test('the list tells each assessment’s entity, cut-off date, percentages, last change and last copy', async ({
  page,
}) => {
  await store(page, { 'DEM-01': evaluated(), 'INF-01': evaluated('mision', 'vision', 'vigentes') });
  await store(page, {}, sena);
  await openList(page);
  // The last changed comes first.
  await expect(card(page).getByRole('heading')).toHaveText('Servicio Nacional de Aprendizaje (SENA)');
  const ins = card(page, 1);
  await expect(ins.getByRole('heading')).toHaveText('Instituto Nacional de Salud (INS)');
  await expect(ins.locator('[data-facts]')).toHaveText(
    'Fecha de corte: 15 de octubre de 2009. Último cambio: 15 de octubre de 2009, 16:40.',
  );
  await expect(ins.locator('[data-row=democracia] [data-percent]')).toHaveText(
    `0,0\u00a0%, hasta ${shownPercent(criteriaIn('democracia') - 1, criteriaIn('democracia'))}`,
  );
  await expect(ins.locator('[data-row=democracia] [data-answered]')).toHaveText(`1 de ${criteriaIn('democracia')}`);
  await expect(ins.locator('[data-copy-text]')).toHaveText(
    'Última copia en archivo: ninguna. Todo está solo en este navegador.',
  );
  const saved = await downloaded(page, () => ins.getByRole('button', { name: 'Guardar una copia' }).click());
  expect(saved.name).toBe('autoevaluacion-ins-2009-10-15.gel.json');
  await expect(said(page)).toHaveText(/Se guardó autoevaluacion-ins-2009-10-15\.gel\.json/);
  await expect(ins.locator('[data-copy-text]')).toHaveText('Última copia en archivo: hace un momento (está al día).');
  await expect(ins.getByRole('button', { name: 'Guardar una copia' })).toBeFocused();
});

test('the reminder of a copy grows louder with thirty changes since the last one, and quiet with a copy', async ({
  page,
}) => {
  await store(page, {}, { ...header, revision: 30 });
  await openList(page);
  await expect(card(page).locator('[data-copy-text]')).toHaveAttribute('data-urgent');
  await downloaded(page, () => card(page).getByRole('button', { name: 'Guardar una copia' }).click());
  await expect(card(page).locator('[data-copy-text]')).not.toHaveAttribute('data-urgent');
});

test('an assessment is duplicated for another date, and the copy goes away again with «Deshacer»', async ({ page }) => {
  await store(page, { 'INF-01': { ...evaluated('mision'), observacion: 'Falta la visión.' } });
  await openList(page);
  await cardAction(page, 'duplicate');
  const dialog = page.getByRole('dialog', { name: 'Duplicar para otra fecha de corte' });
  await dialog.getByRole('button', { name: 'Duplicar' }).click();
  await expect(dialog).toContainText('Escriba la fecha de corte');
  await dialog.locator('[data-field=day]').fill('31');
  await dialog.locator('[data-field=month]').selectOption('12');
  await dialog.locator('[data-field=year]').fill('2009');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('Se duplicó: INS, 31 de diciembre de 2009. La original no cambió.');
  const { assessments, answers } = await stored(page);
  // By id, and the copy's is a random one.
  const dates = (assessments as { fechaCorte: string }[]).map(({ fechaCorte }) => fechaCorte);
  expect(dates.sort()).toEqual(['2009-10-15', '2009-12-31']);
  expect(JSON.stringify(answers).match(/Falta la visión/g)).toHaveLength(2);
  await undo(page).click();
  await expect(page.locator('section[data-assessment]')).toHaveCount(1);
  await expect(said(page)).toHaveText('Se quitó la copia de la lista.');
  expect((await stored(page)).assessments).toMatchObject([{ fechaCorte: '2009-10-15', revision: 0 }]);
});

test('a name is given and taken back; one that is too long is told and not cut', async ({ page }) => {
  await store(page, {});
  await openList(page);
  await cardAction(page, 'rename');
  const dialog = page.getByRole('dialog', { name: 'Ponerle un nombre' });
  const field = dialog.getByLabel('Nombre que la distingue de otras');
  await field.fill('x'.repeat(81));
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Tiene 81 caracteres y el máximo es 80');
  await expect(field).toBeFocused();
  await field.fill('Mitad de Sistemas');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('Ahora se llama «Mitad de Sistemas».');
  await expect(card(page).getByRole('heading')).toHaveText('Instituto Nacional de Salud (INS) · Mitad de Sistemas');
  await undo(page).click();
  await expect(card(page).getByRole('heading')).toHaveText('Instituto Nacional de Salud (INS)');
});

test('what is deleted comes back whole, at once or later, and goes for good only when that is confirmed', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision'), 'INF-02': { tipo: 'dañada' } });
  await openList(page);
  const before = (await stored(page)).assessments;
  await cardAction(page, 'delete');
  await expect(outcome(page)).toContainText('Se borró de la lista: INS, 15 de octubre de 2009.');
  // The card that had the focus is gone: the keyboard goes on from the way back.
  await expect(undo(page)).toBeFocused();
  expect(await stored(page)).toMatchObject({ assessments: [], answers: [], quarantine: [{ criterionId: 'INF-02' }] });
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  expect((await stored(page)).assessments).toEqual(before);

  await cardAction(page, 'delete');
  await expect(said(page)).toContainText('Se borró de la lista');
  await page.reload();
  const kept = page.locator('[data-kept]');
  await kept.locator('summary').click();
  await expect(kept).toContainText('Borrada de la lista');
  await kept.getByRole('button', { name: /^Recuperar/ }).click();
  await expect(outcome(page)).toContainText('Quedó como estaba: INS');
  await expect(outcome(page)).toBeFocused();

  // Pressed while what came back is still being drawn: nothing that is pressed is lost.
  await cardAction(page, 'delete');
  await kept.getByRole('button', { name: /^Borrar del todo/ }).click();
  const sure = page.getByRole('dialog', { name: 'Borrar del todo' });
  await sure.getByRole('button', { name: 'Cancelar' }).click();
  await expect(kept.getByRole('button', { name: /^Borrar del todo/ })).toBeFocused();
  expect((await stored(page)).kept).toHaveLength(1);
  await page.keyboard.press('Enter');
  await sure.getByRole('button', { name: 'Borrar del todo' }).click();
  await expect(said(page)).toHaveText('Se borró del todo esa copia.');
  expect((await stored(page)).kept).toEqual([]);
});

test('the ZIP of all bears the day of the person’s own calendar, also in the evening', async ({ page }) => {
  await page.clock.setFixedTime('2010-03-02T01:30:00Z');
  await store(page, {});
  await store(page, {}, sena);
  await openList(page);
  const zip = await downloaded(page, () => page.getByRole('button', { name: 'Guardar todas en un ZIP' }).click());
  expect(zip.name).toBe('autoevaluaciones-2010-03-01.zip');
});

test('all are saved in one ZIP that opens again, with its files, in a browser without them', async ({
  page,
  browser,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await store(page, {}, sena);
  await openList(page);
  const zip = await downloaded(page, () => page.getByRole('button', { name: 'Guardar todas en un ZIP' }).click());
  expect(zip.name).toMatch(/^autoevaluaciones-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(zip.bytes);
  expect(Object.keys(files).sort()).toEqual([
    'LEAME.txt',
    'autoevaluacion-ins-2009-10-15.gel.json',
    'autoevaluacion-sena-2009-10-15.gel.json',
  ]);
  expect(JSON.parse(strFromU8(files['autoevaluacion-ins-2009-10-15.gel.json'] as Uint8Array))).toMatchObject({
    respuestas: { 'INF-01': { cumplidas: ['mision'] } },
  });
  await expect(page.locator('[data-copy-text]').first()).toContainText('hace un momento (está al día)');

  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto('/autoevaluacion/');
  await openInList(fresh, { name: zip.name, mimeType: 'application/zip', buffer: zip.bytes });
  await fresh.getByRole('button', { name: 'Agregar las 2 que no están en la lista' }).click();
  await expect(fresh.locator('[data-outcome]')).toContainText('Se agregaron 2 a la lista.');
  await expect(fresh.locator('section[data-assessment]')).toHaveCount(2);
  await fresh.locator('[data-undo]').click();
  await expect(fresh.locator('section[data-assessment]')).toHaveCount(0);
  await context.close();
});

test('by keyboard alone: a dialog gives the focus back to the control that opened it, also on a card drawn anew', async ({
  page,
}) => {
  await store(page, {});
  await store(page, {}, sena);
  await openList(page);
  await card(page, 1).locator('summary').focus();
  await page.keyboard.press('Enter');
  const opener = card(page, 1).getByRole('button', { name: 'Ponerle un nombre' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('borrador');
  await page.keyboard.press('Enter');
  // The renamed one was changed last, so that it is now the first.
  await expect(card(page).getByRole('heading')).toHaveText('Instituto Nacional de Salud (INS) · borrador');
  await expect(card(page).getByRole('button', { name: 'Ponerle un nombre' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Ahora se llama «borrador».' })).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await undo(page).evaluate((button) => button === document.activeElement)) break;
  }
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toBeFocused();
  await expect(said(page)).toHaveText('El nombre quedó como estaba.');
});

test('a double click deletes one and says so once', async ({ page }) => {
  await store(page, {});
  await store(page, {}, sena);
  await openList(page);
  await card(page).locator('summary').click();
  await card(page).locator('[data-delete]').dblclick();
  await expect(outcome(page)).toContainText('Se borró de la lista: SENA');
  await expect(undo(page)).toBeVisible();
  expect((await stored(page)).assessments).toHaveLength(1);
});

test('on a full disk nothing is duplicated, renamed or deleted, each refusal says so, and it works once there is space', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await openList(page);
  const before = await everything(page);
  const fault = page.locator('[data-faults]');
  const refused = async (): Promise<void> => {
    await expect(fault).toContainText('No se hizo el cambio: no queda espacio para este sitio en el navegador.');
    await expect(fault).toContainText('Lo guardado en este navegador está como estaba.');
    await expect(fault.locator('.notice')).toHaveCount(1);
    await expect(outcome(page)).toBeHidden();
    expect(await everything(page)).toBe(before);
  };
  await fillDisk(page, 'assessments');
  await fillDisk(page, 'kept');
  await cardAction(page, 'rename');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('borrador');
  await page.keyboard.press('Enter');
  await refused();
  await expect(card(page).getByRole('button', { name: 'Ponerle un nombre' })).toBeFocused();
  await cardAction(page, 'delete');
  await refused();
  await cardAction(page, 'duplicate');
  await page.getByRole('dialog').locator('[data-field=day]').fill('1');
  await page.getByRole('dialog').locator('[data-field=month]').selectOption('1');
  await page.getByRole('dialog').locator('[data-field=year]').fill('2010');
  await page.keyboard.press('Enter');
  await refused();
  await freeDisk(page);
  await cardAction(page, 'delete');
  await expect(outcome(page)).toContainText('Se borró de la lista');
  await expect(fault).toBeEmpty();
});

test('a copy that could not be noted is still told as a file that is there', async ({ page }) => {
  await store(page, {});
  await openList(page);
  await fillDisk(page, 'copies');
  await downloaded(page, () => card(page).getByRole('button', { name: 'Guardar una copia' }).click());
  await expect(page.locator('[data-faults]')).toContainText(
    'Se guardó autoevaluacion-ins-2009-10-15.gel.json en su carpeta de descargas, pero no se pudo anotar',
  );
});

test.describe('two tabs', () => {
  test('one deletes what the other answers: the other says so, keeps the marks, and goes on when it is brought back', async ({
    page,
    context,
  }) => {
    await store(page, { 'DEM-01': evaluated() });
    const other = await context.newPage();
    await openQuestionnaire(other, 'democracia');
    await openList(page);
    await cardAction(page, 'delete');
    await expect(other.locator('[data-notices]')).toContainText('Esta autoevaluación ya no está en la lista');
    await other.locator('#dem-02 [data-all]').check();
    await expect(other.locator('[data-save-alarm]')).toContainText('la autoevaluación ya no está en este navegador');
    expect((await stored(page)).answers).toEqual([]);
    const { bytes } = await downloaded(other, () => other.locator('[data-save-alarm] [data-download]').click());
    expect(bytes.toString('utf8')).toContain('"DEM-02"');
    await undo(page).click();
    await expect(card(page)).toBeVisible();
    await other.locator('[data-save-alarm] [data-retry]').click();
    await expect(other.locator('[data-save-alarm]')).toBeHidden();
    await expect(other.locator('[data-notices]')).toBeEmpty();
    expect((await stored(page)).answers).toHaveLength(2);
    await expect(other.locator('#dem-02')).toHaveAttribute('data-status', 'met');
  });

  test('a name given in one is seen in the other, in its list and on its questionnaire', async ({ page, context }) => {
    await store(page, {});
    const [list, form] = [await context.newPage(), await context.newPage()];
    await openList(list);
    await card(list).locator('summary').focus();
    await openQuestionnaire(form, 'democracia');
    await openList(page);
    await cardAction(page, 'rename');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('borrador');
    await page.keyboard.press('Enter');
    await expect(card(list).getByRole('heading')).toHaveText('Instituto Nacional de Salud (INS) · borrador');
    await expect(card(list).locator('summary')).toBeFocused();
    await expect(form.locator('[data-assessment-name]')).toContainText('· borrador');
  });

  for (const [how, kept] of [
    ['deleted', { assessmentId: ID, reason: 'deleted', at: '2026-11-28T10:00:00.000Z', file: assessmentFile({}) }],
    ['cleared', null],
  ] as const) {
    test(`what is no longer there when an action is pressed is told, and nothing else changes (${how})`, async ({
      page,
    }) => {
      await store(page, {});
      await openList(page);
      // The page misses the notice, as it would while the computer sleeps.
      await page.evaluate(
        ([id, record]) =>
          new Promise<void>((resolve) => {
            indexedDB.open('gel-autoevaluaciones').onsuccess = ({ target }) => {
              const database = (target as IDBOpenDBRequest).result;
              const transaction = database.transaction(['assessments', 'kept'], 'readwrite');
              transaction.objectStore('assessments').delete(id);
              if (record) transaction.objectStore('kept').add(record);
              transaction.oncomplete = () => {
                database.close();
                resolve();
              };
            };
          }),
        [ID, kept] as const,
      );
      await cardAction(page, 'duplicate');
      await expect(outcome(page)).toContainText(
        kept ? 'Esa autoevaluación ya no está en la lista' : 'ya no está guardada en este navegador',
      );
      if (kept) await expect(outcome(page)).toBeFocused();
      await expect(card(page)).toHaveCount(kept ? 0 : 1);
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  }
});

import { evaluated, header, ID } from '../support/assessment.ts';
import { halfMet, manyActivities, openPlan, storedDocuments, storePlan } from '../support/plan.ts';
import { expect, test, type Page } from '../support/test.ts';

const unmet = {
  'INF-01': evaluated(),
  'INF-02': evaluated(),
  'TRA-01': evaluated(),
  'DEM-01': evaluated('publicado'),
};
const saved = /^Guardado a las \d{1,2}:\d{2}$/;
const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const field = (page: Page, name: string) => page.locator(`[data-editor] [data-field="${name}"]`);
const message = (page: Page, name: string) => page.locator(`[data-editor] [data-message="${name}"]`);
const undoText = (page: Page) => page.locator('[data-undo-text]');

async function open(page: Page, id: string): Promise<void> {
  await page.locator(`[data-edit="${id}"]`).click();
  await expect(field(page, 'activity')).toBeFocused();
}

async function rest(page: Page): Promise<void> {
  await expect(page.locator('[data-save-line]')).toHaveText(saved);
}

test('what is not met is proposed, all at once or one by one, and can be taken back', async ({ page }) => {
  await storePlan(page, unmet);
  await openPlan(page);
  await expect(page.locator('[data-pending]')).toContainText('criterios están sin responder');
  // By deadline, the nearest first.
  await expect(page.locator('.proposal .code')).toHaveText(['INF-01', 'INF-02', 'TRA-01', 'DEM-01']);
  await page.locator('[data-add="TRA-01"]').click();
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(page.locator('[data-add="DEM-01"]')).toBeFocused();
  await page.getByRole('button', { name: 'Agregar las 3 actividades propuestas' }).click();
  await expect(page.locator('[data-row]')).toHaveCount(4);
  await expect(page.locator('[data-add]')).toHaveCount(0);
  await rest(page);
  expect(Object.keys(await storedDocuments(page))).toHaveLength(4);
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(undoText(page)).toHaveText('Se quitaron 3 actividades.');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await rest(page);
  expect(Object.keys(await storedDocuments(page))).toEqual(['activity:TRA-01']);
});

test('each change of the plan is taken back and made again, by key and by button: many at once, a text, a deletion', async ({
  page,
}) => {
  await storePlan(page, unmet);
  await openPlan(page);
  const [undo, redo] = [page.locator('[data-undo-last]'), page.locator('[data-redo-last]')];
  await page.getByRole('button', { name: /^Agregar las 4/ }).click();
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-row]')).toHaveCount(0);
  await expect(undoText(page)).toHaveText('Se deshizo: el cambio en 4 partes del plan y de los proyectos.');
  await page.keyboard.press('Control+y');
  await expect(page.locator('[data-row]')).toHaveCount(4);
  await open(page, 'INF-02');
  await field(page, 'office').pressSequentially('Sistemas');
  await field(page, 'position').fill('Jefe');
  await page.locator('[data-done]').click();
  await undo.click();
  await expect(row(page, 'INF-02')).not.toContainText('Jefe');
  await expect(row(page, 'INF-02')).toContainText('Sistemas');
  await undo.click();
  await expect(row(page, 'INF-02')).not.toContainText('Sistemas');
  await redo.click();
  await expect(row(page, 'INF-02')).toContainText('Sistemas');
  await rest(page);
  expect((await storedDocuments(page))['activity:INF-02']).toMatchObject({
    responsable: expect.stringContaining('Sistemas'),
  });
});

test('the way back from adding takes nothing that was written since', async ({ page }) => {
  await storePlan(page, unmet);
  await openPlan(page);
  await page.getByRole('button', { name: /^Agregar las 4/ }).click();
  await open(page, 'INF-02');
  await field(page, 'position').fill('Jefe');
  await page.locator('[data-done]').click();
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(undoText(page)).toContainText('Queda 1 que ya había cambiado');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(row(page, 'INF-02')).toContainText('Jefe');
});

test('each bad input is told beside its field, stays there and is not saved; the rest is', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'TRA-01': { valor: '500', fechaFin: '2009-11-01' } } });
  await openPlan(page);
  await open(page, 'TRA-01');

  await field(page, 'amount').fill('1,250');
  await field(page, 'amount').blur();
  await expect(message(page, 'amount')).toContainText('Si quiso decir $\u00a01.250');
  await expect(page.locator('[data-save-line]')).toContainText('salvo 1 texto por corregir');
  await field(page, 'office').fill('x'.repeat(201));
  await expect(message(page, 'office')).toContainText('tiene 201 caracteres y el máximo es 200');
  await field(page, 'percent').fill('120');
  await expect(message(page, 'percent')).toContainText('de 0 a 100');
  // Half a date: the day and no more.
  await field(page, 'start').focus();
  await page.keyboard.type('03');
  await field(page, 'remarks').fill('Con emoji 🙂\ny otra línea');
  await expect(message(page, 'start')).toContainText('incompleta');
  await expect(page.locator('[data-save-line]')).toContainText('salvo 4 textos por corregir');

  // Nothing of it is lost by going elsewhere.
  await page.locator('[data-done]').click();
  await expect(page.locator('[data-held-text]')).toContainText('Hay 4 textos sin guardar');
  await expect(field(page, 'office')).toBeFocused();
  const stored = (await storedDocuments(page))['activity:TRA-01'];
  expect(stored).toEqual({ valor: '500', fechaFin: '2009-11-01', observaciones: 'Con emoji 🙂\ny otra línea' });

  await field(page, 'amount').fill('$ 1.250.000,50');
  await field(page, 'amount').blur();
  await expect(field(page, 'amount')).toHaveValue('$\u00a01.250.000,50');
  await field(page, 'office').fill('x'.repeat(200));
  await field(page, 'percent').fill('20');
  await page.locator('[data-done]').click();
  await expect(page.locator('[data-held-text]')).toContainText('Hay 1 texto sin guardar');
  await page.locator('[data-revert]').click();
  await page.locator('[data-done]').click();
  await expect(page.locator('[data-editor]')).toHaveCount(0);
  await rest(page);
  await expect(row(page, 'TRA-01')).toContainText('$\u00a01.250.000,50');
  await expect(row(page, 'TRA-01')).toContainText('20\u00a0%');
  expect((await storedDocuments(page))['activity:TRA-01']).toMatchObject({
    valor: '1250000.50',
    avances: [{ fechaCorte: '2009-10-15', porcentaje: 20 }],
  });
});

test('what is no amount leaves what stood there, and not its beginning', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'TRA-01': {}, 'TRA-02': { valor: '500' } } });
  for (const [id, typed, valor] of [
    ['TRA-01', '12,5,0', undefined],
    ['TRA-02', '1.25', '500'],
    ['TRA-02', '3 o 4 millones', '500'],
  ] as const) {
    await openPlan(page);
    await open(page, id);
    await field(page, 'amount').focus();
    await field(page, 'amount').press('Control+a');
    await field(page, 'amount').pressSequentially(typed);
    await field(page, 'amount').blur();
    await expect(message(page, 'amount')).toBeVisible();
    await expect(field(page, 'amount')).toHaveValue(typed);
    // Whatever was to be saved on the way has been.
    await expect(page.locator('[data-save-line]')).toContainText('salvo 1 texto por corregir');
    const stored = (await storedDocuments(page))[`activity:${id}`] as { valor?: string };
    expect(stored.valor, typed).toBe(valor);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
  }
});

test('dates that do not fit are saved and told in words; a late end asks for its reason', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {}, 'TRA-01': {} } });
  await openPlan(page);
  await open(page, 'INF-01');
  const advice = page.locator('[data-advice="end"]');
  await expect(advice).toContainText('El plazo de su fase, 1 de junio de 2008, ya había pasado a la fecha de corte');
  await expect(field(page, 'lateReason')).toBeHidden();
  await field(page, 'start').fill('2010-05-01');
  await field(page, 'end').fill('2010-03-01');
  await expect(advice).toContainText('Termina antes de comenzar, el 1 de mayo de 2010');
  await expect(advice).toContainText('Termina después del plazo de su fase');
  await field(page, 'end').fill('2010-06-01');
  await expect(advice).not.toContainText('antes de comenzar');
  await expect(row(page, 'INF-01').locator('.row-problems')).toContainText('motivo del fin posterior al plazo');
  await field(page, 'lateReason').fill('El plazo pasó antes de este plan.');
  await expect(advice).toContainText('El motivo está escrito');
  await expect(row(page, 'INF-01').locator('.row-problems')).not.toContainText('motivo');
  await field(page, 'end').fill('1999-01-01');
  await field(page, 'end').blur();
  await expect(message(page, 'end')).toContainText('entre 2000 y 2100');
  expect((await storedDocuments(page))['activity:INF-01']).toMatchObject({ fechaFin: '2010-06-01' });
});

test('a remark on the progress waits for its percentage', async ({ page }) => {
  await storePlan(page, unmet, {
    activities: { 'INF-01': { avances: [{ fechaCorte: '2009-06-30', porcentaje: 10, observacion: 'Comenzó.' }] } },
  });
  await openPlan(page);
  await open(page, 'INF-01');
  await expect(page.locator('[data-other-progress]')).toContainText('30 de junio de 2009: 10\u00a0% · Comenzó.');
  await field(page, 'progressNote').fill('Va bien.');
  await field(page, 'progressNote').blur();
  await expect(message(page, 'progressNote')).toContainText('Escriba también el porcentaje');
  await field(page, 'percent').fill('40 %');
  await expect(message(page, 'progressNote')).toBeHidden();
  await rest(page);
  expect((await storedDocuments(page))['activity:INF-01']?.['avances']).toEqual([
    { fechaCorte: '2009-06-30', porcentaje: 10, observacion: 'Comenzó.' },
    { fechaCorte: '2009-10-15', porcentaje: 40, observacion: 'Va bien.' },
  ]);
});

test('the same goes into many activities at once, and each gets back what it had', async ({ page }) => {
  const before = { 'INF-01': { responsable: 'Planeación' }, 'INF-02': {}, 'TRA-01': { responsable: 'Sistemas' } };
  await storePlan(page, unmet, { activities: before });
  await openPlan(page);
  await page.locator('[data-search]').fill('inf-');
  await expect(page.locator('[data-shown]')).toHaveText('Se muestran 2 de 3 actividades.');
  await page.getByLabel('Seleccionar todas las que se ven').check();
  // Nothing changes before the field and what goes into it are chosen.
  await expect(page.locator('[data-group-clear]')).toBeHidden();
  await page.locator('[data-group-apply]').click();
  await expect(page.locator('[data-group-field]')).toBeFocused();
  await page.locator('[data-group-field]').selectOption('office');
  await page.locator('[data-group-apply]').click();
  await expect(page.locator('[data-message="group"]')).toContainText('Escriba lo que se pone. No cambió nada.');
  await expect(undoText(page)).toBeHidden();
  await page.locator('[data-group-value="text"]').fill('x'.repeat(201));
  await page.locator('[data-group-apply]').click();
  await expect(page.locator('[data-message="group"]')).toContainText('el máximo es 200');
  await page.locator('[data-group-value="text"]').fill('Secretaría General');
  await page.getByRole('button', { name: 'Poner lo mismo en las 2 seleccionadas' }).click();
  await expect(undoText(page)).toHaveText('«Dependencia responsable» cambió en 2 actividades.');
  await page.locator('[data-search]').fill('');
  const who = page.locator('[data-cell="responsible"]');
  await expect(who).toHaveText(['Secretaría General', 'Secretaría General', 'Sistemas']);
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(who).toHaveText(['Planeación', 'sin responsable', 'Sistemas']);
  // An open row that the search does not ask for is not taken; nor is what was selected before and is not to be seen.
  await open(page, 'TRA-01');
  await page.locator('[data-search]').fill('inf01');
  await expect(page.locator('[data-shown]')).toHaveText('Se muestra 1 de 3 actividades.');
  await expect(row(page, 'TRA-01').locator('.row-held')).toContainText('porque sus campos están abiertos');
  await expect(row(page, 'TRA-01').locator('[data-pick]')).toBeDisabled();
  await expect(page.locator('[data-aside]')).toContainText('(INF-02)');
  await page.locator('[data-pick-all]').check();
  await page.getByRole('button', { name: 'Dejar en blanco «Dependencia responsable» en la seleccionada' }).click();
  await expect(undoText(page)).toHaveText('«Dependencia responsable» quedó en blanco en 1 actividad.');
  await page.locator('[data-search]').fill('');
  await expect(page.locator('.row-held:visible')).toHaveCount(0);
  await expect(who).toHaveText(['sin responsable', 'sin responsable', 'Sistemas']);
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(who).toHaveText(['Planeación', 'sin responsable', 'Sistemas']);
  await rest(page);
  expect(await storedDocuments(page)).toEqual({
    'activity:INF-01': before['INF-01'],
    'activity:INF-02': {},
    'activity:TRA-01': before['TRA-01'],
  });
});

test('one criterion has several activities, and one activity meets several criteria', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': { actividad: 'Una' } } });
  await openPlan(page);
  await open(page, 'INF-01');
  await page.locator('[data-new-criterion]').fill('xyz');
  await page.getByRole('button', { name: 'Agregar criterio' }).click();
  await expect(message(page, 'criteria')).toContainText('no está en el instrumento');
  await page.locator('[data-new-criterion]').fill('inf-02');
  await page.locator('[data-new-criterion]').press('Enter');
  await expect(page.locator('[data-criteria] .code')).toHaveText(['INF-01', 'INF-02']);
  await expect(page.locator('[data-add="INF-02"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Quitar INF-02' }).click();
  await page.getByRole('button', { name: 'Quitar INF-01' }).click();
  await expect(message(page, 'criteria')).toContainText('toda actividad necesita uno');
  await expect(page.locator('[data-add="INF-02"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Agregar otra actividad para este criterio' }).click();
  await expect(page.locator('[data-editor-title]')).toHaveText('Actividad INF-01-2');
  await page.keyboard.type('Otra');
  await expect(row(page, 'INF-01-2')).toContainText('Otra');
});

test('a deleted activity comes back with its projects', async ({ page }) => {
  await storePlan(page, unmet, {
    activities: { 'INF-01': { actividad: 'Una' }, 'INF-02': {} },
    projects: [{ id: 'P-01' }, { id: 'P-02' }],
  });
  await openPlan(page);
  await open(page, 'INF-01');
  await page.getByLabel('P-02 sin nombre').check();
  await page.locator('[data-remove]').click();
  await expect(row(page, 'INF-01')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Deshacer', exact: true })).toBeFocused();
  await rest(page);
  expect(await storedDocuments(page)).toEqual({
    'activity:INF-02': {},
    'project:P-01': { id: 'P-01' },
    'project:P-02': { id: 'P-02' },
  });
  await page.keyboard.press('Enter');
  await expect(row(page, 'INF-01')).toContainText('Una');
  await rest(page);
  expect(await storedDocuments(page)).toMatchObject({
    'activity:INF-01': { actividad: 'Una' },
    'project:P-02': { actividades: ['INF-01'] },
  });
});

test('an address leads to the field, the text or the proposal that it names', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {}, 'TRA-01': {} } });
  await openPlan(page, '#actividad/TRA-01/end');
  await expect(field(page, 'end')).toBeFocused();
  await expect(page.locator('[data-editor-title]')).toHaveText('Actividad TRA-01');
  const go = (fragment: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), fragment);
  await go('actividad/INF-01/lateReason');
  await expect(page.locator('[data-editor-title]')).toHaveText('Actividad INF-01');
  await expect(field(page, 'lateReason')).toBeFocused();
  await go('texto/mechanisms');
  await expect(page.locator('#texto-mechanisms')).toBeFocused();
  await go('criterio/DEM-01');
  await expect(page.locator('[data-add="DEM-01"]')).toBeFocused();
  await go('criterio/TRA-01');
  await expect(page.locator('[data-editor-title]')).toHaveText('Actividad TRA-01');
  await go('propuestas');
  await expect(page.locator('#propuestas')).toBeFocused();
  await go('actividad/ZZZ-09');
  await expect(undoText(page)).toHaveText('La actividad ZZZ-09 no está en este plan.');
});

test('two tabs write in two rows, and in two fields of one row: all of it is in both', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': {}, 'INF-02': {} } });
  const other = await page.context().newPage();
  await openPlan(page);
  await openPlan(other);
  await open(page, 'INF-01');
  await open(other, 'INF-02');
  await field(page, 'activity').pressSequentially('De la primera');
  await field(other, 'activity').pressSequentially('De la segunda');
  await other.locator('[data-done]').click();
  await open(other, 'INF-01');
  await field(other, 'goal').fill('Meta de la segunda');
  for (const tab of [page, other]) {
    await expect(row(tab, 'INF-01')).toContainText('De la primera');
    await expect(row(tab, 'INF-02')).toContainText('De la segunda');
    await expect(field(tab, 'goal')).toHaveValue('Meta de la segunda');
  }
});

test('what another tab wrote in the same field can be taken back, and nothing else goes with it', async ({ page }) => {
  await page.addInitScript(() => {
    class DeafChannel extends EventTarget {
      postMessage(): void {}
      close(): void {}
    }
    Object.assign(window, { BroadcastChannel: DeafChannel });
  });
  await storePlan(page, unmet, { activities: { 'INF-01': {} } });
  const other = await page.context().newPage();
  await openPlan(page);
  await openPlan(other);
  await open(other, 'INF-01');
  await field(other, 'activity').fill('De la otra');
  await rest(other);
  await open(page, 'INF-01');
  await field(page, 'activity').fill('De esta');
  await expect(page.locator('[data-conflict]')).toContainText(
    'Otra pestaña escribió lo mismo que usted en la actividad INF-01',
  );
  await expect(page.locator('[data-conflict]')).toContainText('«De la otra»');
  await field(page, 'goal').fill('Escrita después');
  await page.getByRole('button', { name: 'Recuperar' }).click();
  await expect(field(page, 'activity')).toHaveValue('De la otra');
  await expect(field(page, 'goal')).toHaveValue('Escrita después');
  await rest(page);
  expect((await storedDocuments(page))['activity:INF-01']).toEqual({
    actividad: 'De la otra',
    meta: 'Escrita después',
  });
});

test('what another tab stores under a text that is not saved yet is told, and can be taken back', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'INF-01': { responsable: 'Antes' } } });
  const other = await page.context().newPage();
  await openPlan(page);
  await openPlan(other);
  await open(page, 'INF-01');
  await field(page, 'office').fill('x'.repeat(201));
  await open(other, 'INF-01');
  await field(other, 'office').fill('De la otra');
  await expect(page.locator('[data-conflict]')).toContainText('la actividad INF-01 («Dependencia responsable»)');
  await expect(field(page, 'office')).toHaveValue('x'.repeat(201));
  await page.getByRole('button', { name: 'Recuperar' }).last().click();
  await expect(field(page, 'office')).toHaveValue('De la otra');
  await expect(message(page, 'office')).toBeHidden();
});

test('what is met leaves the plan with a trace, and can be taken up again', async ({ page }) => {
  await storePlan(
    page,
    { ...unmet, 'INF-01': evaluated('mision', 'vision', 'pasos') },
    {
      activities: { 'INF-01': { actividad: 'Publicar la visión' }, 'TRA-01': { fechaFin: '2009-09-30' } },
    },
  );
  await openPlan(page);
  await expect(page.locator('[data-over]')).toContainText('1 actividad tiene todos sus criterios cumplidos');
  await expect(page.locator('[data-late]')).toContainText(
    'TRA-01: debía terminar el 30 de septiembre de 2009; sin avance',
  );
  await page.getByRole('button', { name: 'Retirarla del plan y dejar constancia' }).click();
  await expect(page.locator('[data-over]')).toBeHidden();
  await expect(row(page, 'INF-01')).toHaveCount(0);
  await expect(page.locator('[data-trace-list]')).toContainText(
    'salió porque sus criterios se cumplen a 15 de octubre de 2009',
  );
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(row(page, 'INF-01')).toBeVisible();
  await page.getByRole('button', { name: 'Retirarla del plan y dejar constancia' }).click();
  await page.getByRole('button', { name: 'Volver a incluir INF-01' }).click();
  await expect(field(page, 'activity')).toHaveValue('Publicar la visión');
  await expect(page.locator('[data-trace]')).toBeHidden();
});

test('a closed version can be read whole and changed nowhere', async ({ page }) => {
  const cierre = { fecha: '2009-10-31', responsable: 'Ana', sha256: 'f'.repeat(64) };
  const activities = {
    'INF-01': { actividad: 'Publicar', retirada: { motivo: 'cumplida', fecha: '2009-09-01' } },
    'TRA-01': {},
  };
  await storePlan(page, unmet, { activities, texts: { mecanismos: 'Comité' } }, { ...header, cierre });
  await openPlan(page);
  await expect(page.locator('[data-notices]')).toContainText('cerrada');
  await page.getByRole('button', { name: 'Ver TRA-01' }).click();
  await expect(page.locator('[data-editor-title]')).toBeFocused();
  const controls = page.locator('gel-plan').locator('textarea, [data-editor] input');
  for (const control of await controls.all()) await expect(control).toBeDisabled();
  for (const name of [/^Agregar/, 'Borrar la actividad', /^Volver a incluir/, /^Quitar/]) {
    for (const button of await page.locator('gel-plan').getByRole('button', { name }).all()) {
      await expect(button).toBeDisabled();
    }
  }
  await expect(page.locator('[data-pick-all]')).toBeHidden();
  await page.locator('[data-done]').click();
  await expect(page.getByRole('button', { name: 'Ver TRA-01' })).toBeFocused();
});

test('an activity is written from end to end with the keyboard alone', async ({ page }) => {
  await storePlan(page, unmet, { activities: { 'TRA-01': { fechaInicio: '2010-01-01' } } });
  await openPlan(page);
  await page.locator('[data-edit="TRA-01"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Publicar el inventario');
  for (const text of ['El inventario', 'Uno publicado', '', 'Planeación', 'Jefe']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-edit="TRA-01"]')).toBeFocused();
  await expect(page.locator('[data-editor]')).toHaveCount(0);
  await rest(page);
  expect((await storedDocuments(page))['activity:TRA-01']).toEqual({
    actividad: 'Publicar el inventario',
    producto: 'El inventario',
    meta: 'Uno publicado',
    responsable: 'Planeación',
    cargo: 'Jefe',
    fechaInicio: '2010-01-01',
  });
});

test('along the time each activity is an item in words beside its bar; what has no dates stands apart', async ({
  page,
}) => {
  await storePlan(page, unmet, {
    activities: {
      'INF-01': { actividad: 'Publicar', responsable: 'Planeación', fechaInicio: '2010-01-01', fechaFin: '2010-03-30' },
      'INF-02': {},
    },
  });
  await openPlan(page);
  await page.locator('[data-view]').selectOption('date');
  const item = page.locator('ol > [data-row="INF-01"]');
  await expect(item).toContainText('del 1 de enero al 30 de marzo de 2010');
  await expect(item).toContainText('Planeación');
  await expect(item.locator('svg[aria-hidden="true"] .gantt-bar')).toHaveCount(1);
  await expect(page.locator('[data-group="undated"] [data-row]')).toHaveCount(1);
});

test('the figures of the what-if follow the dates', async ({ page }) => {
  const all = { ...halfMet };
  await storePlan(page, all);
  await openPlan(page);
  const cell = page.locator('[data-phase="democracia"] [data-label="Llega al 100\u00a0%"]');
  await expect(cell).toContainText('No llega');
  await page.getByRole('button', { name: /^Agregar las/ }).click();
  await page.locator('[data-pick-all]').check();
  await page.locator('[data-group-field]').selectOption('end');
  await page.locator('[data-group-value="date"]').fill('2010-11-30');
  await page.locator('[data-group-apply]').click();
  await expect(cell).toHaveText('30 de noviembre de 2010');
  await expect(page.locator('[data-outlook-rows]')).toContainText('30 de noviembre de 2010');
});

test('a plan of 500 activities opens, and what is typed in a row stands there at once', async ({ page }) => {
  await storePlan(page, halfMet, { activities: manyActivities(500) });
  await openPlan(page);
  await expect(page.locator('[data-row]')).toHaveCount(500);
  await open(page, 'INF-20');
  await field(page, 'activity').fill('');
  await field(page, 'activity').pressSequentially('Publicar el glosario');
  await expect(row(page, 'INF-20').locator('.row-activity')).toHaveText('Publicar el glosario');
  await rest(page);
  await page.reload();
  await expect(row(page, 'INF-20').locator('.row-activity')).toHaveText('Publicar el glosario');
});

test('the page says what it lacks where there is nothing to plan', async ({ page }) => {
  await page.goto('/autoevaluacion/plan/');
  await expect(page.locator('[data-none-yet]')).toBeVisible();
  await storePlan(page, {});
  await page.goto(`/autoevaluacion/plan/?id=${ID}`);
  await expect(page.locator('[data-proposals-text]')).toContainText('Todavía no hay respuestas');
  await expect(page.locator('[data-pending] a')).toBeVisible();
  await expect(page.locator('[data-no-rows]')).toContainText('Responda primero el cuestionario.');
  await expect(page.locator('[data-check]')).toHaveText('0 de 18 puntos');
});

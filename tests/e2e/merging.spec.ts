import {
  evaluated,
  everything,
  fillDisk,
  freeDisk,
  header,
  ID,
  notApplicable,
  openList,
  openQuestionnaire,
  store,
  stored,
} from '../support/assessment.ts';
import { criteriaIn } from '../support/criteria.ts';
import { ansiFile, assessmentFile, file, giveToMerge, openInList } from '../support/files.ts';
import { ATTACK, expectInert } from '../support/hostile.ts';
import { expect, test, type Page } from '../support/test.ts';

const LATER = '2009-10-20T10:00:00.000Z';
const later = (answer: object) => ({ ...answer, modificada: LATER });
const mine = {
  'INF-01': { ...evaluated('mision'), observacion: 'Falta publicar la visión.' },
  'INF-02': evaluated(),
  'TRA-09': notApplicable('No cobra.'),
};
const theirs = {
  'INF-01': later({ ...evaluated('mision', 'vision'), observacion: 'Ya está la visión.' }),
  'INF-02': evaluated(),
  'INF-03': later(evaluated('publicado')),
};
const colleague = (answers: Record<string, unknown> = theirs, change: Record<string, unknown> = {}) =>
  file('colega.gel.json', assessmentFile(answers, { revision: 44, modificada: LATER, ...change }));

const conflict = (page: Page, id = 'INF-01') => page.locator(`[data-conflict="${id}"]`);
const join = (page: Page) => page.locator('gel-merge [type=submit]');
const done = (page: Page) => page.locator('[data-done]');
const faults = (page: Page) => page.locator('gel-merge [data-faults]');

async function openMerge(page: Page): Promise<void> {
  await page.goto(`/autoevaluacion/unir/?id=${ID}`);
  await page.locator('[data-body]:visible').waitFor();
}

async function give(page: Page, other = colleague()): Promise<void> {
  await giveToMerge(page, other);
  await page.locator('[data-form]:visible').waitFor();
}

test('from the list: a summary and both notes before, the later proposed, one assessment after, and the way back', async ({
  page,
}) => {
  await store(page, mine);
  await openList(page);
  await openInList(page, colleague());
  await page.locator('[data-choice=merge]').click();
  await page.waitForURL(/\/autoevaluacion\/unir\/#id=.*con=/);
  await expect(page.locator('#resumen')).toBeFocused();
  await expect(page.locator('[data-summary]')).toHaveText(
    /Iguales en las dos\s*1 criterio\s*Solo en la de este navegador\s*1 criterio; se quedan\s*Solo en la otra\s*1 criterio; se toman.*Difieren\s*1 criterio/s,
  );
  const sides = conflict(page).locator('.side');
  await expect(sides.nth(0)).toContainText('Falta publicar la visión.');
  await expect(sides.nth(1)).toContainText('Ya está la visión.');
  await expect(sides.nth(1)).toContainText('(propuesta: es la más reciente)');
  await expect(sides.nth(1).getByRole('radio')).toBeChecked();
  await expect(page.locator('[data-row=informacion] [data-answered]')).toHaveText(`3 de ${criteriaIn('informacion')}`);
  expect((await stored(page)).answers).toHaveLength(3);

  await join(page).click();
  await expect(done(page)).toBeFocused();
  await expect(done(page)).toContainText('Las dos quedaron unidas: 2 criterios cambiaron');
  await expect(page.locator('[data-copy-text]')).toContainText('Guardado en este navegador a las');
  const after = await stored(page);
  expect(after.answers).toMatchObject([
    { criterionId: 'INF-01', answer: { cumplidas: ['mision', 'vision'], observacion: 'Ya está la visión.' } },
    { criterionId: 'INF-02' },
    { criterionId: 'INF-03' },
    { criterionId: 'TRA-09' },
  ]);
  // What came to be merged is in the result; what was there before is kept.
  expect(after.kept).toMatchObject([
    { reason: 'merged', file: { respuestas: { 'INF-01': { cumplidas: ['mision'] } } } },
  ]);

  await done(page).getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(page.locator('#resumen')).toBeFocused();
  const back = await stored(page);
  expect(back.answers).toHaveLength(3);
  expect(back.kept).toMatchObject([{ reason: 'received' }, { reason: 'replaced' }]);
  await join(page).click();
  await expect(done(page)).toBeVisible();
  expect((await stored(page)).answers).toHaveLength(4);
});

test('the plan and the projects: what becomes of each is said before, nothing is lost, once is enough, and it is undone', async ({
  page,
}) => {
  const own = {
    planDeAccion: {
      'INF-01': { actividad: 'Publicar la visión', color: 'azul' },
      'INF-02': { actividad: 'Publicar las funciones' },
      'INF-03': { actividad: 'Igual' },
      'INF-04': { fechaFin: 'mañana' },
    },
    planGeneral: { recursos: 'Funcionamiento' },
    proyectos: [{ id: 'P-01', nombre: 'Portal', actividades: ['INF-01'] }],
  };
  const others = {
    planDeAccion: {
      'INF-01': { actividad: 'Contratar un diseño' },
      'INF-02': { actividad: 'Publicar las funciones', responsable: 'Jurídica' },
      'INF-03': { actividad: 'Igual' },
      'INF-05': { actividad: `Sedes ${ATTACK}` },
    },
    planGeneral: { recursos: 'Inversión' },
    proyectos: [{ id: 'P-01', nombre: 'Correo', actividades: ['INF-01'] }],
  };
  await store(page, mine, header, own);
  await openMerge(page);
  await give(page, colleague(mine, others));
  await expect(page.locator('[data-plan-summary]')).toHaveText(
    /Iguales en las dos\s*1 actividad\s*Solo en la otra\s*\W?INF-05\W?; se toman\s*Una dice lo que la otra dejó en blanco\s*\W?INF-02\W?; se juntan\s*Dicen cosas distintas\s*\W?INF-01\W? y \W?P-01\W?; se quedan las dos. Lo de la otra queda como \W?INF-01-2\W? y \W?P-02\W?.*uno debajo del otro\s*recursos/s,
  );
  const before = (await stored(page)).documents;
  await join(page).click();
  await expect(done(page)).toContainText(
    'Del plan y los proyectos, 3 cosas se tomaron o se juntaron y 2 quedaron dos veces.',
  );
  await expectInert(page);
  const records = async (): Promise<[string, unknown][]> =>
    (await stored(page)).documents.map(({ id, record }) => [id, record]);
  const after = await records();
  expect(after).toEqual([
    ['INF-01', own.planDeAccion['INF-01']],
    ['INF-01-2', others.planDeAccion['INF-01']],
    ['INF-02', others.planDeAccion['INF-02']],
    ['INF-03', own.planDeAccion['INF-03']],
    ['INF-04', own.planDeAccion['INF-04']],
    ['INF-05', others.planDeAccion['INF-05']],
    ['P-01', own.proyectos[0]],
    ['P-02', { id: 'P-02', nombre: 'Correo', actividades: ['INF-01-2'] }],
    ['', { recursos: 'Funcionamiento\n\nInversión' }],
  ]);

  await openMerge(page);
  await give(page, colleague(mine, others));
  await join(page).click();
  await expect(done(page)).toContainText('Las dos quedaron unidas');
  expect(await records()).toEqual(after);

  await page.goto('/autoevaluacion/');
  const kept = page.locator('[data-kept]');
  await kept.locator('summary').click();
  // The last of the list was kept first.
  await kept
    .getByRole('button', { name: /^Recuperar/ })
    .last()
    .click();
  await expect(page.locator('[data-outcome-text]')).toContainText('Quedó como estaba');
  expect((await stored(page)).documents).toEqual(before);
});

test('the person decides: mine with both notes and all evidence, and the profile too', async ({ page }) => {
  await store(
    page,
    {
      'INF-01': { ...evaluated('mision'), observacion: 'Nota mía.', evidencias: [{ url: 'https://a.gov.co/' }] },
      'TRA-09': evaluated(),
    },
    { ...header, perfil: { 'varias-sedes': true } },
  );
  await openMerge(page);
  const other = {
    'INF-01': later({ ...evaluated(), observacion: 'Nota de ella.', evidencias: [{ url: 'https://b.gov.co/' }] }),
    'TRA-09': later(notApplicable('No cobra.')),
  };
  await give(page, colleague(other, { perfil: { 'varias-sedes': false } }));
  await conflict(page)
    .getByRole('radio', { name: /La de este navegador/ })
    .check();
  await conflict(page)
    .getByLabel(/Conservar también la observación/)
    .check();
  const profile = page.getByRole('group', { name: /sede/ });
  await expect(profile.getByRole('radio', { name: /Sí, como en la de este navegador/ })).toBeChecked();
  await profile.getByRole('radio', { name: /No, como en la otra/ }).check();
  await join(page).click();
  await expect(done(page)).toBeVisible();
  expect(await stored(page)).toMatchObject({
    assessments: [{ perfil: { 'varias-sedes': false } }],
    answers: [
      {
        answer: {
          cumplidas: ['mision'],
          observacion: 'Nota mía.\n\nNota de ella.',
          evidencias: [{ url: 'https://a.gov.co/' }, { url: 'https://b.gov.co/' }],
        },
      },
      { answer: { tipo: 'no-aplica' } },
    ],
  });
});

test('two notes that do not fit together are not cut: the page says so and keeps to the chosen one', async ({
  page,
}) => {
  await store(page, { 'INF-01': { ...evaluated('mision'), observacion: 'a'.repeat(3000) } });
  await openMerge(page);
  await give(page, colleague({ 'INF-01': later({ ...evaluated(), observacion: 'b'.repeat(3000) }) }));
  await conflict(page)
    .getByLabel(/Conservar también la observación/)
    .click();
  await expect(conflict(page)).toContainText('Las dos observaciones juntas pasan de 5.000 caracteres');
  await expect(conflict(page).getByLabel(/Conservar también la observación/)).not.toBeChecked();
});

test('of another entity, date or version of the instrument: said before, and criteria that this version lacks are kept', async ({
  page,
}) => {
  await store(page, { 'INF-98': { ...evaluated('a'), observacion: 'De antes.' } });
  await openMerge(page);
  const change = {
    entidad: { nombre: 'Servicio Nacional de Aprendizaje', orden: 'territorial' },
    fechaCorte: '2008-06-01',
    instrumento: { id: 'decreto-1151-2008', version: '2031.1' },
  };
  await give(page, colleague({ 'INF-98': later(evaluated('b')), 'INF-99': evaluated('c') }, change));
  const warnings = page.locator('[data-warnings]');
  await expect(warnings).toContainText('No parecen de la misma entidad');
  await expect(warnings).toContainText('Describen días distintos: 15 de octubre de 2009 y 1 de junio de 2008.');
  await expect(warnings).toContainText(`versiones distintas del instrumento (${header.instrumento.version} y 2031.1)`);
  await expect(warnings).toContainText('difieren en nombre, orden. Quedan los de este navegador.');
  await expect(conflict(page, 'INF-98')).toContainText('Criterio que esta versión no tiene');
  await join(page).click();
  await expect(done(page)).toBeVisible();
  expect(await stored(page)).toMatchObject({
    assessments: [{ entidad: { nombre: 'Instituto Nacional de Salud' }, fechaCorte: '2009-10-15' }],
    answers: [
      { criterionId: 'INF-98', answer: { cumplidas: ['b'] } },
      { criterionId: 'INF-99', answer: { cumplidas: ['c'] } },
    ],
  });
});

test('one of the list is merged into another and stays where it is; a file that is not ours changes nothing', async ({
  page,
}) => {
  await store(page, mine);
  await store(page, {}, { ...header, id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10', etiqueta: 'Sistemas' });
  await openMerge(page);
  await giveToMerge(page, file('foto.json', 'no'));
  await expect(page.locator('[data-file-notices]')).toContainText('No se pudo abrir foto.json');
  await expect(page.locator('[data-form]')).toBeHidden();
  const list = page.getByLabel('O una de la lista de este navegador');
  await list.focus();
  await list.selectOption('INS (Sistemas), 15 de octubre de 2009');
  await expect(page.locator('[data-with]')).toContainText('Instituto Nacional de Salud (INS) · Sistemas');
  // Whoever goes through the list by keyboard stays in it.
  await expect(list).toBeFocused();
  await expect(page.locator('[data-file-notices]')).toBeEmpty();
  // One whose letters another program stored otherwise is compared only once they read well.
  const ansi = assessmentFile({ 'INF-09': evaluated() }, { etiqueta: 'Dirección', revision: 44 });
  await giveToMerge(page, ansiFile('correo.gel.json', ansi));
  await expect(page.locator('[data-file-notices]')).toContainText('dice: Dirección.');
  await expect(page.locator('[data-with]')).toContainText('Sistemas');
  await page.locator('[data-file-notices]').getByRole('button').click();
  await expect(page.locator('[data-with]')).toContainText('Dirección');
  await expect(page.locator('[data-file-notices]')).toBeEmpty();
  await list.selectOption('INS (Sistemas), 15 de octubre de 2009');
  await expect(page.locator('[data-with]')).toContainText('Sistemas');
  await join(page).dblclick();
  await expect(done(page)).toContainText('0 criterios cambiaron');
  expect((await stored(page)).assessments).toHaveLength(2);
});

test('HTML, script and marks that turn the text around are shown as text', async ({ page }) => {
  const note = `${ATTACK}\u202E`;
  await store(page, { 'INF-01': { ...evaluated('mision'), observacion: note } });
  await openMerge(page);
  const entidad = { nombre: `Ins\u202Etituto ${ATTACK}`, sigla: '\u202EX', orden: 'nacional' };
  const answers = {
    'INF-01': later({
      ...evaluated(),
      observacion: ATTACK,
      evidencias: [{ titulo: `${ATTACK}\u202E`, url: 'https://www.ejemplo.gov.co/' }],
    }),
    [`\u202E${ATTACK}`]: evaluated('x'),
  };
  await give(
    page,
    colleague(answers, { entidad, etiqueta: ATTACK, instrumento: { id: ATTACK.slice(0, 80), version: '\u202E' } }),
  );
  await expect(conflict(page).locator('.side').nth(1)).toContainText('<img src=x');
  await page.locator('[data-taken-summary]').click();
  await expect(page.locator('[data-taken]')).toContainText('<img src=x');
  // A note stands alone in its own block, where its marks turn nothing else around.
  const turned = page.locator('.side dd', { hasText: '\u202E' });
  await turned.evaluateAll((list) => list.forEach((each) => (each.textContent = 'nota')));
  await expectInert(page);
});

test('on a full disk nothing is merged; what was decided stays decided, and it can be tried again', async ({
  page,
}) => {
  await store(page, mine);
  await openList(page);
  await openInList(page, colleague());
  await page.locator('[data-choice=merge]').click();
  await page.locator('[data-form]:visible').waitFor();
  const before = await everything(page);
  await conflict(page)
    .getByRole('radio', { name: /La de este navegador/ })
    .check();
  await fillDisk(page, 'answers');
  await join(page).click();
  await expect(faults(page)).toContainText('No se hizo el cambio: no queda espacio');
  await expect(conflict(page).getByRole('radio', { name: /La de este navegador/ })).toBeChecked();
  expect(await everything(page)).toBe(before);
  await freeDisk(page);
  await join(page).click();
  await expect(done(page)).toBeVisible();
  await expect(faults(page)).toBeEmpty();
  expect((await stored(page)).answers[0]).toMatchObject({ answer: { cumplidas: ['mision'] } });
});

test('another tab answers while the person decides: the comparison follows, the decisions and the focus stay', async ({
  page,
  context,
}) => {
  await store(page, mine);
  await openMerge(page);
  await give(page);
  await conflict(page)
    .getByRole('radio', { name: /La de este navegador/ })
    .check();
  await conflict(page)
    .getByLabel(/Conservar también la observación/)
    .check();
  const other = await context.newPage();
  await openQuestionnaire(other, 'informacion');
  await other.locator('#inf-03 [data-none]').check();
  await expect(conflict(page, 'INF-03')).toBeVisible();
  await expect(conflict(page).getByRole('radio', { name: /La de este navegador/ })).toBeChecked();
  await expect(conflict(page).getByLabel(/Conservar también la observación/)).toBeChecked();
  await expect(conflict(page).getByLabel(/Conservar también la observación/)).toBeFocused();
  await join(page).click();
  await expect(done(page)).toBeVisible();
  await expect(other.locator('#inf-01 [data-note]')).toHaveValue('Falta publicar la visión.\n\nYa está la visión.');
});

test('a tab that missed what another one stored merges nothing over it, and asks to look again', async ({
  page,
  context,
}) => {
  await store(page, mine);
  await page.addInitScript(() => {
    class DeafChannel extends EventTarget {
      postMessage(): void {}
      close(): void {}
    }
    Object.assign(window, { BroadcastChannel: DeafChannel });
  });
  await openMerge(page);
  await give(page);
  const other = await context.newPage();
  await openQuestionnaire(other, 'informacion');
  await other.locator('#inf-04 [data-all]').check();
  await expect(other.locator('[data-save-line]')).toContainText('Guardado a las');
  await join(page).click();
  await expect(faults(page)).toContainText('No se unió: la de este navegador acaba de cambiar en otra pestaña.');
  await expect(page.locator('[data-row=informacion] [data-answered]')).toHaveText(`4 de ${criteriaIn('informacion')}`);
  await join(page).click();
  await expect(done(page)).toBeVisible();
  expect(JSON.stringify((await stored(page)).answers)).toContain('INF-04');
});

test('what was kept before the merge is thrown away in another tab: «Deshacer» changes nothing and says so', async ({
  page,
  context,
}) => {
  await store(page, mine);
  await openMerge(page);
  await give(page);
  await join(page).click();
  await expect(done(page)).toBeVisible();
  const list = await context.newPage();
  await openList(list);
  await list.locator('[data-kept] summary').click();
  await list.getByRole('button', { name: /^Borrar del todo/ }).click();
  await list.getByRole('dialog').getByRole('button', { name: 'Borrar del todo' }).click();
  await expect(list.locator('[data-outcome-text]')).toContainText('Se borró del todo');
  const before = await everything(page);
  await done(page).getByRole('button', { name: 'Deshacer', exact: true }).click();
  await expect(faults(page)).toContainText('No se deshizo');
  expect(await everything(page)).toBe(before);
});

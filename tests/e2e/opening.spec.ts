import { zipSync, strToU8 } from 'fflate';
import {
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
import { ansiFile, assessmentFile, dropFile, file, openInList } from '../support/files.ts';
import { ATTACK, expectInert } from '../support/hostile.ts';
import { expect, test, type Page } from '../support/test.ts';

const NEWER = '2009-10-20T10:00:00.000Z';
const panel = (page: Page, index = 0) => page.locator('[data-incoming] section').nth(index);
const choice = (page: Page, name: string) => page.locator(`[data-incoming] [data-choice=${name}]`);
const notices = (page: Page) => page.locator('[data-file-notices]');
const said = (page: Page) => page.locator('[data-outcome-text]');
const undo = (page: Page) => page.locator('[data-undo]');
const cards = (page: Page) => page.locator('section[data-assessment]');

test.describe('a file that is opened', () => {
  test('is shown before anything changes: whose, how far, and what it is to the list', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openList(page);
    const before = await everything(page);
    const theirs = { 'INF-01': evaluated('mision', 'vision'), 'INF-99': evaluated('a') };
    await openInList(page, file('colega.gel.json', assessmentFile(theirs, { modificada: NEWER, revision: 9 })));
    await expect(panel(page)).toBeFocused();
    await expect(panel(page).getByRole('heading')).toHaveText('colega.gel.json: Instituto Nacional de Salud (INS)');
    await expect(panel(page)).toContainText('Fecha de corte: 15 de octubre de 2009. 2 criterios con datos.');
    await expect(panel(page)).toContainText(`Información: ${shownPercent(2, 3 * criteriaIn('informacion'))}`);
    await expect(panel(page)).toContainText('En la lista está la misma autoevaluación con otro contenido');
    await expect(panel(page)).toContainText('Trae respuestas a lo que esta versión no tiene (INF-99)');
    await expect(panel(page).getByRole('button')).toHaveText([
      'Unir las dos',
      'Reemplazar la de la lista',
      'Agregar aparte',
      'No abrirlo',
    ]);
    await choice(page, 'leave').click();
    await expect(panel(page)).toBeHidden();
    await expect(page.locator('[data-open-file]')).toBeFocused();
    expect(await everything(page)).toBe(before);
  });

  test('is added to a list without it, and the file counts as its copy', async ({ page }) => {
    await page.goto('/autoevaluacion/');
    const answers = { 'DEM-01': evaluated(), 'INF-99': evaluated('desconocida') };
    const change = { revision: 40, claveDelFuturo: { a: [1] } };
    await openInList(page, file('ins.gel.json', assessmentFile(answers, change)));
    await expect(panel(page)).toContainText('No está en la lista de este navegador.');
    await choice(page, 'add').dblclick();
    await expect(said(page)).toHaveText(
      'INS, 15 de octubre de 2009 se agregó a la lista. Nada de lo que había cambió.',
    );
    await expect(undo(page)).toBeFocused();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page).locator('[data-copy-text]')).toHaveText(
      'Última copia en archivo: hace un momento (está al día).',
    );
    // What this version does not know is stored as it came.
    expect(await stored(page)).toMatchObject({
      assessments: [{ claveDelFuturo: { a: [1] } }],
      answers: [{ criterionId: 'DEM-01' }, { criterionId: 'INF-99', answer: { cumplidas: ['desconocida'] } }],
    });
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('Se quitó de la lista lo que trajo el archivo.');
    expect(await stored(page)).toMatchObject({ assessments: [], kept: [{ reason: 'deleted' }] });
  });

  test('replaces the one of the list only when told to; what was there is kept, and comes back', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision'), 'INF-02': { tipo: 'dañada' } }, { ...header, revision: 3 });
    await openList(page);
    await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() }, { modificada: NEWER })));
    await choice(page, 'replace').click();
    await expect(said(page)).toHaveText(
      'INS, 15 de octubre de 2009 quedó como en el archivo. Como estaba antes se conserva más abajo.',
    );
    await expect(undo(page)).toBeFocused();
    expect(await stored(page)).toMatchObject({
      assessments: [{ id: ID, revision: 4 }],
      answers: [{ criterionId: 'DEM-01' }],
      kept: [{ reason: 'replaced', file: { revision: 3, respuestas: { 'INF-01': {} } } }],
      quarantine: [{ criterionId: 'INF-02', raw: { tipo: 'dañada' } }],
    });
    await page.reload();
    await page.locator('[data-kept] summary').click();
    await expect(page.locator('[data-kept]')).toContainText('Como estaba antes de reemplazarla');
    await page.getByRole('button', { name: /^Recuperar/ }).click();
    await expect(said(page)).toHaveText('Quedó como estaba: INS, 15 de octubre de 2009.');
    expect(await stored(page)).toMatchObject({
      answers: [{ criterionId: 'INF-01' }],
      kept: [{ reason: 'replaced', file: { respuestas: { 'DEM-01': {} } } }],
    });
  });

  test('that the list has to the letter changes nothing, and one added apart is an open copy', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openList(page);
    await openInList(page, file('ins.gel.json', assessmentFile({ 'INF-01': evaluated('mision') })));
    await expect(panel(page)).toContainText('Ya está en la lista, igual a este archivo.');
    await panel(page).getByRole('button', { name: 'Entendido' }).click();
    await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() })));
    await choice(page, 'add').click();
    await expect(said(page)).toContainText('se agregó como copia, porque ya había una con su identificación');
    await expect(cards(page)).toHaveCount(2);
    expect((await stored(page)).answers).toHaveLength(2);
  });

  test('of the same entity and date under another id is offered to be merged', async ({ page }) => {
    await store(page, { 'INF-01': evaluated('mision') });
    await openList(page);
    const change = {
      id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10',
      entidad: { nombre: 'INSTITUTO NACIONAL  DE SALÚD', orden: 'nacional' },
    };
    await openInList(page, file('sistemas.gel.json', assessmentFile({ 'INF-02': evaluated() }, change)));
    await expect(panel(page)).toContainText('En la lista hay otra de la misma entidad y fecha');
    await expect(panel(page).getByRole('button').first()).toHaveText('Unir las dos');
  });

  test('waits for its own choice while others are opened, by button or by drop', async ({ page }) => {
    await store(page, {});
    await openList(page);
    await openInList(page, file('a.gel.json', assessmentFile({}, { id: 'aaaaaaaa-1', fechaCorte: '2008-06-01' })));
    await dropFile(
      page,
      'h1',
      'b.gel.json',
      JSON.stringify(assessmentFile({}, { id: 'bbbbbbbb-1', fechaCorte: '2009-06-01' })),
    );
    await expect(panel(page, 1).getByRole('heading')).toContainText('b.gel.json');
    await expect(panel(page, 1)).toBeFocused();
    await expect(panel(page).getByRole('heading')).toContainText('a.gel.json');
    await page.getByRole('button', { name: 'Agregar las 2 que no están en la lista' }).click();
    await expect(said(page)).toHaveText('Se agregaron 2 a la lista. Nada de lo que había cambió.');
    await expect(cards(page)).toHaveCount(3);
  });

  test('that another program saved as Windows-1252 shows its words, and is opened only once they are accepted', async ({
    page,
  }) => {
    await page.goto('/autoevaluacion/');
    const entidad = { nombre: 'Alcaldía de Ñuble', orden: 'territorial' };
    const [one, two] = ['aaaaaaaa-1', 'bbbbbbbb-1'].map((id) => assessmentFile({}, { id, entidad }));
    await openInList(page, ansiFile('una.gel.json', one), ansiFile('otra.gel.json', two));
    await expect(panel(page)).toContainText('Leído como Windows-1252 dice: Alcaldía · Ñuble.');
    await expect(panel(page).getByRole('button')).toHaveText(['Están bien escritas: abrirlo así', 'No abrirlo']);
    await expect(page.locator('[data-add-all]')).toBeHidden();
    await panel(page).getByRole('button').first().press('Enter');
    await expect(panel(page)).toBeFocused();
    await expect(panel(page)).not.toContainText('Windows-1252');
    await choice(page, 'add').click();
    await expect(said(page)).toContainText('se agregó a la lista');
    expect((await stored(page)).assessments).toMatchObject([{ id: 'aaaaaaaa-1', entidad }]);
    // The other one still waits for its own word.
    await expect(panel(page).getByRole('button').first()).toHaveText('Están bien escritas: abrirlo así');
  });

  test('from a ZIP: what can be read is offered, what cannot is told with its name', async ({ page }) => {
    await page.goto('/autoevaluacion/');
    const zip = zipSync({
      'bien.gel.json': strToU8(JSON.stringify(assessmentFile({}))),
      'mal.json': strToU8('{"formato":'),
      'LEAME.txt': strToU8('no se abre'),
    });
    await openInList(page, { name: 'todas.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    await expect(panel(page).getByRole('heading')).toContainText('bien.gel.json (en todas.zip)');
    await expect(notices(page)).toContainText('No se pudo abrir mal.json (en todas.zip)');
    await openInList(page, { name: 'roto.zip', mimeType: 'application/zip', buffer: Buffer.from(zip.slice(0, 90)) });
    await expect(notices(page)).toContainText('No se pudo abrir roto.zip: está cortado: le falta el final.');
    const empty = Buffer.from(zipSync({ 'foto.png': strToU8('x') }));
    await openInList(page, { name: 'fotos.zip', mimeType: 'application/zip', buffer: empty });
    await expect(notices(page)).toContainText('el ZIP no trae ningún archivo de autoevaluación');
  });
});

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const whole = JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }));

/** What a file may bring that is no assessment of ours, and what the person reads of it. */
const refusals: Record<string, readonly [content: string, told: string]> = {
  'no JSON': ['no es JSON', 'no es un archivo de autoevaluación, o está cortado.'],
  nothing: ['', 'no es un archivo de autoevaluación, o está cortado.'],
  'a list': ['[]', 'es de otro formato: no dice gel-autoevaluacion.'],
  'another format': ['{"formato":"otro","versionFormato":1}', 'es de otro formato: no dice gel-autoevaluacion.'],
  'a newer version': [
    JSON.stringify(assessmentFile({}, { versionFormato: 2 })),
    'lo guardó una versión más nueva de este sitio (formato 2). Vuelva a cargar la página para usarla.',
  ],
  'half of it': [whole.slice(0, whole.length / 2), 'no es un archivo de autoevaluación, o está cortado.'],
  'data within data 40 times': [
    JSON.stringify(assessmentFile({})).replace('{', `{"x":${nested(40)},`),
    'tiene datos metidos unos en otros más de lo que admite el formato.',
  ],
  'data within data 100.000 times': [nested(100_000), 'No se pudo abrir'],
  'a text for a list and a number for a text': [
    JSON.stringify(assessmentFile({ 'INF-01': { ...evaluated(), cumplidas: 'mision' } }, { etiqueta: 3 })),
    'en «etiqueta» se esperaba un texto y hay 3',
  ],
  'a wrong answer': [
    JSON.stringify(assessmentFile({ 'INF-01': { ...evaluated(), cumplidas: 'mision' } })),
    'en «respuestas.INF-01.cumplidas» se esperaba una lista de verificaciones y hay "mision"',
  ],
  'a day that does not exist': [
    JSON.stringify(assessmentFile({}, { fechaCorte: '2009-02-30' })),
    'en «fechaCorte» se esperaba un día que exista y hay "2009-02-30"',
  ],
  'a link that would run': [
    JSON.stringify(assessmentFile({ 'INF-01': { ...evaluated(), evidencias: [{ url: 'javascript:alert(1)' }] } })),
    'en «respuestas.INF-01.evidencias.0.url» se esperaba una dirección http:// o https:// y hay "javascript:alert(1)"',
  ],
  'answers that are a list': [
    JSON.stringify({ ...header, respuestas: [] }),
    'en «respuestas» se esperaban las respuestas entre llaves y hay una lista',
  ],
  'an answer under __proto__ that is none': [
    JSON.stringify(assessmentFile({})).replace('"respuestas":{', '"respuestas":{"__proto__":{"tipo":"evaluada"}'),
    'en «respuestas.__proto__.modificada»',
  ],
  'HTML where a date should be': [
    JSON.stringify(assessmentFile({}, { fechaCorte: ATTACK })),
    'en «fechaCorte» se esperaba la fecha de corte, como 2009-10-15 y hay "<img src=x',
  ],
};

test('a file that is not ours or is wrong is refused whole, with its name, the place and what to do; nothing stored changes', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await store(page, { 'INF-01': evaluated('mision') });
  await openList(page);
  const before = await everything(page);
  for (const [name, [content, told]] of Object.entries(refusals)) {
    await test.step(name, async () => {
      await openInList(page, file(`${name}.json`, content));
      await expect(notices(page).getByRole('alert')).toHaveCount(1);
      await expect(notices(page)).toContainText(`No se pudo abrir ${name}.json: `);
      await expect(notices(page)).toContainText(told);
      await expect(notices(page)).toContainText('Lo guardado en este navegador no cambió.');
      await expect(panel(page)).toBeHidden();
    });
  }
  await expectInert(page);
  expect(await everything(page)).toBe(before);
});

/** Gives the list a file that is filled up with blanks to so many bytes; made in the page, which takes no time. */
async function openFilledUp(page: Page, bytes: number): Promise<void> {
  await page.locator('[data-open-file]:enabled').evaluate(
    (input: HTMLInputElement, given) => {
      const start = new TextEncoder().encode(given.text);
      const chosen = new DataTransfer();
      const blanks = new Uint8Array(given.bytes - start.length).fill(0x20);
      chosen.items.add(new File([start, blanks], 'grande.gel.json'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { text: whole, bytes },
  );
}

test('a file of 25 MiB and one byte is refused; one of 25 MiB is read', async ({ page }) => {
  const MIB = 1024 * 1024;
  await page.goto('/autoevaluacion/');
  await openFilledUp(page, 25 * MIB + 1);
  await expect(notices(page)).toContainText('No se pudo abrir grande.gel.json: pesa más de 25 MB.');
  await expect(panel(page)).toBeHidden();
  await openFilledUp(page, 25 * MIB);
  await expect(panel(page)).toBeVisible();
});

test('keys given twice, __proto__ and constructor are data like any other, and travel on', async ({ page }) => {
  await page.goto('/autoevaluacion/');
  const text = JSON.stringify(assessmentFile({ 'DEM-01': evaluated() }, { constructor: { x: 1 } }))
    .replace('{', '{"formato":"otro","__proto__":{"isAdmin":true},')
    .replace('"respuestas":{', `"respuestas":{"__proto__":${JSON.stringify(evaluated('a'))},`);
  await openInList(page, file('raro.gel.json', text));
  await expect(panel(page)).toContainText('lo que esta versión no tiene (__proto__)');
  await choice(page, 'add').click();
  await expect(cards(page)).toHaveCount(1);
  const { assessments, answers } = await stored(page);
  expect(Object.keys(assessments[0] as object)).toEqual(expect.arrayContaining(['constructor', 'id']));
  expect(answers).toHaveLength(2);
  expect(await page.evaluate(() => ({}))).toEqual({});
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await expect(page.locator('[data-unknown-text]')).toContainText('__proto__');
});

test('HTML, script and marks that turn the text around are shown as text in the panel, the list and what is kept', async ({
  page,
}) => {
  await page.goto('/autoevaluacion/');
  const change = {
    etiqueta: '<b onclick="alert(1)">borrador</b>',
    entidad: { nombre: `Inst\u202Eituto ${ATTACK}`, sigla: 'IN\u202ES', orden: 'nacional' },
    cierre: { fecha: '2009-10-31', responsable: `Ana\u202E ${ATTACK}`, sha256: 'f'.repeat(64) },
  };
  await openInList(page, file('raro\u202Enosj.gel.json', assessmentFile({ '\u202EINF-99': evaluated() }, change)));
  await expect(panel(page)).toContainText('cambió después del cierre');
  await expectInert(page);
  await choice(page, 'add').click();
  await expect(cards(page).getByRole('heading')).toContainText('<img src=x');
  await expectInert(page);
  await cards(page).locator('summary').click();
  await cards(page).locator('[data-delete]').click();
  await page.locator('[data-kept] summary').click();
  await expect(page.locator('[data-kept-list]')).toContainText('<img src=x');
  await expectInert(page);
});

test('on a full disk nothing is added, replaced or set out to be merged; the file waits, and can be tried again', async ({
  page,
}) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await openList(page);
  const before = await everything(page);
  await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() }, { modificada: NEWER })));
  await fillDisk(page, 'answers');
  await fillDisk(page, 'kept');
  for (const name of ['add', 'replace', 'merge']) {
    await choice(page, name).click();
    await expect(page.locator('[data-faults]')).toContainText('No se hizo el cambio: no queda espacio');
    await expect(choice(page, name)).toBeFocused();
    expect(await everything(page)).toBe(before);
  }
  await freeDisk(page);
  await choice(page, 'replace').click();
  await expect(said(page)).toContainText('quedó como en el archivo');
  await expect(page.locator('[data-faults]')).toBeEmpty();
});

test.describe('two tabs', () => {
  test('one changes the assessment while the other has the panel open: the panel follows and keeps the focus', async ({
    page,
    context,
  }) => {
    await store(page, {});
    await openList(page);
    await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() }, { modificada: NEWER })));
    await choice(page, 'replace').focus();
    const other = await context.newPage();
    await openQuestionnaire(other, 'informacion');
    await other.locator('#inf-01 [data-all]').check();
    await expect(cards(page).locator('[data-row=informacion] [data-answered]')).toHaveText(
      `1 de ${criteriaIn('informacion')}`,
    );
    await expect(choice(page, 'replace')).toBeFocused();
    await choice(page, 'replace').click();
    await expect(said(page)).toContainText('quedó como en el archivo');
    // What the other tab answered is in what was kept, and that tab shows what is there now.
    expect((await stored(page)).kept).toMatchObject([{ file: { respuestas: { 'INF-01': {} } } }]);
    await expect(other.locator('#inf-01')).toHaveAttribute('data-status', 'pending');
  });

  test('one replaces it unseen: the other replaces nothing, says so and lets choose again', async ({
    page,
    context,
  }) => {
    await page.addInitScript(() => {
      class DeafChannel extends EventTarget {
        postMessage(): void {}
        close(): void {}
      }
      Object.assign(window, { BroadcastChannel: DeafChannel });
    });
    await store(page, {});
    await openList(page);
    await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() }, { modificada: NEWER })));
    const other = await context.newPage();
    await openList(other);
    const mine = assessmentFile({ 'INF-01': evaluated('mision') }, { modificada: NEWER });
    await openInList(other, file('otro.gel.json', mine));
    await choice(other, 'replace').click();
    await expect(said(other)).toContainText('quedó como en el archivo');
    await choice(page, 'replace').click();
    await expect(said(page)).toContainText('No se reemplazó INS, 15 de octubre de 2009');
    await expect(choice(page, 'replace')).toBeFocused();
    expect((await stored(page)).answers).toMatchObject([{ criterionId: 'INF-01' }]);
    await choice(page, 'replace').click();
    await expect(said(page)).toContainText('quedó como en el archivo');
    expect((await stored(page)).kept).toHaveLength(2);
  });

  test('one deletes it: the panel of the other offers to add the file', async ({ page, context }) => {
    await store(page, {});
    await openList(page);
    await openInList(page, file('ins.gel.json', assessmentFile({ 'DEM-01': evaluated() }, { modificada: NEWER })));
    const other = await context.newPage();
    await openList(other);
    await other.locator('section[data-assessment] summary').click();
    await other.locator('[data-delete]').click();
    await expect(panel(page)).toContainText('No está en la lista de este navegador.');
    await expect(panel(page).getByRole('button')).toHaveText(['Agregar a la lista', 'No abrirlo']);
  });
});

import {
  cardAction,
  evaluated,
  header,
  ID,
  openList,
  store,
  stored,
  type FiledDocuments,
  type StoredDocument,
} from '../support/assessment.ts';
import { bytesOf, downloaded, file, openInList } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

/** A plan and projects with what is easily lost: an order of their own, keys of another version, a trace. */
const documents = {
  planDeAccion: {
    'INF-01': { actividad: 'Publicar la visión', valor: '1250000.50', color: 'azul' },
    'INF-01-10': { actividad: 'Décima' },
    'INF-01-2': { actividad: 'Segunda', avances: [{ fechaCorte: '2009-10-15', porcentaje: 40 }] },
    'INF-02': { actividad: 'Publicar las funciones', responsable: 'Jurídica' },
    'TRA-09': { actividad: 'Pago en línea', retirada: { motivo: 'no-aplica', fecha: '2009-10-15' } },
  },
  planGeneral: { recursos: 'Inversión', aprobado: '2009-10-30' },
  proyectos: [
    { id: 'P-02', nombre: 'Portal', actividades: ['INF-01'] },
    { id: 'P-01', nombre: 'Correo' },
  ],
};
const answers = { 'INF-01': evaluated('mision'), 'INF-02': evaluated('objetivos', 'funciones', 'norma', 'abre') };
const said = (page: Page) => page.locator('[data-outcome-text]');

/** The plan and the projects that lie in the database, as the file holds them. */
async function documentsOf(page: Page, id: string = ID): Promise<FiledDocuments> {
  const own = (await stored(page)).documents.filter(({ assessmentId }) => assessmentId === id);
  const of = (kind: StoredDocument['kind']) => own.filter((each) => each.kind === kind);
  return {
    planDeAccion: Object.fromEntries(of('activity').map((each) => [each.id, each.record])),
    planGeneral: of('texts')[0]?.record,
    proyectos: of('project')
      .sort((a, b) => a.position - b.position)
      .map(({ record }) => record as { id: string }),
  };
}

test('the plan and the projects go with the file, the ZIP, the workbook and what is kept, whole', async ({ page }) => {
  await store(page, answers, header, documents);
  await openList(page);
  const card = page.locator('section[data-assessment]').first();
  const copy = await downloaded(page, () => card.getByRole('button', { name: 'Guardar una copia' }).click());
  expect(JSON.parse(copy.bytes.toString('utf8'))).toMatchObject(documents);
  const waiting = page.waitForEvent('download');
  await cardAction(page, 'workbook');
  const book = await waiting;
  const workbook = { name: 'ins.xlsx', mimeType: 'application/zip', buffer: await bytesOf(book) };

  // What the file and the workbook hold is, to the letter, what the list has.
  for (const given of [file(copy.name, copy.bytes.toString('utf8')), workbook]) {
    await page.reload();
    await openInList(page, given);
    await expect(page.locator('[data-incoming] section')).toContainText('Ya está en la lista, igual a este archivo.');
  }

  await page.reload();
  await cardAction(page, 'delete');
  await expect(said(page)).toContainText('Se borró de la lista');
  expect((await stored(page)).documents).toEqual([]);
  expect((await stored(page)).kept[0]?.file).toMatchObject(documents);
  await page.locator('[data-undo]').click();
  await expect(said(page)).toContainText('Quedó como estaba');
  expect(await documentsOf(page)).toEqual(documents);
});

test('a link carries the plan and the projects to another browser', async ({ page }) => {
  await store(page, answers, header, documents);
  await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
  await page.locator('[data-report]:visible').waitFor();
  await page.getByRole('button', { name: 'Compartir por enlace' }).click();
  await expect(page.locator('[data-copy-link-text]')).toBeFocused();
  const context = await page.context().browser()?.newContext();
  const elsewhere = await (context ?? page.context()).newPage();
  await elsewhere.goto(await page.locator('[data-link]').inputValue());
  await elsewhere.locator('[data-import]').click();
  await elsewhere.waitForURL(/\/resultados\//);
  expect(await documentsOf(elsewhere)).toEqual(documents);
  await context?.close();
});

test('duplicated for another date, what is met leaves the plan with a trace; reopened as a copy, it stays as it was', async ({
  page,
}) => {
  await store(page, answers, header, documents);
  await openList(page);
  await cardAction(page, 'duplicate');
  const dialog = page.getByRole('dialog', { name: 'Duplicar para otra fecha de corte' });
  await dialog.locator('[data-field=day]').fill('31');
  await dialog.locator('[data-field=month]').selectOption('12');
  await dialog.locator('[data-field=year]').fill('2009');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('La original no cambió. 1 actividad salió de su plan');
  const { assessments } = await stored(page);
  const copy = (assessments as { id: string }[]).find(({ id }) => id !== ID)?.id ?? '';
  expect(await documentsOf(page, copy)).toEqual({
    ...documents,
    planDeAccion: {
      ...documents.planDeAccion,
      'INF-02': { ...documents.planDeAccion['INF-02'], retirada: { motivo: 'cumplida', fecha: '2009-12-31' } },
    },
  });
  expect(await documentsOf(page)).toEqual(documents);

  await page.locator('[data-undo]').click();
  await expect(page.locator('section[data-assessment]')).toHaveCount(1);
  await cardAction(page, 'close');
  const closing = page.getByRole('dialog', { name: 'Cerrar esta versión' });
  await closing.locator('[data-text]').fill('Ana Pérez');
  await closing.locator('[type=submit]').click();
  await expect(said(page)).toContainText('Huella');
  expect(await documentsOf(page)).toEqual(documents);
  await cardAction(page, 'reopen');
  await expect(said(page)).toContainText('Se reabrió como copia');
  const reopened = ((await stored(page)).assessments as { id: string }[]).find(({ id }) => id !== ID)?.id ?? '';
  expect(await documentsOf(page, reopened)).toEqual(documents);
});

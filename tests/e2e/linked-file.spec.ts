import { evaluated, header, ID, openQuestionnaire, store, stored } from '../support/assessment.ts';
import { assessmentFile, downloaded } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const NAME = 'ins.gel.json';
const line = (page: Page) => page.locator('[data-copy-text]');
const button = (page: Page, name: string) => page.locator('[data-copy-line]').getByRole('button', { name });
const upToDate = (page: Page) => expect(line(page)).toContainText(`El archivo ${NAME} está al día`);

interface Written {
  revision: number;
  respuestas: Record<string, { cumplidas?: string[] }>;
}

// The picker gives a real file of the browser's own file system: it can be stored, read and written like one on disk.
test.beforeEach(async ({ context }) => {
  await context.addInitScript((name) => {
    Object.assign(window, {
      showSaveFilePicker: async () => (await navigator.storage.getDirectory()).getFileHandle(name, { create: true }),
    });
  }, NAME);
});

/** What the file holds, as a text. */
function content(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
    return (await handle.getFile()).text();
  }, NAME);
}

async function written(page: Page): Promise<Written> {
  return JSON.parse(await content(page)) as Written;
}

/** Somebody else writes into the file. */
async function writeOutside(page: Page, text: string): Promise<void> {
  await page.evaluate(
    async ([name, given]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name ?? '', { create: true });
      const before = (await handle.getFile()).lastModified;
      // Two writes within one millisecond could not be told apart, nor could they on a disk.
      while (Date.now() <= before) await new Promise((resolve) => setTimeout(resolve, 1));
      const writable = await handle.createWritable();
      await writable.write(given ?? '');
      await writable.close();
    },
    [NAME, text],
  );
}

async function link(page: Page): Promise<void> {
  await button(page, 'Guardar siempre en un archivo').click();
  await upToDate(page);
}

test('a file that is kept up to date follows each change, also after the page is opened again', async ({ page }) => {
  const planDeAccion = { 'DEM-01': { actividad: 'Abrir un foro' } };
  await store(page, { 'DEM-01': evaluated() }, header, { planDeAccion });
  await openQuestionnaire(page, 'democracia');
  await expect(line(page)).toContainText('Última copia en archivo: ninguna. Todo está solo en este navegador.');
  await link(page);
  // The button that was pressed is gone: the keyboard stays on the line.
  await expect(button(page, 'Guardar una copia')).toBeFocused();
  await expect(page.locator('[data-copy-said]')).toContainText(`El archivo ${NAME} está al día`);
  expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01']);
  expect(await written(page)).toMatchObject({ planDeAccion });
  await page.locator('#dem-02 [data-all]').check();
  await expect.poll(async () => Object.keys((await written(page)).respuestas)).toEqual(['DEM-01', 'DEM-02']);

  await page.goto(`/autoevaluacion/perfil/?id=${ID}`);
  await upToDate(page);
  await page.locator('input[name=tramites-servicios][value=no]').check();
  await expect.poll(async () => (await content(page)).includes('"tramites-servicios": false')).toBe(true);
  await button(page, 'Dejar de guardar en ese archivo').click();
  await expect(button(page, 'Guardar siempre en un archivo')).toBeVisible();
  await expect(button(page, 'Guardar una copia')).toBeFocused();
  const before = await content(page);
  await page.locator('input[name=tramites-servicios][value=si]').check();
  await expect(line(page)).toContainText('(1 cambio después)');
  expect(await content(page)).toBe(before);
});

test('a copy saved apart does not pass for the linked file', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await link(page);
  await page.locator('#dem-01 [data-all]').check();
  await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
  await downloaded(page, () => button(page, 'Guardar una copia').click());
  await expect.poll(async () => Object.keys((await written(page)).respuestas)).toEqual(['DEM-01']);
});

test('a file with another assessment in it is chosen: that one is kept aside first', async ({ page }) => {
  await store(page, { 'DEM-01': evaluated() });
  await openQuestionnaire(page, 'democracia');
  await writeOutside(page, JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 })));
  await link(page);
  expect((await stored(page)).kept).toMatchObject([{ reason: 'received', file: { revision: 9 } }]);
});

test('what somebody else wrote into the file is not written over, and is merged; until then the file stays theirs', async ({
  page,
}) => {
  await store(page, { 'DEM-01': evaluated() });
  await openQuestionnaire(page, 'democracia');
  await link(page);
  const theirs = JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 }));
  await writeOutside(page, theirs);
  await page.locator('#dem-02 [data-all]').check();
  await expect(line(page)).toContainText(`El archivo ${NAME} no se está actualizando: alguien más lo cambió.`);
  await expect(page.locator('[data-copy-line]')).toHaveAttribute('data-urgent');
  await expect(page.locator('[data-copy-said]')).toContainText('alguien más lo cambió');
  expect(await content(page)).toBe(theirs);

  await button(page, 'Unir con lo que trae el archivo').click();
  await page.waitForURL(/\/unir\/.*con=/);
  await page.locator('[data-form]:visible').waitFor();
  // Leaving the merge leaves both as they are.
  await expect(line(page)).toContainText('alguien más lo cambió');
  await page.goto(`/autoevaluacion/democracia/?id=${ID}`);
  await expect(line(page)).toContainText('alguien más lo cambió');
  expect(await content(page)).toBe(theirs);
  await button(page, 'Unir con lo que trae el archivo').click();
  await page.waitForURL(/\/unir\/.*con=/);
  expect((await stored(page)).kept).toHaveLength(1);

  await page.locator('gel-merge [type=submit]').click();
  await page.locator('[data-done]:visible').waitFor();
  await upToDate(page);
  expect(Object.keys((await written(page)).respuestas).sort()).toEqual(['DEM-01', 'DEM-02', 'INF-01']);
});

test('«Escribir encima» keeps what was there aside; a file that is no assessment any more is told apart', async ({
  page,
}) => {
  await store(page, { 'DEM-01': evaluated() });
  await openQuestionnaire(page, 'democracia');
  await link(page);
  await writeOutside(page, JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 })));
  await page.reload();
  await expect(line(page)).toContainText('alguien más lo cambió');
  await button(page, 'Escribir encima').click();
  await upToDate(page);
  expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01']);
  expect((await stored(page)).kept).toMatchObject([{ reason: 'received', file: { revision: 9 } }]);

  await writeOutside(page, 'lista de mercado');
  await page.reload();
  await button(page, 'Unir con lo que trae el archivo').click();
  await expect(line(page)).toContainText('ya no trae una autoevaluación que se pueda leer');
  await expect(button(page, 'Escribir encima')).toBeVisible();
  expect(await content(page)).toBe('lista de mercado');
});

test('a file that cannot be written is told, the browser’s data stay whole, and it is tried again with the next change', async ({
  page,
}) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await link(page);
  await page.evaluate(() => {
    const create = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = function (options) {
      if ((window as unknown as { hasSpace?: boolean }).hasSpace) return create.call(this, options);
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    };
  });
  await page.locator('#dem-01 [data-all]').check();
  await expect(line(page)).toContainText(`El archivo ${NAME} no se pudo actualizar.`);
  await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
  await page.evaluate(() => Object.assign(window, { hasSpace: true }));
  await page.locator('#dem-02 [data-all]').check();
  await upToDate(page);
  expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01', 'DEM-02']);
});

test('a browser that wants to be asked again says so, and goes on when the person allows it', async ({ page }) => {
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await link(page);
  await page.addInitScript(() => {
    const prototype = FileSystemHandle.prototype as unknown as Record<string, () => Promise<string>>;
    const state = (): string => ((window as unknown as { allowed?: boolean }).allowed ? 'granted' : 'prompt');
    prototype['queryPermission'] = () => Promise.resolve(state());
    prototype['requestPermission'] = () => {
      Object.assign(window, { allowed: true });
      return Promise.resolve(state());
    };
  });
  await page.reload();
  await expect(line(page)).toContainText('el navegador necesita su permiso otra vez');
  await page.locator('#dem-01 [data-all]').check();
  await button(page, 'Seguir guardando en ese archivo').click();
  await upToDate(page);
  expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01']);
});

test('the person who chooses no file loses nothing; a browser without the picker offers only the copy', async ({
  page,
}) => {
  await store(page, {});
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError')),
    });
  });
  await openQuestionnaire(page, 'democracia');
  await button(page, 'Guardar siempre en un archivo').click();
  await expect(line(page)).toContainText('Última copia en archivo: ninguna.');
  expect((await stored(page)).copies).toEqual([]);
  await page.addInitScript(() => {
    delete (window as unknown as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  await page.reload();
  await expect(button(page, 'Guardar una copia')).toBeVisible();
  await expect(button(page, 'Guardar siempre en un archivo')).toBeHidden();
});

test('the line reminds of a copy, louder after thirty changes, on every page with steps', async ({ page }) => {
  await store(page, {}, { ...header, revision: 30 });
  for (const path of ['entidad/', 'perfil/', 'informacion/', 'resultados/', 'unir/']) {
    await page.goto(`/autoevaluacion/${path}?id=${ID}`);
    await expect(line(page)).toContainText('Última copia en archivo: ninguna.');
    await expect(page.locator('[data-copy-line]')).toHaveAttribute('data-urgent');
  }
  const { name } = await downloaded(page, () => button(page, 'Guardar una copia').click());
  await expect(line(page)).toContainText('Última copia en archivo: hace un momento (está al día).');
  await expect(page.locator('[data-copy-said]')).toHaveText(`Se guardó ${name} en su carpeta de descargas.`);
  await expect(page.locator('[data-copy-line]')).not.toHaveAttribute('data-urgent');
});

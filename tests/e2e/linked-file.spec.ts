import { toWindows1252 } from '../builders/windows-1252.ts';
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

/** What the file holds, as a text. While the browser puts a new one in its place it is not there: then a moment later. */
function content(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const directory = await navigator.storage.getDirectory();
    for (let tries = 1; ; tries += 1) {
      try {
        return await (await (await directory.getFileHandle(name)).getFile()).text();
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'NotFoundError') || tries === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }, NAME);
}

async function written(page: Page): Promise<Written> {
  return JSON.parse(await content(page)) as Written;
}

/** Somebody else writes into the file. */
async function writeOutside(page: Page, content: string | Uint8Array): Promise<void> {
  await page.evaluate(
    async ([name, given]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      const before = (await handle.getFile()).lastModified;
      // Two writes within one millisecond could not be told apart, nor could they on a disk.
      while (Date.now() <= before) await new Promise((resolve) => setTimeout(resolve, 1));
      const writable = await handle.createWritable();
      await writable.write(new Uint8Array(given));
      await writable.close();
    },
    [NAME, [...Buffer.from(content)]] as const,
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

  // Saved anew by a program that knows no UTF-8: nothing is guessed unseen, and what it says is kept as it reads.
  const theirs = assessmentFile({ 'INF-01': { ...evaluated(), observacion: 'Ñandú «á».' } }, { revision: 12 });
  await writeOutside(page, toWindows1252(JSON.stringify(theirs)));
  await page.reload();
  await button(page, 'Unir con lo que trae el archivo').click();
  await expect(line(page)).toContainText('quizá porque otro programa cambió la codificación de sus letras');
  await button(page, 'Escribir encima').click();
  await upToDate(page);
  const { kept } = await stored(page);
  expect(kept.at(-1)).toMatchObject({ file: { respuestas: { 'INF-01': { observacion: 'Ñandú «á».' } } } });
  // The same words with other letters are put right without a word.
  await writeOutside(page, toWindows1252(await content(page)));
  await page.reload();
  await upToDate(page);
  expect(await content(page)).not.toContain('\uFFFD');
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

/** Changes what this browser knows of the copies of its assessment, in place: a file handle cannot leave the page. */
async function changeRecord(page: Page, change: Record<string, unknown>): Promise<void> {
  await page.evaluate(
    ({ id, change }) =>
      new Promise<void>((resolve) => {
        indexedDB.open('gel-autoevaluaciones').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const store = database.transaction('copies', 'readwrite').objectStore('copies');
          store.get(id).onsuccess = ({ target }) => {
            const record = { ...(target as IDBRequest<Record<string, unknown>>).result };
            for (const [key, value] of Object.entries(change)) {
              if (value === null) delete record[key];
              else record[key] = value;
            }
            store.put(record).onsuccess = () => {
              database.close();
              resolve();
            };
          };
        };
      }),
    { id: ID, change },
  );
}

/** When the file was last changed, in milliseconds. */
function dateOf(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
    return (await handle.getFile()).lastModified;
  }, NAME);
}

/** The file is taken away, as by whoever synchronises its folder. */
async function takeAway(page: Page): Promise<void> {
  await page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name), NAME);
}

/** Marks a criterion of the questionnaire, and waits until the file has it and the line says so. */
async function goesOn(page: Page, criterion: string): Promise<void> {
  await page.locator(`#${criterion.toLowerCase()} [data-all]`).check();
  // Its text: while it is waited for, it may be empty.
  await expect.poll(() => content(page)).toContain(`"${criterion}"`);
  await upToDate(page);
}

test.describe('a file is somebody else’s work by what it says, not by its date', () => {
  test.beforeEach(async ({ page }) => {
    await store(page, { 'DEM-01': evaluated() });
    await openQuestionnaire(page, 'democracia');
    await link(page);
  });

  for (const [how, change] of [
    ['only its date is another one', (text: string) => text],
    [
      'its ends of line, its mark of UTF-8 and its last line are',
      (text: string) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`,
    ],
    ['its spaces are', (text: string) => JSON.stringify(JSON.parse(text))],
  ] as const) {
    test(`${how}: it is kept up to date`, async ({ page }) => {
      await writeOutside(page, change(await content(page)));
      await page.reload();
      await upToDate(page);
      await writeOutside(page, change(await content(page)));
      await goesOn(page, 'DEM-02');
      expect((await stored(page)).kept).toEqual([]);
    });
  }

  test('it was taken away and put back by whoever synchronises its folder', async ({ page }) => {
    const text = await content(page);
    await takeAway(page);
    await writeOutside(page, text);
    await goesOn(page, 'DEM-02');
  });

  test('another content is told even under the same date', async ({ page }) => {
    const theirs = JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 }));
    const { said } = (await stored(page)).copies[0] as { said: { digest: string } };
    await writeOutside(page, theirs);
    const modified = await dateOf(page);
    await changeRecord(page, { fileModified: modified, said: { ...said, modified } });
    await page.locator('#dem-02 [data-all]').check();
    await expect(line(page)).toContainText('alguien más lo cambió');
    expect(await content(page)).toBe(theirs);
  });

  test('a record of an earlier version, which knew the date alone, goes on and loses nothing', async ({ page }) => {
    await changeRecord(page, { said: null });
    await goesOn(page, 'DEM-02');
    // Touched since, and nothing new to write: the content is what would be written.
    await changeRecord(page, { said: null });
    await writeOutside(page, await content(page));
    await page.reload();
    await goesOn(page, 'DEM-03');
    // An earlier version in another tab left the file: its date counts, not what this one noted before.
    const { said } = (await stored(page)).copies[0] as { said: { digest: string; modified: number } };
    await changeRecord(page, { said: { digest: 'f'.repeat(64), modified: said.modified - 1 } });
    await goesOn(page, 'DEM-04');
    // Neither date nor content is known: it is left to the person.
    await changeRecord(page, { said: null });
    await writeOutside(page, JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 })));
    await page.locator('#dem-05 [data-all]').check();
    await expect(line(page)).toContainText('alguien más lo cambió');
  });

  test('a merged file that is touched before it is written is still the merged one', async ({ page }) => {
    const theirs = JSON.stringify(assessmentFile({ 'INF-01': evaluated('mision') }, { revision: 9 }));
    await writeOutside(page, theirs);
    await page.locator('#dem-02 [data-all]').check();
    await expect(line(page)).toContainText('alguien más lo cambió');
    await writeOutside(page, theirs);
    await button(page, 'Unir con lo que trae el archivo').click();
    await page.waitForURL(/\/unir\/.*con=/);
    await page.locator('[data-form]:visible').waitFor();
    await writeOutside(page, theirs);
    await page.locator('gel-merge [type=submit]').click();
    await page.locator('[data-done]:visible').waitFor();
    await upToDate(page);
    expect(Object.keys((await written(page)).respuestas).sort()).toEqual(['DEM-01', 'DEM-02', 'INF-01']);
    expect((await stored(page)).kept.map(({ reason }) => reason)).toEqual(['merged']);
  });
});

test.describe('a file that cannot be read or written for a moment', () => {
  test.beforeEach(async ({ page }) => {
    await store(page, { 'DEM-01': evaluated() });
    await openQuestionnaire(page, 'democracia');
    await link(page);
  });

  test('that is empty while its folder is synchronised is waited for', async ({ page }) => {
    const text = await content(page);
    await writeOutside(page, '');
    const filled = page.evaluate(
      async ([name, given]) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(name ?? '');
        // As long as the page waits between two looks.
        await new Promise((resolve) => setTimeout(resolve, 2500));
        const writable = await handle.createWritable();
        await writable.write(given ?? '');
        await writable.close();
      },
      [NAME, text],
    );
    await goesOn(page, 'DEM-02');
    await filled;
    expect((await stored(page)).kept).toEqual([]);
  });

  test('that stays empty is told, is not written unasked, and is written over when asked', async ({ page }) => {
    await writeOutside(page, '');
    await page.locator('#dem-02 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
    await expect(line(page)).toContainText(`El archivo ${NAME} no se está actualizando: está vacío`);
    await expect(page.locator('[data-copy-said]')).toContainText('está vacío');
    expect(await content(page)).toBe('');
    await button(page, 'Escribir encima').click();
    await upToDate(page);
    expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01', 'DEM-02']);
  });

  test('that is gone is told, and is followed again where it comes back', async ({ page }) => {
    const text = await content(page);
    await takeAway(page);
    await page.locator('#dem-02 [data-all]').check();
    await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
    await expect(line(page)).toContainText(`El archivo ${NAME} no se está actualizando: ya no está donde estaba.`);
    await expect(button(page, 'Dejar de guardar en ese archivo')).toBeVisible();
    await writeOutside(page, text);
    await goesOn(page, 'DEM-03');
  });
});

test('a file that another program has is told, and tried again every minute with no change in between', async ({
  page,
}) => {
  await page.clock.install();
  await store(page, {});
  await openQuestionnaire(page, 'democracia');
  await link(page);
  await page.evaluate(() => {
    const create = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = function (options) {
      if ((window as unknown as { isFree?: boolean }).isFree) return create.call(this, options);
      return Promise.reject(new DOMException('locked', 'NoModificationAllowedError'));
    };
  });
  await page.locator('#dem-01 [data-all]').check();
  await expect(page.locator('[data-save-line]')).toContainText('Guardado a las');
  for (let seconds = 0; seconds < 10; seconds += 1) await page.clock.runFor(1000);
  await expect(line(page)).toContainText('otro programa lo tiene ocupado');
  await page.evaluate(() => Object.assign(window, { isFree: true }));
  await page.clock.runFor(61_000);
  await upToDate(page);
  expect(Object.keys((await written(page)).respuestas)).toEqual(['DEM-01']);
});

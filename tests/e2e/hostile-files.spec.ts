import { overlappingBomb, quotingBomb, rawZip, heavyFragment } from '../builders/hostile-archives.ts';
import { evaluated, everything, openList, store } from '../support/assessment.ts';
import { assessmentFile, file, openInList, type GivenFile } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const notices = (page: Page) => page.locator('[data-file-notices]');

function packed(name: string, bytes: Uint8Array): GivenFile {
  const mimeType = name.endsWith('.zip') ? 'application/zip' : '';
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

const OVERLAPPING = 'los archivos que dice traer están unos encima de otros, así que no son lo que parecen.';
const good = JSON.stringify(assessmentFile({ 'INF-02': evaluated() }));
const zip = (name: string, ...entries: Parameters<typeof rawZip>[0]): GivenFile => packed(name, rawZip(entries));

/** What a file may do to whoever unpacks it, and what the person reads of it. */
const hostile: Record<string, readonly [given: () => GivenFile, told: string]> = {
  'entries that are all the same megabytes': [() => packed('bomba.zip', overlappingBomb(400, 100)), OVERLAPPING],
  'entries that lie within one another': [() => packed('muñeca.zip', quotingBomb(200, 100)), OVERLAPPING],
  'a workbook of such entries': [() => packed('libro.xlsx', quotingBomb(200, 100)), OVERLAPPING],
  'a checksum of something else': [
    () => zip('suma.zip', { name: 'a.gel.json', content: good, told: { crc: 7 } }),
    'está dañado: su contenido no da la suma de control (CRC) que trae.',
  ],
  'two files of one name': [
    () => zip('dos.zip', { name: 'a.gel.json', content: good }, { name: 'a.gel.json', content: good }),
    'trae dos archivos con el mismo nombre, y no se sabe cuál vale.',
  ],
  'a size that is not its own': [
    () => zip('talla.zip', { name: 'a.gel.json', content: good, told: { size: 9 } }),
    'descomprimido no mide lo que dice medir.',
  ],
};

test('a packed file that lies is refused in the person’s words, and the page goes on', async ({ page }) => {
  await store(page, { 'INF-01': evaluated('mision') });
  await openList(page);
  const before = await everything(page);
  for (const [what, [given, told]] of Object.entries(hostile)) {
    const opened = given();
    await page.locator('[data-open-file]:enabled').setInputFiles(opened);
    await expect(notices(page), what).toContainText(told);
    await expect(notices(page), what).toContainText(opened.name);
  }
  expect(await everything(page)).toBe(before);
  await openInList(page, file('bien.gel.json', assessmentFile({}, { id: 'bbbbbbbb-1' })));
  await expect(page.locator('[data-incoming] section')).toHaveCount(1);
});

test('a link that would unpack to a gigabyte is refused by its length, before it is unpacked', async ({ page }) => {
  await page.goto(`/autoevaluacion/compartida/#${heavyFragment(1024)}`);
  await expect(page.locator('gel-shared [data-notices]')).toContainText(
    'No se abrió el enlace: es mucho más largo que los de este sitio',
  );
});

test('a thousand bad files make one message, which lists them, and the good one among them is offered', async ({
  page,
}) => {
  await page.goto('/autoevaluacion/');
  const bad = Array.from({ length: 1000 }, (_, index) => file(`mal-${index}.json`, 'no es JSON'));
  await openInList(page, ...bad, file('bien.gel.json', assessmentFile({})));
  await expect(page.locator('[data-incoming] section')).toHaveCount(1);
  await expect(notices(page).locator('.notice')).toHaveCount(1);
  await expect(notices(page)).toContainText('1.000');
  await expect(notices(page)).toContainText('mal-0.json');
});

test('«Agregar las 3» adds the three that fit, or says how many it did not and why', async ({ page }) => {
  const three = [1, 2, 3].map((month) =>
    file(`${month}.gel.json`, assessmentFile({}, { id: `aaaaaaaa-${month}`, fechaCorte: `2009-0${month}-01` })),
  );
  await page.goto('/autoevaluacion/');
  await openInList(page, ...three);
  const all = page.getByRole('button', { name: 'Agregar las 3 que no están en la lista' });
  await all.waitFor();
  // The disk is full from the second one on.
  await page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    let count = 0;
    for (const [name, write] of Object.entries({ add, put })) {
      Object.assign(IDBObjectStore.prototype, {
        [name](this: IDBObjectStore, ...args: Parameters<typeof put>) {
          if (this.name === 'assessments' && (count += 1) > 1) throw new DOMException('full', 'QuotaExceededError');
          return write.apply(this, args);
        },
      });
    }
    Object.assign(window, { emptyDisk: () => Object.assign(IDBObjectStore.prototype, { add, put }) });
  });
  await all.click();
  await expect(page.locator('gel-assessments')).toContainText('No se agregaron 2 de 3.');
  await expect(page.locator('section[data-assessment]')).toHaveCount(1);
  await page.evaluate(() => (window as unknown as { emptyDisk: () => void }).emptyDisk());
  await page.getByRole('button', { name: 'Agregar las 2 que no están en la lista' }).click();
  await expect(page.locator('section[data-assessment]')).toHaveCount(3);
});

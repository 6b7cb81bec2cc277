import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { csvCells } from '../builders/csv-cells.ts';
import { docxBlocks } from '../builders/docx-text.ts';
import { storeHalfMet, takeAlong, writePlan, writeProject, type Deliverables } from '../support/deliverables.ts';
import { expect, test } from '../support/test.ts';

const fileOf = (files: Deliverables, name: string): Buffer => {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`${name} was not handed over`);
  return bytes;
};
/** What screen and files may write in different ways: kinds of blank, and where a line breaks. */
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
const rowsOf = (rows: readonly (readonly string[])[]): string[] =>
  rows.map((row) => row.map(plain).join(' | ')).filter((row) => row !== '');

function docxRows(bytes: Buffer): string[] {
  return docxBlocks(bytes).flatMap((block) => (block.kind === 'table' ? rowsOf(block.rows) : []));
}

async function sheet(bytes: Buffer, name: string): Promise<Record<string, unknown>[]> {
  // Without compression: what is compressed the library may inflate in a worker.
  const open = zipSync(unzipSync(new Uint8Array(bytes)), { level: 0 });
  const found = (await readExcelFile(open.buffer)).find((each) => each.sheet === name);
  const [headings = [], ...rows] = (found?.data ?? []) as unknown[][];
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [String(heading), row[index] ?? null])));
}

test('a half-met assessment becomes both documents of the circular, and every file says what the screen says', async ({
  page,
}) => {
  await storeHalfMet(page);
  await page.goto('/autoevaluacion/documentos/');
  await expect(page.locator('[data-check-state]')).toHaveText(/^Faltan \d+ de 18 puntos/);
  await writePlan(page);
  await writeProject(page);
  await page
    .getByRole('link', { name: /documentos/i })
    .first()
    .click();
  await expect(page.locator('[data-check-count]')).toHaveText('18 de 18 puntos completos');
  await expect(page.locator('[data-check-state]')).toHaveText(
    'Completo en este navegador. No se ha enviado a ninguna entidad.',
  );

  const { files, shown } = await takeAlong(page);
  const folder = process.env['ENTREGABLES'];
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  }
  expect([...files.keys()].sort()).toEqual([
    'carta-plan-ins-2009-10-15.docx',
    'carta-proyectos-ins-2009-10-15.docx',
    'plan-de-accion-ins-2009-10-15.csv',
    'plan-de-accion-ins-2009-10-15.docx',
    'plan-de-accion-ins-2009-10-15.xlsx',
    'proyectos-ins-2009-10-15.csv',
    'proyectos-ins-2009-10-15.docx',
    'proyectos-ins-2009-10-15.xlsx',
  ]);

  // Word: the same tables as the screen, cell by cell.
  const [planDocx, projectsDocx] = [
    docxRows(fileOf(files, 'plan-de-accion-ins-2009-10-15.docx')),
    docxRows(fileOf(files, 'proyectos-ins-2009-10-15.docx')),
  ];
  for (const row of rowsOf(shown.plan)) expect(planDocx).toContain(row);
  for (const row of rowsOf(shown.projects)) expect(projectsDocx).toContain(row);

  // CSV and Excel: the sum of the screen is the sum of their rows; the total of the workbook is a formula.
  const count = Number(/^(\d+) actividades/.exec(shown.planSum)?.[1]);
  const [headings = [], ...csv] = csvCells(fileOf(files, 'plan-de-accion-ins-2009-10-15.csv').toString('utf8'));
  expect(csv).toHaveLength(count);
  const cents = csv.reduce((sum, row) => {
    const [whole = '0', rest = ''] = (row[headings.indexOf('Valor')] ?? '').split(',');
    return sum + Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  }, 0);
  expect(cents).toBe(count * 125_000_000 + 125_000_050);
  const shownTotal = /\$\s([\d.]+,\d\d) en total$/.exec(plain(shown.planSum))?.[1] ?? '';
  expect(Number(shownTotal.replaceAll('.', '').replace(',', ''))).toBe(cents);
  const workbook = fileOf(files, 'plan-de-accion-ins-2009-10-15.xlsx');
  const rows = await sheet(workbook, 'Plan de acción');
  const total = rows.at(-1)?.['Valor'];
  expect(rows).toHaveLength(count + 1);
  expect(total).toBe(cents / 100);
  const parts = Object.entries(unzipSync(new Uint8Array(workbook))).filter(([path]) => /sheet\d+\.xml$/.test(path));
  expect(parts.map(([, xml]) => strFromU8(xml)).join('\n')).toMatch(/<f>[^<]*SUM\(/i);
  expect(rows.slice(0, -1).map((row) => row['Código'])).toEqual(csv.map((row) => row[headings.indexOf('Código')]));
  expect(plain(shown.plan.flat().join(' '))).toContain('2.500.000,50');

  // The three amounts of the project, and their sum, on screen, in Word and in Excel.
  expect(rowsOf(shown.projects).join('\n')).toContain('65.400.000,25');
  const [project] = await sheet(fileOf(files, 'proyectos-ins-2009-10-15.xlsx'), 'Proyectos');
  expect(Object.values(project ?? {})).toEqual(expect.arrayContaining([18_000_000, 35_000_000, 12_400_000.25]));
});

import fc from 'fast-check';
import { readInstrument } from '../../scripts/read-content.ts';
import { resultRow } from '../../src/assessment/copy/results.ts';
import { resultsOf } from '../../src/assessment/domain/results.ts';
import { assessmentToFile } from '../../src/assessment/file/assessment-file.ts';
import { readAssessmentFile } from '../../src/planning/file/assessment-reader.ts';
import { openWorkbook } from '../../src/assessment/workbook/workbook-parts.ts';
import { someAssessment } from '../builders/random-assessment.ts';
import { csvCells } from '../builders/csv-cells.ts';
import { header, ID, store } from '../support/assessment.ts';
import { bytesOf } from '../support/files.ts';
import { expect, test, type Page } from '../support/test.ts';

const instrument = readInstrument();

/** The text of a file that the results' page hands over. */
async function exported(page: Page, what: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.locator(`[data-export=${what}]`).click();
  return bytesOf(await download);
}

/** The figures of each phase as the page shows them. */
function shown(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-phase]')].map((row) => [
        row.dataset['phase'],
        ['percent', 'ceiling', 'answered', 'state'].map(
          (name) => row.querySelector(`[data-${name}]`)?.textContent.trim() ?? '',
        ),
      ]),
    ),
  );
}

// Random answers to the real criteria, the same ones at each run.
for (const [index, { answers }] of fc.sample(someAssessment(instrument.sections), { seed: 62, numRuns: 3 }).entries()) {
  test(`screen, paper, JSON, CSV and XLSX say the same of random answers ${index + 1}`, async ({ page }) => {
    test.setTimeout(120_000);
    const { respuestas } = assessmentToFile({
      ...fc.sample(someAssessment([]), { seed: 1, numRuns: 1 })[0]!,
      answers,
    }) as { respuestas: Record<string, unknown> };
    await store(page, respuestas);
    await page.goto(`/autoevaluacion/resultados/?id=${ID}`);
    await page.locator('[data-report]').waitFor();
    const screen = await shown(page);
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page)).toEqual(screen);
    await page.emulateMedia({ media: 'screen' });

    const reading = readAssessmentFile((await exported(page, 'file')).toString('utf8'));
    if (!reading.ok) throw new Error('The file that the page handed over does not open.');
    const { phases, sections } = resultsOf(instrument, reading.assessment);
    expect(phases).toHaveLength(5);
    for (const phase of phases) {
      const row = resultRow(phase);
      expect(screen[phase.section.id]).toEqual([row.percent, row.ceiling || '—', row.answered, row.state]);
    }

    const [headings = [], ...lines] = csvCells((await exported(page, 'results')).toString('utf8'));
    const opening = await openWorkbook(new Uint8Array(await exported(page, 'workbook')));
    if (!opening.ok) throw new Error('The workbook that the page handed over does not open.');
    const sheet = opening.sheets.find(({ name }) => name === 'Resultados')?.rows ?? [];
    const at = sheet.findIndex(([first]) => first === 'Fase');
    sections.forEach((section, position) => {
      const row = resultRow(section);
      const inCsv = (heading: string) => lines[position]?.[headings.indexOf(heading)];
      const inBook = (heading: string) => sheet[at + 1 + position]?.[(sheet[at] ?? []).indexOf(heading)] ?? '';
      for (const [heading, text] of [
        ['Fase', row.name],
        ['Cumplimiento', row.percent],
        ['Máximo posible', row.ceiling],
        ['Estado', row.state],
      ] as const) {
        expect(inCsv(heading), `${heading} in the CSV`).toBe(text);
        expect(inBook(heading), `${heading} in the workbook`).toBe(text);
      }
      for (const [heading, count] of [
        ['Cumple', section.score.counts.met],
        ['Parcial', section.score.counts.partial],
        ['No cumple', section.score.counts.unmet],
        ['Sin responder', section.score.counts.pending],
        ['No aplica', section.score.counts.notApplicable],
      ] as const) {
        expect(inCsv(heading), `${heading} in the CSV`).toBe(String(count));
        expect(String(inBook(heading)), `${heading} in the workbook`).toBe(String(count));
      }
    });
    expect(reading.assessment.entity.name).toBe(header.entidad.nombre);
  });
}

import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInstrument } from '../../../scripts/read-content.ts';
import { csvCells } from '../../../tests/builders/csv-cells.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { resultRow } from '../copy/results.ts';
import { BLANK } from '../domain/answer.ts';
import { resultsOf } from '../domain/results.ts';
import { resultsCsv } from '../file/assessment-csv.ts';
import { assessmentWorkbook, workbookFileName } from './assessment-workbook.ts';
import { openWorkbook } from './workbook-parts.ts';

/** Many workbooks are written and read: more than the default allows on a slow machine, in milliseconds. */
const PATIENCE = 60_000;

const LIST = 'type="list"';
let parts: Record<string, string> = {};
const sheet = (number: number) => parts[`xl/worksheets/sheet${number}.xml`] ?? '';

/** The cells and the values of each rule for what may be written, as the sheet's XML has them. */
function rulesIn(xml: string): [string | undefined, string | undefined][] {
  return [...xml.matchAll(/<dataValidation ([^>]*)><formula1>([^<]*)<\/formula1>/g)]
    .filter(([, attributes]) => attributes?.includes(LIST))
    .map(([, attributes, values]) => [/sqref="([^"]*)"/.exec(attributes ?? '')?.[1], values]);
}

async function partsOf(bytes: Promise<Uint8Array>): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

beforeAll(async () => {
  parts = await partsOf(assessmentWorkbook(goldenInstrument, goldenAssessment));
});

describe('the workbook of an assessment', () => {
  it('has a guide, a sheet a section, the results and a hidden sheet, in this order', () => {
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"([^>]*)>/g)];
    expect(names.map(([, name]) => name)).toEqual([
      'Léame',
      ...goldenInstrument.sections.map(({ shortName }) => shortName),
      'Resultados',
      'gel',
    ]);
    expect(names.filter(([, , rest]) => rest?.includes('hidden')).map(([, name]) => name)).toEqual(['gel']);
  });

  it('gives lists to choose from in the cells of criteria and checks, and in no others', () => {
    expect(rulesIn(sheet(2))).toEqual([
      ['C2', '"Se evalúa,No aplica"'],
      ['C3:C4', '"Sí,No"'],
    ]);
    expect(rulesIn(sheet(5))).toEqual([
      ['C2 C5 C8', '"Se evalúa,No aplica"'],
      ['C3:C4 C6:C7 C9:C10', '"Sí,No"'],
    ]);
    for (const number of [1, 8, 9]) expect(sheet(number)).not.toContain('<dataValidation');
  });

  it('does not offer «No aplica» where a criterion always applies', async () => {
    const [first, ...others] = goldenInstrument.sections;
    const bound = { ...first!, criteria: first!.criteria.map((each) => ({ ...each, admitsNotApplicable: false })) };
    const instrument = { ...goldenInstrument, sections: [bound, ...others] };
    const own = await partsOf(assessmentWorkbook(instrument, goldenAssessment));
    expect(rulesIn(own['xl/worksheets/sheet2.xml'] ?? '')[0]).toEqual(['C2', '"Se evalúa"']);
  });

  it('holds the rules of each sheet where the format wants them: after the cells, before the margins', () => {
    expect(sheet(2)).toMatch(/<\/sheetData><dataValidations count="5">.*<\/dataValidations><pageMargins/s);
    expect(sheet(2)).toMatch(/<worksheet [^>]*><sheetPr>.*<sheetViews>.*<pane ySplit="1"/s);
  });

  it('holds no formula: every text is a string, whatever its first sign', () => {
    for (const [path, xml] of Object.entries(parts)) {
      if (path.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[\s>/]/);
    }
    expect(parts['xl/sharedStrings.xml']).toContain('>=HYPERLINK("https://x.co";"ver")</t>');
  });

  it('holds no sign that XML cannot carry, and escapes what looks like an escape', () => {
    const strings = parts['xl/sharedStrings.xml'] ?? '';
    expect(strings).toContain('_x005F_x0041_');
    expect(strings).toContain('🏛️');
    expect(strings).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|<t>t\d+<\/t>/u);
  });

  it('is the same, byte by byte, for the same assessment', async () => {
    const [one, other] = await Promise.all([
      assessmentWorkbook(goldenInstrument, goldenAssessment),
      assessmentWorkbook(goldenInstrument, goldenAssessment),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it(
    'gives the library no part so large that it would start a worker, with every text at its longest',
    async () => {
      const instrument = readInstrument();
      const text = (length: number) =>
        Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7919) % 26))).join('');
      const answers = instrument.sections.flatMap(({ criteria }) =>
        criteria.map(({ id, checks }) => [
          id,
          {
            ...BLANK,
            kind: 'assessed' as const,
            met: checks.map((check) => check.id),
            note: id + text(4990),
            justification: id + text(1990),
            legalGround: id + text(490),
            evidence: Array.from({ length: 20 }, (_, at) => ({
              title: `${id} ${at}`,
              url: 'https://www.ejemplo.gov.co/',
            })),
          },
        ]),
      );
      const bytes = assessmentWorkbook(instrument, { ...goldenAssessment, answers: Object.fromEntries(answers) });
      const { 'xl/sharedStrings.xml': strings = '', ...others } = await partsOf(bytes);
      expect(strings.length).toBeGreaterThan(700_000);
      // What the library got of them: keys, of `<si><t>t1234</t></si>` each.
      expect((strings.match(/<si>/g) ?? []).length * 22).toBeLessThan(160_000);
      for (const xml of Object.values(others)) expect(xml.length).toBeLessThan(160_000);
    },
    PATIENCE,
  );

  it(
    'shows the figures of every screen and of the CSV',
    async () => {
      await fc.assert(
        fc.asyncProperty(someAssessment(goldenInstrument.sections), async (assessment) => {
          const opening = await openWorkbook(await assessmentWorkbook(goldenInstrument, assessment));
          const shown = opening.ok ? (opening.sheets.find(({ name }) => name === 'Resultados')?.rows ?? []) : [];
          const at = shown.findIndex(([first]) => first === 'Fase');
          const headings = shown[at] ?? [];
          const [csvHeadings = [], ...csvRows] = csvCells(resultsCsv(goldenInstrument, assessment));
          const { sections } = resultsOf(goldenInstrument, assessment);
          expect(shown.slice(at + 1)).toHaveLength(sections.length);
          sections.forEach((result, index) => {
            const row = resultRow(result);
            const cell = (heading: string) => shown[at + 1 + index]?.[headings.indexOf(heading)] ?? '';
            const inCsv = (heading: string) => csvRows[index]?.[csvHeadings.indexOf(heading)];
            expect(cell('Fase')).toBe(row.name);
            expect(cell('Cumplimiento')).toBe(row.percent);
            expect(cell('Máximo posible')).toBe(row.ceiling);
            expect(cell('Plazo')).toBe(row.deadline);
            expect(cell('Estado')).toBe(row.state);
            expect(`${String(cell('Respondidos'))} de ${String(cell('Criterios'))}`).toBe(row.answered);
            for (const heading of ['Cumplimiento', 'Máximo posible', 'Estado'])
              expect(cell(heading)).toBe(inCsv(heading));
            for (const heading of [
              'Respondidos',
              'Criterios',
              'Cumple',
              'Parcial',
              'No cumple',
              'Sin responder',
              'No aplica',
            ]) {
              expect(String(cell(heading))).toBe(inCsv(heading));
            }
            const number = cell('Cumplimiento (número)');
            if (row.percent === 'No aplica') expect(number).toBe('');
            else expect(`${String(number)}\u00a0%`).toBe(row.percent);
          });
        }),
        { numRuns: 30 },
      );
    },
    PATIENCE,
  );

  it('is named as the file of the assessment', () => {
    expect(workbookFileName(goldenAssessment)).toBe('autoevaluacion-ins-2009-10-15.xlsx');
  });
});

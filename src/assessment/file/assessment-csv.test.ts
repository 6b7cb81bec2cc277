import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells } from '../../../tests/builders/csv-cells.ts';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { resultRow } from '../copy/results.ts';
import { resultsOf } from '../domain/results.ts';
import { answersCsv, answersCsvFileName, resultsCsv, resultsCsvFileName } from './assessment-csv.ts';

/** A column of a CSV by its heading, below it. */
function column(text: string, heading: string): (string | undefined)[] {
  const [headings = [], ...rows] = csvCells(text);
  expect(headings).toContain(heading);
  return rows.map((row) => row[headings.indexOf(heading)]);
}

describe('the CSV of the answers', () => {
  it('is the same, byte by byte, as the one that was looked at', () => {
    const made = Buffer.from(answersCsv(goldenInstrument, goldenAssessment));
    expectGolden('tests/golden/autoevaluacion-ins-2009-10-15-respuestas.csv', made, true);
  });

  it('has a row a criterion, then the answers that the instrument does not have, marked so', () => {
    const text = answersCsv(goldenInstrument, goldenAssessment);
    const ids = goldenInstrument.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(column(text, 'Código')).toEqual([...ids, 'XXX-99']);
    expect(column(text, 'Criterio').at(-1)).toBe('No está en este instrumento; no cuenta');
    expect(column(text, 'Observación').at(-1)).toBe("'@otra");
  });

  it('says of an assessed criterion what it meets and what it lacks, and of others nothing', () => {
    const text = answersCsv(goldenInstrument, goldenAssessment);
    const row = (code: string) => csvCells(text).find((cells) => cells[1] === code);
    expect(row('INF-01')?.slice(3, 10)).toEqual([
      'Parcial',
      '1',
      '2',
      '1',
      '10,0',
      'Está b.\nretirada (de otra versión; no cuenta)',
      'Está a.',
    ]);
    expect(row('INF-02')?.slice(3, 10)).toEqual(['No cumple', '0', '2', '1', '20,0', '', 'Está a.\nEstá b.']);
    expect(row('INF-03')?.slice(3, 10)).toEqual(['No aplica', '0', '2', '1', '0,0', '', '']);
    expect(row('INF-06')?.slice(3)).toEqual(['Sin responder', '0', '2', '1', '20,0', '', '', '', '', '', '', '']);
  });
});

describe('the CSV of the results', () => {
  it('is the same, byte by byte, as the one that was looked at', () => {
    const made = Buffer.from(resultsCsv(goldenInstrument, goldenAssessment));
    expectGolden('tests/golden/autoevaluacion-ins-2009-10-15-resultados.csv', made, true);
  });

  it('says the figures of every screen', () => {
    fc.assert(
      fc.property(someAssessment(goldenInstrument.sections), (assessment) => {
        const text = resultsCsv(goldenInstrument, assessment);
        const results = resultsOf(goldenInstrument, assessment).sections;
        const rows = results.map(resultRow);
        expect(column(text, 'Cumplimiento')).toEqual(rows.map(({ percent }) => percent));
        expect(column(text, 'Máximo posible')).toEqual(rows.map(({ ceiling }) => ceiling));
        expect(column(text, 'Estado')).toEqual(rows.map(({ state }) => state));
        const criteria = column(text, 'Criterios');
        expect(column(text, 'Respondidos').map((count, index) => `${count} de ${criteria[index]}`)).toEqual(
          rows.map(({ answered }) => answered),
        );
      }),
    );
  });

  it('is named as the file of the assessment', () => {
    expect(answersCsvFileName(goldenAssessment)).toBe('autoevaluacion-ins-2009-10-15-respuestas.csv');
    expect(resultsCsvFileName(goldenAssessment)).toBe('autoevaluacion-ins-2009-10-15-resultados.csv');
  });
});

import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { score } from '../domain/scoring.ts';
import { remainingChart, remainingTable } from './remaining.ts';

describe('the chart of what remains', () => {
  const sections = [aSection('informacion', 4), aSection('interaccion', 2)];
  const scores = score(sections, {
    'INF-01': { kind: 'assessed', met: ['a', 'b'] },
    'INF-02': { kind: 'assessed', met: ['a'] },
    'INF-03': { kind: 'notApplicable', justification: 'No hay.' },
    'INT-01': { kind: 'assessed', met: [] },
  });
  const chart = remainingChart(sections, scores);

  it('adds up to the criteria of each phase, and its goal leaves out what does not apply', () => {
    const totals = chart.labels.map((_, phase) =>
      chart.series.reduce((sum, { counts }) => sum + (counts[phase] ?? 0), 0),
    );
    expect(totals).toEqual([4, 2]);
    expect(chart.goals).toEqual([3, 2]);
  });

  it('has a table with the very same figures', () => {
    expect(remainingTable(chart)).toEqual({
      head: ['Fase', 'Cumple', 'Parcial', 'No cumple', 'Sin responder', 'No aplica', 'Meta'],
      rows: [
        ['informacion', '1', '1', '0', '1', '1', '3'],
        ['interaccion', '0', '0', '1', '1', '0', '2'],
      ],
    });
  });
});

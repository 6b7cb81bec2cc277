import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { BLANK, type Answer } from '../domain/answer.ts';
import { createAssessment, type Assessment } from '../domain/assessment.ts';
import { dayNumber } from '../../kit/values/calendar-date.ts';
import { progressOf } from '../domain/progress.ts';
import { progressChart, progressTable, timeTicks } from './progress.ts';

const instrument = {
  id: 'decreto-1151-2008',
  version: '2026.1',
  sections: [aSection('preparacion', 1), aSection('informacion', 3), aSection('democracia', 1)],
};

function anAssessment(cutoffDate: string, answers: Record<string, Answer>, label = ''): Assessment {
  const entity = {
    name: 'Instituto Nacional de Salud',
    acronym: '',
    nit: '',
    order: 'nacional' as const,
    contact: { name: '', position: '', email: '' },
  };
  const now = '2010-01-01T15:00:00.000Z';
  return { ...createAssessment({ id: cutoffDate + label, now, instrument, entity, cutoffDate }), answers, label };
}
const chartOf = (...assessments: Assessment[]) => progressChart(progressOf(instrument, assessments));
const met: Answer = { ...BLANK, kind: 'assessed', met: ['a', 'b'] };
const none: Answer = { ...BLANK, kind: 'notApplicable', justification: 'No.' };

describe('the chart of the progress', () => {
  const chart = chartOf(
    anAssessment('2010-03-01', { 'INF-01': met, 'INF-02': met, 'DEM-01': none }),
    anAssessment('2009-03-01', { 'INF-01': met, 'DEM-01': met }, 'primera'),
  );

  it('has the days as they lie in time, and a gap where no criterion applies', () => {
    expect(chart.cutoffs.map(({ day }) => day)).toEqual([dayNumber('2009-03-01'), dayNumber('2010-03-01')]);
    expect(chart.series.map(({ points }) => points.map(({ percent }) => percent))).toEqual([
      [100 / 3, 200 / 3],
      [100, null],
    ]);
  });

  it('has a table with the very same figures, cut and not rounded, and the deadlines at its foot', () => {
    expect(progressTable(chart)).toEqual({
      head: ['Fecha de corte', 'informacion', 'democracia'],
      rows: [
        ['1 de marzo de 2009 · primera', '33,3\u00a0%', '100,0\u00a0%'],
        ['1 de marzo de 2010', '66,6\u00a0%', 'No aplica'],
      ],
      foot: ['Plazo', '1 de junio de 2008', '1 de diciembre de 2010'],
    });
  });

  it('marks the deadlines that lie near, and names those too far to be drawn', () => {
    expect(chart.marks.map(({ code, day }) => [code, day])).toEqual([
      ['INF', dayNumber('2008-06-01')],
      ['DEM', dayNumber('2010-12-01')],
    ]);
    expect(chart.beyond).toEqual([]);
    const close = chartOf(anAssessment('2010-10-01', {}), anAssessment('2010-12-01', {}));
    expect(close.marks.map(({ code }) => code)).toEqual(['DEM']);
    expect(close.beyond).toEqual(['informacion']);
    const today = chartOf(anAssessment('2026-10-01', {}), anAssessment('2026-11-01', {}));
    expect(today.marks).toEqual([]);
    expect(today.beyond).toEqual(['informacion', 'democracia']);
  });

  it('keeps everything that it draws between its two ends, one date alone too', () => {
    const date = fc
      .integer({ min: dayNumber('2007-01-01'), max: dayNumber('2030-01-01') })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 5 }), (dates) => {
        const { first, last, cutoffs, marks } = chartOf(...dates.map((each) => anAssessment(each, {})));
        expect(last - first).toBeGreaterThanOrEqual(92);
        for (const { day } of [...cutoffs, ...marks]) {
          expect(day).toBeGreaterThan(first);
          expect(day).toBeLessThan(last);
        }
      }),
    );
  });

  it('tells two of one date apart by their last change', () => {
    const [one, other] = [anAssessment('2010-03-01', {}), anAssessment('2010-03-01', {})];
    const names = chartOf(one, { ...other, id: 'z', modified: '2010-01-02T15:00:00.000Z' }).cutoffs;
    expect(names).toHaveLength(2);
    expect(new Set(names.map(({ name }) => name)).size).toBe(2);
  });
});

describe('the marks of the scale of time', () => {
  it('are months or years, as many as have room', () => {
    const [first, last] = [dayNumber('2009-01-15'), dayNumber('2010-02-15')];
    expect(timeTicks(first, last, 5).map(({ label }) => label)).toEqual([
      'abr 2009',
      'jul 2009',
      'oct 2009',
      'ene 2010',
    ]);
    expect(timeTicks(first, last, 3).map(({ label }) => label)).toEqual(['jul 2009', 'ene 2010']);
    expect(timeTicks(dayNumber('2008-06-01'), dayNumber('2026-06-01'), 4).map(({ label }) => label)).toEqual([
      '2010',
      '2015',
      '2020',
      '2025',
    ]);
  });
  it('lie within the scale and are never more than have room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), fc.integer({ min: 92, max: 20_000 }), (first, span) => {
        const ticks = timeTicks(first, first + span, 4);
        expect(ticks.length).toBeLessThanOrEqual(4);
        for (const { day } of ticks) expect(day >= first && day <= first + span).toBe(true);
      }),
    );
  });
});

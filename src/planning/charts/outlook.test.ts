import { describe, expect, it } from 'vitest';
import { allSections } from '../../../tests/builders/planned-entity.ts';
import { anEntity } from '../../../tests/builders/planned-entity.ts';
import { EMPTY_PLAN, newActivity, withActivities, type Plan } from '../domain/plan.ts';
import { whatIf, type Outlook } from '../domain/what-if.ts';
import { outlookChart, outlookPhases, outlookTable } from './outlook.ts';

const CUTOFF = '2009-10-15';
const { instrument, assessment } = anEntity(
  allSections(2),
  Object.fromEntries(['INF', 'INT', 'TRA', 'TRF', 'DEM'].map((code) => [`${code}-01`, 'unmet' as const])),
  CUTOFF,
);

function promised(ends: Readonly<Record<string, string>>): Outlook {
  const plan = Object.entries(ends).reduce<Plan>(
    (sum, [id, end]) => withActivities(sum, [newActivity(sum, [id], { end })]),
    EMPTY_PLAN,
  );
  return whatIf(instrument, assessment, plan);
}

describe('what the plan promises, as a chart and its table', () => {
  it('begins at the cut-off date as the answers stand, and names each day on which a figure changes or a deadline falls', () => {
    const { rows } = outlookTable(promised({ 'TRA-01': '2010-01-20', 'TRA-02': '2010-02-10' }), CUTOFF);
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      '15 de octubre de 2009 (fecha de corte)',
      '1 de diciembre de 2009 (plazo)',
      '20 de enero de 2010',
      '10 de febrero de 2010',
      '1 de junio de 2010 (plazo)',
      '1 de diciembre de 2010 (plazo)',
    ]);
    expect(rows.map(({ cells }) => cells[3])).toEqual([
      '0,0\u00a0%',
      '0,0\u00a0%',
      '50,0\u00a0%',
      '100,0\u00a0%',
      '100,0\u00a0%',
      '100,0\u00a0%',
    ]);
    expect(rows.filter(({ isMain }) => !isMain).map(({ cells }) => cells[0])).toEqual([
      '20 de enero de 2010',
      '10 de febrero de 2010',
    ]);
  });

  it('has one row for a cut-off date on which a deadline falls', () => {
    const day = '2009-12-01';
    const { rows } = outlookTable(whatIf(instrument, { ...assessment, cutoffDate: day }, EMPTY_PLAN), day);
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      expect.stringContaining('1 de diciembre de 2009 (fecha de corte)'),
      '1 de junio de 2010 (plazo)',
      '1 de diciembre de 2010 (plazo)',
    ]);
  });

  it('tells what ends on the cut-off date apart from what the answers say, and counts nothing that should have ended before', () => {
    const { rows } = outlookTable(promised({ 'INF-01': CUTOFF, 'INT-01': '2009-09-01' }), CUTOFF);
    expect(rows.slice(0, 2).map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['15 de octubre de 2009 (fecha de corte)', '0,0\u00a0%', '0,0\u00a0%'],
      ['15 de octubre de 2009, con lo que termina ese día', '50,0\u00a0%', '0,0\u00a0%'],
    ]);
  });

  it('draws a point where a figure changes and at the end, with the figures of the table', () => {
    const outlook = promised({ 'TRA-01': '2010-01-20' });
    const chart = outlookChart(outlook, CUTOFF);
    const { rows } = outlookTable(outlook, CUTOFF);
    const transaction = chart.series.findIndex(({ code }) => code === 'TRA');
    const points = chart.series[transaction]?.points ?? [];
    expect(points.map(({ percent }) => percent)).toEqual([0, null, 50, null, 50]);
    points.forEach(({ text }, index) => {
      if (text !== '') expect(text).toBe(rows[index]?.cells[transaction + 1]);
    });
    expect(chart.isStepped).toBe(true);
  });

  it('marks all five deadlines, those that passed too, within the scale', () => {
    const { marks, first, last } = outlookChart(promised({}), CUTOFF);
    expect(marks).toHaveLength(5);
    for (const { day } of marks) expect(day > first && day < last).toBe(true);
  });

  it('says of each phase when it comes to its goal, or what keeps it from it', () => {
    const phases = outlookPhases(
      promised({ 'TRA-01': '2009-11-20', 'TRA-02': '2010-02-10', 'TRF-01': '', 'INF-01': '2010-01-01' }),
      CUTOFF,
    );
    const said = Object.fromEntries(phases.map(({ id, cells }) => [id, cells.slice(3)]));
    expect(said['transaccion']).toEqual(['50,0\u00a0%', '10 de febrero de 2010, después del plazo']);
    expect(said['transformacion']?.[1]).toBe(
      'No llega: 1 criterio con una actividad sin fecha de fin, 1 criterio sin responder',
    );
    expect(said['informacion']?.[0]).toBe('El plazo ya pasó');
    expect(said['democracia']?.[1]).toBe('No llega: 1 criterio sin actividad, 1 criterio sin responder');
  });
});

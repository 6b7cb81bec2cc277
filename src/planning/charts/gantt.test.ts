import { describe, expect, it } from 'vitest';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import { EMPTY_PLAN, newActivity, withActivities, type ActivityFields, type Plan } from '../domain/plan.ts';
import { planRows, type PlanRow } from '../domain/plan-rows.ts';
import { ganttBar, ganttScale } from './gantt.ts';

const { results } = anEntity(allSections(2), { 'INF-01': 'unmet', 'TRA-01': 'unmet', 'DEM-01': 'unmet' });
const phases = results.phases.map(({ section, deadline }) => ({ code: section.code, date: deadline?.date ?? '' }));

function rowsOf(rows: readonly (readonly [string, Partial<ActivityFields>])[]): PlanRow[] {
  const plan = rows.reduce<Plan>(
    (sum, [id, fields]) => withActivities(sum, [newActivity(sum, [id], fields)]),
    EMPTY_PLAN,
  );
  return planRows(results, plan);
}

describe('the bars of the plan', () => {
  const rows = rowsOf([
    ['TRA-01', { start: '2009-11-01', end: '2010-01-31' }],
    ['DEM-01', { start: '2010-03-01', end: '2010-02-01' }],
    ['DEM-02', { end: '2010-06-30' }],
    ['INF-01', {}],
  ]);
  const scale = ganttScale(rows, phases);
  const barOf = (id: string) => {
    const row = rows.find(({ activity }) => activity.id === id);
    return scale && row ? ganttBar(row, scale) : undefined;
  };

  it('stand on one scale from the first date to the last, the deadlines of their phases among them', () => {
    expect([scale?.first, scale?.last]).toEqual(['2009-11-01', '2010-12-01']);
    // The phase of an activity without dates has no bar, and its deadline does not stretch the scale.
    expect(scale?.deadlines.map(({ code }) => code)).toEqual(['TRA', 'DEM']);
    for (const { at } of [...(scale?.ticks ?? []), ...(scale?.deadlines ?? [])]) {
      expect(at >= 0 && at <= 100).toBe(true);
    }
  });

  it('run from start to end, turned round where the end comes first', () => {
    const [bar, turned] = [barOf('TRA-01'), barOf('DEM-01')];
    expect(bar && bar.from < bar.to && !bar.isPoint).toBe(true);
    expect(turned && turned.from < turned.to && turned.from > (bar?.to ?? 100)).toBe(true);
  });

  it('are a mark where there is one date alone, and nothing where there is none', () => {
    expect(barOf('DEM-02')).toMatchObject({ isPoint: true });
    expect(barOf('INF-01')).toBeNull();
    expect(ganttScale(rowsOf([['INF-01', {}]]), phases)).toBeNull();
  });

  it('have few enough names of months, however long the plan', () => {
    const long = ganttScale(rowsOf([['TRA-01', { start: '2000-01-01', end: '2100-12-31' }]]), phases);
    expect(long?.ticks.length).toBeLessThanOrEqual(8);
    expect(long?.ticks.length).toBeGreaterThan(1);
  });
});

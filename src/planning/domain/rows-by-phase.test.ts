import { describe, expect, it } from 'vitest';
import { allSections, anEntity } from '../../../tests/builders/planned-entity.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { planRows } from './plan-rows.ts';
import { EMPTY_PLAN, newActivity, withActivities, type Plan } from './plan.ts';
import { rowsByPhase, sectionOfRow } from './rows-by-phase.ts';

function planOf(...criteria: [string, ...string[]][]): Plan {
  return criteria.reduce((plan, ids) => withActivities(plan, [newActivity(plan, ids)]), EMPTY_PLAN);
}

describe('the rows of a plan by phase', () => {
  const standing = { 'INF-01': 'met', 'INF-02': 'unmet', 'TRA-01': 'unmet', 'PRE-01': 'unmet' } as const;
  const { results } = anEntity(allSections(2), standing);

  it('are each in one place: that of the first criterion that is open', () => {
    const rows = planRows(results, planOf(['INF-01', 'TRA-01'], ['PRE-01', 'INF-02'], ['PRE-01'], ['XXX-99']));
    const { phases, preparation, unknown } = rowsByPhase(rows, results);
    const ids = phases.map(({ result, rows: own }) => [result.section.id, own.map(({ activity }) => activity.id)]);
    expect(ids).toEqual([
      ['informacion', ['PRE-01']],
      ['interaccion', []],
      ['transaccion', ['INF-01']],
      ['transformacion', []],
      ['democracia', []],
    ]);
    expect(preparation.map(({ activity }) => activity.id)).toEqual(['PRE-01-2']);
    expect(unknown.map(({ activity }) => activity.id)).toEqual(['XXX-99']);
  });

  it('are in the phase of what was met where nothing is open any more', () => {
    const [row] = planRows(results, planOf(['INF-01']));
    expect(sectionOfRow(row!, results)).toBe('informacion');
  });

  it('are in the first of two phases with one deadline', () => {
    const [interaccion, transaccion] = [aSection('interaccion', 1), aSection('transaccion', 1)];
    const twins = [{ ...transaccion, deadlines: interaccion.deadlines }, interaccion];
    const entity = anEntity(twins, { 'INT-01': 'unmet', 'TRA-01': 'unmet' });
    const [row] = planRows(entity.results, planOf(['INT-01', 'TRA-01']));
    expect(sectionOfRow(row!, entity.results)).toBe('transaccion');
  });
});

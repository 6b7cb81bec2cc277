import { describe, expect, it } from 'vitest';
import { allSections, anEntity } from '../../../../tests/builders/planned-entity.ts';
import { EMPTY_PLAN, newActivity, withActivities, type ActivityFields, type Plan } from '../../domain/plan.ts';
import { planRows, type PlanRow } from '../../domain/plan-rows.ts';
import { groupRows, matchesText, type PlanView } from './grouping.ts';

const { results, instrument } = anEntity(allSections(3), { 'INF-01': 'unmet', 'TRA-01': 'partial', 'PRE-01': 'unmet' });

function rowsOf(rows: readonly (readonly [string, Partial<ActivityFields>])[]): PlanRow[] {
  const plan = rows.reduce<Plan>(
    (sum, [id, fields]) => withActivities(sum, [newActivity(sum, [id], fields)]),
    EMPTY_PLAN,
  );
  return planRows(results, plan);
}

const rows = rowsOf([
  ['PRE-01', { office: 'Oficina  de sistemas', start: '2010-03-01', end: '2010-04-01' }],
  ['TRA-01', { office: 'Óficina de Sistemas ', end: '2010-01-15' }],
  ['INF-01', { office: 'Planeación', start: '2010-01-15', activity: 'Publicar la misión' }],
  ['INF-02', {}],
  ['ZZZ-01', { end: '2009-12-01' }],
]);

const shown = (view: PlanView): [string, string[]][] =>
  groupRows(rows, view, instrument.sections).map(({ name, rows: of }) => [name, of.map(({ activity }) => activity.id)]);

describe('the views of the plan', () => {
  it('by phase follow the instrument; what it does not know comes last', () => {
    const names = Object.fromEntries(instrument.sections.map(({ id, name }) => [id, name]));
    expect(shown('phase')).toEqual([
      [names['preparacion'], ['PRE-01']],
      [names['informacion'], ['INF-01', 'INF-02']],
      [names['transaccion'], ['TRA-01']],
      ['Con criterios que este instrumento no tiene', ['ZZZ-01']],
    ]);
  });

  it('by office hold capitals, accents and spaces equal; what has none comes last', () => {
    expect(shown('office').map(([name, ids]) => [name, ids.length])).toEqual([
      ['Óficina de Sistemas', 2],
      ['Planeación', 1],
      ['Sin dependencia responsable', 2],
    ]);
  });

  it('along the time follow the dates; what has none stands apart', () => {
    expect(shown('date')).toEqual([
      ['Cronograma', ['ZZZ-01', 'INF-01', 'TRA-01', 'PRE-01']],
      ['Sin fechas', ['INF-02']],
    ]);
  });

  it('lose no row and show none twice', () => {
    for (const view of ['phase', 'office', 'date'] as const) {
      const ids = shown(view).flatMap(([, of]) => of);
      expect([...ids].sort()).toEqual(rows.map(({ activity }) => activity.id).sort());
    }
  });
});

describe('the search in the plan', () => {
  const row = rows.find(({ activity }) => activity.id === 'INF-01') as PlanRow;

  it('finds every word, in any order, without accents', () => {
    expect(matchesText(row, 'mision PUBLICAR planeacion')).toBe(true);
    expect(matchesText(row, 'inf-01')).toBe(true);
    expect(matchesText(row, '  ')).toBe(true);
    expect(matchesText(row, 'misión visión')).toBe(false);
  });

  it('finds words from their beginning, and an activity by the code of any of its criteria', () => {
    const [shared] = planRows(results, withActivities(EMPTY_PLAN, [newActivity(EMPTY_PLAN, ['INF-02', 'TRA-01'])]));
    const found = (typed: string): string[] =>
      [...rows.slice(0, 3), shared as PlanRow]
        .filter((each) => matchesText(each, typed))
        .map((each) => each.activity.id);
    expect(found('TRA')).toEqual(['TRA-01', 'INF-02']);
    expect(found('tra01')).toEqual(['TRA-01', 'INF-02']);
    expect(found('blicar')).toEqual([]);
  });
});

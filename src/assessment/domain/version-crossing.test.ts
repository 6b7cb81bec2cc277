import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, type Answer } from './answer.ts';
import type { Criterion, Section } from '../../instrument/instrument.ts';
import { fraction } from '../../kit/values/fraction.ts';
import { crossVersions, differentlyAsked, strangers } from './version-crossing.ts';

const criterion = (id: string, checks: readonly string[]): Criterion => ({
  id,
  name: `Criterio ${id}`,
  weight: 1,
  checks: checks.map((check) => ({ id: check, text: `Se ve ${check}.` })),
  group: 'INF-G1',
  appliesIf: 'siempre',
  admitsNotApplicable: true,
});
const section = (...criteria: Criterion[]): Section => ({
  id: 'informacion',
  code: 'INF',
  name: 'Información en línea',
  shortName: 'Información',
  deadlines: null,
  criteria,
});
const met = (...checks: string[]): Answer => ({ ...BLANK, kind: 'assessed', met: checks });

const before = [
  section(criterion('INF-01', ['firma', 'tema']), criterion('INF-02', ['a']), criterion('INF-03', ['a', 'b'])),
];
const after = [
  section(
    criterion('INF-01', ['fecha', 'responsable', 'tema']),
    criterion('INF-03', ['a', 'b']),
    criterion('INF-04', ['x']),
  ),
];

describe('answers to one version, read with a later one', () => {
  const answers = { 'INF-01': met('firma', 'tema', 'ajena'), 'INF-02': met('a'), 'INF-03': met('a') };
  const crossing = crossVersions(before, after, answers);

  it('lose the checks that were marked and are no longer asked, and the criteria that are gone', () => {
    expect(crossing.lost).toEqual([
      { id: 'INF-01', name: 'Criterio INF-01', checks: [{ id: 'firma', text: 'Se ve firma.' }] },
    ]);
    expect(crossing.goneCriteria).toEqual(['INF-02']);
  });

  it('gain the checks that were not asked, of criteria with an answer, and the criteria that are new', () => {
    expect(crossing.gained.map(({ id, checks }) => [id, checks.map((check) => check.id)])).toEqual([
      ['INF-01', ['fecha', 'responsable']],
    ]);
    expect(crossing.newCriteria).toEqual(['INF-04']);
  });

  it('are counted by each version', () => {
    const [figures] = crossing.figures;
    // (2/2 + 1 + 1/2) / 3 then; (1/3 + 1/2 + 0) / 3 now.
    expect(figures?.then.percent).toEqual(fraction(250, 3));
    expect(figures?.now.percent).toEqual(fraction(250, 9));
  });

  it('that name what neither version asks are told apart', () => {
    expect(strangers(crossing, after, { ...answers, 'XXX-01': met('a') })).toEqual(['XXX-01', 'INF-01.ajena']);
  });

  it('gain nothing in a criterion that was not answered, that does not apply, or whose new check is already marked', () => {
    const none = { ...BLANK, kind: 'notApplicable', justification: 'No.' } as const;
    expect(crossVersions(before, after, {}).gained).toEqual([]);
    expect(crossVersions(before, after, { 'INF-01': none }).gained).toEqual([]);
    expect(crossVersions(before, after, { 'INF-01': met('fecha', 'responsable') }).gained).toEqual([]);
  });

  it('cross nothing between equal versions, whatever they are', () => {
    const answer = fc
      .subarray(['firma', 'tema', 'a', 'b', 'zz'])
      .map((checks): Answer => ({ ...BLANK, kind: 'assessed', met: checks }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('INF-01', 'INF-02', 'INF-03', 'constructor'), answer), (any) => {
        const { lost, gained, goneCriteria, newCriteria, figures } = crossVersions(before, before, any);
        expect([lost, gained, goneCriteria, newCriteria]).toEqual([[], [], [], []]);
        for (const { then, now } of figures) expect(then).toEqual(now);
      }),
    );
  });
});

describe('two versions that were answered', () => {
  it('differ in the criteria whose checks are not the same', () => {
    expect(differentlyAsked(before, after)).toEqual(['INF-01']);
    expect(differentlyAsked(before, before)).toEqual([]);
  });
});

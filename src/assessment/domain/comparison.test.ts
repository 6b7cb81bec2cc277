import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { BLANK, type Answer } from './answer.ts';
import { createAssessment, type Assessment } from './assessment.ts';
import { changeKinds, compareAssessments, type ChangeKind } from './comparison.ts';
import { add, fraction } from '../../kit/values/fraction.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { showDifference } from './percent.ts';
import { resultsOf } from './results.ts';

const instrument: Instrument = {
  id: 'decreto-1151-2008',
  version: '2026.1',
  sections: [aSection('preparacion', 2), aSection('informacion', 8), aSection('democracia', 2)],
};
const assessed = (...met: string[]): Answer => ({ ...BLANK, kind: 'assessed', met });
const notApplicable = (justification: string): Answer => ({ ...BLANK, kind: 'notApplicable', justification });

function anAssessment(answers: Record<string, Answer>, cutoffDate = '2009-10-15'): Assessment {
  const entity = {
    name: 'Instituto Nacional de Salud',
    acronym: 'INS',
    nit: '899999403-4',
    order: 'nacional' as const,
    contact: { name: '', position: '', email: '' },
  };
  const now = '2009-10-15T21:40:12.512Z';
  return { ...createAssessment({ id: 'a', now, instrument, entity, cutoffDate }), answers };
}

const compare = (before: Record<string, Answer>, after: Record<string, Answer>) =>
  compareAssessments(instrument, anAssessment(before), anAssessment(after));
const phase = (comparison: ReturnType<typeof compare>, id: string) =>
  comparison.phases.find(({ section }) => section.id === id);
const criterion = (comparison: ReturnType<typeof compare>, wanted: string) =>
  comparison.criteria.find(({ criterion: { id } }) => id === wanted);

describe('comparing two assessments', () => {
  it('tells each kind of change of a criterion', () => {
    const comparison = compare(
      {
        'INF-01': assessed('a'),
        'INF-02': assessed('a', 'b'),
        'INF-04': assessed(),
        'INF-05': assessed('b'),
        'INF-06': notApplicable('No hay.'),
        'INF-07': assessed('a'),
      },
      {
        'INF-01': assessed('a', 'b'),
        'INF-02': assessed('b'),
        'INF-03': assessed(),
        'INF-05': notApplicable('Se suprimió el trámite.'),
        'INF-06': assessed('a'),
        'INF-07': assessed('b'),
      },
    );
    const kinds = comparison.criteria.map(({ criterion: { id }, kind }) => `${id} ${kind}`);
    expect(kinds.slice(2, 10)).toEqual([
      'INF-01 rose',
      'INF-02 fell',
      'INF-03 appeared',
      'INF-04 withdrawn',
      'INF-05 leftScope',
      'INF-06 enteredScope',
      'INF-07 same',
      'INF-08 same',
    ]);
    expect(comparison.counts).toEqual({
      rose: 1,
      fell: 1,
      appeared: 1,
      withdrawn: 1,
      leftScope: 1,
      enteredScope: 1,
      same: 6,
    });
  });

  it('names the checks gained and lost, where the sum stays the same too', () => {
    const comparison = compare(
      { 'INF-01': assessed('b', 'ajena'), 'INF-02': assessed('a') },
      { 'INF-01': assessed('b', 'a', 'otra-ajena'), 'INF-02': assessed('b') },
    );
    expect(criterion(comparison, 'INF-01')).toMatchObject({ gained: ['a'], lost: [] });
    expect(criterion(comparison, 'INF-02')).toMatchObject({
      kind: 'same',
      isIdentical: false,
      gained: ['b'],
      lost: ['a'],
    });
    expect(criterion(comparison, 'INF-03')).toMatchObject({ kind: 'same', isIdentical: true });
    expect(comparison.after.unknownChecks).toEqual(['INF-01.otra-ajena']);
  });

  it('counts no check that was set aside, and keeps the reason of a «No aplica» and the notes of both sides', () => {
    const comparison = compare(
      { 'INF-01': { ...assessed('a'), note: 'Falta la visión.' } },
      { 'INF-01': { ...notApplicable('La absorbió otra entidad.'), met: ['a', 'b'], note: 'Decreto 4 de 2010.' } },
    );
    expect(criterion(comparison, 'INF-01')).toMatchObject({
      kind: 'leftScope',
      before: { status: 'partial', checksMet: 1, note: 'Falta la visión.', justification: '' },
      after: {
        status: 'notApplicable',
        checksMet: 0,
        note: 'Decreto 4 de 2010.',
        justification: 'La absorbió otra entidad.',
      },
      gained: [],
      lost: ['a'],
    });
  });

  it('gives the difference of a phase exactly, and its state on each date', () => {
    const before = anAssessment({ 'DEM-01': assessed('a') }, '2010-11-30');
    const after = anAssessment({ 'DEM-01': assessed('a', 'b'), 'DEM-02': assessed('a', 'b') }, '2010-12-02');
    const comparison = compareAssessments(instrument, before, after);
    expect(phase(comparison, 'democracia')).toMatchObject({
      difference: fraction(75),
      before: { state: 'onTime' },
      after: { state: 'achieved' },
    });
    expect(phase(comparison, 'informacion')).toMatchObject({
      difference: fraction(0),
      before: { state: 'overdue' },
      after: { state: 'overdue' },
    });
    expect(phase(comparison, 'preparacion')).toBeUndefined();
    expect(comparison.preparation?.difference).toEqual(fraction(0));
  });

  it('gives no difference where a phase has no percentage on one side', () => {
    const none = { 'DEM-01': notApplicable('No.'), 'DEM-02': notApplicable('No.') };
    expect(phase(compare(none, { 'DEM-01': assessed('a') }), 'democracia')?.difference).toBeNull();
    expect(phase(compare(none, none), 'democracia')?.difference).toBeNull();
  });

  it('gives apart what the instrument does not have, `__proto__` too', () => {
    const odd = Object.fromEntries([
      ['__proto__', assessed('a')],
      ['INF-99', assessed()],
    ]);
    const { retired, criteria } = compare(odd, { 'INF-99': notApplicable('Ya no.') });
    expect(retired).toEqual([
      { id: 'INF-99', before: odd['INF-99'], after: notApplicable('Ya no.') },
      { id: '__proto__', before: assessed('a'), after: null },
    ]);
    expect(criteria).toHaveLength(12);
  });

  it('finds no change between an assessment and itself', () => {
    fc.assert(
      fc.property(someAssessment(instrument.sections), (one) => {
        const { criteria, sections, retired } = compareAssessments(instrument, one, one);
        expect(criteria.every(({ kind, isIdentical }) => kind === 'same' && isIdentical)).toBe(true);
        for (const { difference } of sections) expect(difference ?? fraction(0)).toEqual(fraction(0));
        for (const { before, after } of retired) expect(before).toBe(after);
      }),
    );
  });

  it('says the mirror of it where the sides are swapped', () => {
    const mirror: Record<ChangeKind, ChangeKind> = {
      rose: 'fell',
      fell: 'rose',
      appeared: 'withdrawn',
      withdrawn: 'appeared',
      leftScope: 'enteredScope',
      enteredScope: 'leftScope',
      same: 'same',
    };
    const some = someAssessment(instrument.sections);
    fc.assert(
      fc.property(some, some, (one, other) => {
        const there = compareAssessments(instrument, one, other);
        const back = compareAssessments(instrument, other, one);
        expect(back.criteria).toEqual(
          there.criteria.map((each) => ({
            ...each,
            kind: mirror[each.kind],
            before: each.after,
            after: each.before,
            gained: each.lost,
            lost: each.gained,
          })),
        );
        there.sections.forEach(({ difference }, index) => {
          const opposite = back.sections[index]?.difference ?? null;
          expect(difference && opposite ? add(difference, opposite) : fraction(0)).toEqual(fraction(0));
          expect(difference === null).toBe(opposite === null);
        });
      }),
    );
  });

  it('agrees with the results of each side, and every criterion is of one kind', () => {
    const some = someAssessment(instrument.sections);
    fc.assert(
      fc.property(some, some, (one, other) => {
        const comparison = compareAssessments(instrument, one, other);
        const [before, after] = [resultsOf(instrument, one), resultsOf(instrument, other)];
        comparison.sections.forEach((section, index) => {
          expect(section.before).toEqual(before.sections[index]);
          expect(section.after).toEqual(after.sections[index]);
          const was = before.sections[index]?.score.percent ?? null;
          const is = after.sections[index]?.score.percent ?? null;
          if (section.difference === null) expect(was === null || is === null).toBe(true);
          else expect(was && add(was, section.difference)).toEqual(is);
        });
        expect(changeKinds.reduce((sum, kind) => sum + comparison.counts[kind], 0)).toBe(12);
      }),
    );
  });
});

describe('a shown difference', () => {
  it('has its sign and is cut like every figure, towards zero on both sides', () => {
    expect(showDifference(fraction(1239, 100))).toBe('+\u00a012,3');
    expect(showDifference(fraction(-1239, 100))).toBe('−\u00a012,3');
    expect(showDifference(fraction(0))).toBe('0,0');
    expect(showDifference(fraction(100))).toBe('+\u00a0100,0');
    expect(showDifference(fraction(-1, 30))).toBe('−\u00a0<\u00a00,1');
  });
});

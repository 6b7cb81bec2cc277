import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { BLANK, statusOf, type Answer } from './answer.ts';
import { decided, mergeAssessments, mergedAnswers, sameAnswer } from './merging.ts';

const sections = [aSection('informacion', 4), aSection('interaccion', 3)];
const at = (day: number): string => `2009-10-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const met = (...checks: string[]): Answer => ({ ...BLANK, kind: 'assessed', met: checks, updatedAt: at(1) });
const noDecisions = new Map();
const side = (answers: Record<string, Answer>, profile: Record<string, boolean> = {}) => ({ answers, profile });

/** What a merge makes of one criterion. */
function itemOf(mine: Answer, theirs: Answer) {
  return mergeAssessments(sections, side({ 'INF-01': mine }), side({ 'INF-01': theirs })).items[0];
}

describe('merging two assessments of one entity', () => {
  it('keeps what is equal, takes what one side alone answered, and asks where both differ', () => {
    const mine = side({ 'INF-01': met('a'), 'INF-02': met('a'), 'INT-01': met('a') });
    const theirs = side({ 'INF-01': met('a'), 'INF-03': met('b'), 'INT-01': { ...met('b'), updatedAt: at(2) } });
    const { items } = mergeAssessments(sections, mine, theirs);
    expect(items.map(({ criterionId, kind }) => [criterionId, kind])).toEqual([
      ['INF-01', 'equal'],
      ['INF-02', 'mine'],
      ['INF-03', 'theirs'],
      ['INT-01', 'conflict'],
    ]);
    expect(items[3]).toMatchObject({ proposed: 'theirs' });
    expect(mergedAnswers(items, noDecisions, at(9))['INT-01']).toEqual(theirs.answers['INT-01']);
    expect(mergedAnswers(items, new Map([['INT-01', { side: 'mine', keepTexts: false }]]), at(9))['INT-01']).toEqual(
      mine.answers['INT-01'],
    );
  });

  it('carries the note of a side without an answer over to the answer of the other', () => {
    const noted: Answer = { ...BLANK, note: 'Lo revisa Sistemas.', updatedAt: at(3) };
    expect(itemOf(noted, met('a'))).toMatchObject({
      kind: 'joined',
      result: { kind: 'assessed', note: 'Lo revisa Sistemas.' },
    });
    expect(itemOf({ ...BLANK, updatedAt: at(3) }, met('a'))).toMatchObject({ kind: 'theirs', result: met('a') });
    expect(itemOf(noted, { ...met('a'), note: 'Otra cosa.' })).toMatchObject({ kind: 'conflict' });
  });

  it('joins what two sides without an answer wrote in different places', () => {
    const noted: Answer = { ...BLANK, note: 'Lo revisa Sistemas.', updatedAt: at(3) };
    const linked: Answer = { ...BLANK, evidence: [{ title: '', url: 'https://a.co' }], updatedAt: at(2) };
    expect(itemOf(noted, linked)).toMatchObject({ kind: 'joined', result: { note: noted.note, updatedAt: at(3) } });
    expect(itemOf({ ...BLANK, updatedAt: at(9) }, noted)).toMatchObject({ kind: 'theirs', result: noted });
    expect(itemOf(noted, { ...noted, note: 'Otra cosa.' })).toMatchObject({ kind: 'conflict' });
  });

  it('takes «No aplica» without a reason for no answer', () => {
    expect(itemOf({ ...BLANK, kind: 'notApplicable', updatedAt: at(1) }, met('a'))).toMatchObject({ kind: 'theirs' });
  });

  it('can keep the texts of both sides of a conflict', () => {
    const mine = { ...met('a'), note: 'Uno.', evidence: [{ title: 'x', url: 'https://a.co' }] };
    const theirs = {
      ...met('b'),
      note: 'Dos.',
      evidence: [
        { title: 'x', url: 'https://a.co' },
        { title: 'y', url: 'https://b.co' },
      ],
    };
    const conflict = { kind: 'conflict' as const, criterionId: 'INF-01', mine, theirs, proposed: 'mine' as const };
    expect(decided(conflict, { side: 'theirs', keepTexts: true })).toMatchObject({
      met: ['b'],
      note: 'Dos.\n\nUno.',
      evidence: [{ title: 'x' }, { title: 'y' }],
    });
    const answers = mergedAnswers([conflict], new Map([['INF-01', { side: 'theirs', keepTexts: true }]]), at(9));
    expect(answers['INF-01']?.updatedAt).toBe(at(9));
  });

  it('joins the profiles and names where they differ', () => {
    const merge = mergeAssessments(sections, side({}, { a: true, b: true }), side({}, { b: false, c: false }));
    expect(merge.profile).toEqual({ a: true, b: true, c: false });
    expect(merge.profileConflicts).toEqual([{ conditionId: 'b', mine: true, theirs: false }]);
  });

  it('is commutative where there is no conflict', () => {
    let without = 0;
    fc.assert(
      fc.property(someAssessment(sections), someAssessment(sections), fc.infiniteStream(fc.nat(2)), (a, b, picks) => {
        // Each criterion goes to one side, to the other, or to both the same, so that most pairs have no conflict.
        const split = { a: {} as Record<string, Answer>, b: {} as Record<string, Answer> };
        for (const [id, answer] of Object.entries(a.answers)) {
          const pick = picks.next().value;
          if (pick !== 1) split.a[id] = answer;
          if (pick !== 0) split.b[id] = { ...answer, updatedAt: pick === 2 ? b.modified : answer.updatedAt };
        }
        const one = mergeAssessments(sections, side(split.a), side(split.b)).items;
        const other = mergeAssessments(sections, side(split.b), side(split.a)).items;
        if (one.some(({ kind }) => kind === 'conflict')) return;
        without += 1;
        expect(mergedAnswers(one, noDecisions, at(9))).toEqual(mergedAnswers(other, noDecisions, at(9)));
      }),
      { numRuns: 300 },
    );
    expect(without).toBeGreaterThan(100);
  });

  it('finds the same conflicts from both sides, and proposes the same answer', () => {
    fc.assert(
      fc.property(someAssessment(sections), someAssessment(sections), (a, b) => {
        const one = mergeAssessments(sections, a, b).items;
        const other = mergeAssessments(sections, b, a).items;
        expect(one.map(({ criterionId }) => criterionId)).toEqual(other.map(({ criterionId }) => criterionId));
        expect(mergedAnswers(one, noDecisions, at(9))).toEqual(mergedAnswers(other, noDecisions, at(9)));
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing where a file is merged with itself', () => {
    fc.assert(
      fc.property(someAssessment(sections), (a) => {
        const merge = mergeAssessments(sections, a, a);
        expect(mergedAnswers(merge.items, noDecisions, at(9))).toEqual(a.answers);
        expect(merge.profile).toEqual(a.profile);
        expect(merge.items.every(({ kind }) => kind === 'equal')).toBe(true);
      }),
    );
  });

  it('never loses an answer: every one that a side gave is in the result or in a conflict', () => {
    fc.assert(
      fc.property(someAssessment(sections), someAssessment(sections), (a, b) => {
        const { items } = mergeAssessments(sections, a, b);
        const criteria = new Map(sections.flatMap((s) => s.criteria.map((c) => [c.id, c] as const)));
        for (const { answers } of [a, b]) {
          for (const [id, answer] of Object.entries(answers)) {
            const criterion = criteria.get(id);
            const isPending = criterion ? statusOf(criterion, answer) === 'pending' : answer.kind === 'unanswered';
            const item = items.find((each) => each.criterionId === id);
            expect(item).toBeDefined();
            if (item?.kind === 'conflict') expect([item.mine, item.theirs]).toContainEqual(answer);
            else if (!isPending && item) {
              expect({ kind: item.result.kind, met: [...item.result.met].sort() }).toEqual({
                kind: answer.kind,
                met: [...answer.met].sort(),
              });
              for (const key of ['note', 'justification', 'legalGround'] as const) {
                if (answer[key] !== '') expect(item.result[key]).toBe(answer[key]);
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells answers apart by what they say, not by when they were given', () => {
    expect(sameAnswer(met('a', 'b'), { ...met('b', 'a'), updatedAt: at(9) })).toBe(true);
    expect(sameAnswer(met('a'), { ...met('a'), note: 'x' })).toBe(false);
  });
});

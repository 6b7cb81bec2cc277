import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from './answer.ts';
import { compare, fraction } from '../../kit/values/fraction.ts';
import type { ScorableSection } from '../../instrument/instrument.ts';
import { shownCeiling, shownPercent } from './percent.ts';
import { scoreSection, unknownAnswers, unknownChecks, type Answers } from './scoring.ts';

interface Vector {
  name: string;
  instrument: { phases: ScorableSection[] };
  answers: Answers;
  expected: Record<
    string,
    { percent: string | null; shown: string; complete: boolean; answered: number; counts: Record<string, number> }
  >;
}

// The file's note says «with a no-break space before the sign»; its cases are typed with an ordinary one.
const NO_BREAK = '\u00a0';
const vectors = JSON.parse(readFileSync('tests/golden/scoring-vectors.json', 'utf8')) as { cases: Vector[] };

describe('the worked cases of docs/scoring.md', () => {
  it('are all here', () => expect(vectors.cases.length).toBeGreaterThanOrEqual(15));

  it.each(vectors.cases)('$name', ({ instrument, answers, expected }) => {
    const computed = Object.fromEntries(
      instrument.phases.map((phase) => {
        const score = scoreSection(phase, answers);
        const percent = score.percent && `${score.percent.numerator}/${score.percent.denominator}`;
        const { complete, answered, counts } = score;
        return [phase.id, { percent, shown: shownPercent(score), complete, answered, counts }];
      }),
    );
    expect(computed).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([id, phase]) => [
          id,
          { ...phase, shown: phase.shown.replace(/(?<=<) | (?=%)/g, NO_BREAK) },
        ]),
      ),
    );
  });
});

const checkIds = ['a', 'b', 'c', 'd', 'e', 'f'];
const section: fc.Arbitrary<ScorableSection> = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), checks: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((criteria) => ({
    id: 'informacion',
    criteria: criteria.map(({ weight, checks }, index) => ({
      id: `INF-${String(index + 1).padStart(2, '0')}`,
      weight,
      checks: checkIds.slice(0, checks).map((id) => ({ id })),
    })),
  }));
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({
    kind: fc.constant('assessed' as const),
    met: fc.array(fc.constantFrom(...checkIds, 'zz'), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('notApplicable' as const), justification: fc.constantFrom('', '  ', 'No cobra') }),
  fc.constant({ kind: 'unanswered' as const }),
);
const assessed = section.chain((it) =>
  fc.record({
    section: fc.constant(it),
    answers: fc
      .array(fc.option(mark), { minLength: it.criteria.length, maxLength: it.criteria.length })
      .map((marks): Answers =>
        Object.fromEntries(it.criteria.flatMap(({ id }, index) => (marks[index] ? [[id, marks[index]] as const] : []))),
      ),
  }),
);
const hundred = fraction(100);

describe('a percentage', () => {
  it('lies between 0 and 100, and its ceiling between it and 100', () => {
    fc.assert(
      fc.property(assessed, ({ section, answers }) => {
        const { percent, ceiling } = scoreSection(section, answers);
        if (percent === null || ceiling === null) return percent === ceiling;
        return compare(percent, fraction(0)) >= 0 && compare(percent, ceiling) <= 0 && compare(ceiling, hundred) <= 0;
      }),
    );
  });

  it('never falls when one more check is met', () => {
    fc.assert(
      fc.property(assessed, fc.nat(), ({ section, answers }, pick) => {
        const criterion = section.criteria[pick % section.criteria.length];
        const before = criterion && answers[criterion.id];
        if (!criterion || before?.kind !== 'assessed') return true;
        for (const { id } of criterion.checks) {
          const after = { ...answers, [criterion.id]: { kind: 'assessed' as const, met: [...before.met, id] } };
          const [low, high] = [scoreSection(section, answers).percent, scoreSection(section, after).percent];
          if (low === null || high === null || compare(low, high) > 0) return false;
        }
        return true;
      }),
    );
  });

  it('is that of the section without the criteria that do not apply: they leave both sums', () => {
    fc.assert(
      fc.property(assessed, ({ section, answers }) => {
        const whole = scoreSection(section, answers);
        const applying = section.criteria.filter((_, index) => whole.criteria[index]?.status !== 'notApplicable');
        const rest = scoreSection({ ...section, criteria: applying }, answers);
        expect([rest.percent, rest.ceiling, rest.complete]).toEqual([whole.percent, whole.ceiling, whole.complete]);
      }),
    );
  });

  it('is 100 exactly where the section is complete, and shown as 100,0 only there', () => {
    fc.assert(
      fc.property(assessed, ({ section, answers }) => {
        const score = scoreSection(section, answers);
        const isHundred = score.percent !== null && compare(score.percent, hundred) === 0;
        expect(isHundred).toBe(score.complete);
        expect(shownPercent(score).startsWith('100,0')).toBe(score.complete);
        expect(shownCeiling(score)?.startsWith('100,0') ?? false).toBe(score.canComplete && score.counts.pending > 0);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(assessed, ({ section, answers }) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(scoreSection(section, reversed)).toEqual(scoreSection(section, answers));
      }),
    );
  });

  it('rises by exactly the gain of a criterion when it is met', () => {
    fc.assert(
      fc.property(assessed, ({ section, answers }) => {
        const before = scoreSection(section, answers);
        for (const { id, gain, status } of before.criteria) {
          if (status === 'notApplicable' || before.percent === null) continue;
          const met = section.criteria.find((each) => each.id === id)?.checks.map((check) => check.id) ?? [];
          const after = scoreSection(section, { ...answers, [id]: { kind: 'assessed', met } }).percent;
          expect(after).toEqual(
            fraction(
              before.percent.numerator * gain.denominator + gain.numerator * before.percent.denominator,
              before.percent.denominator * gain.denominator,
            ),
          );
        }
      }),
    );
  });

  it('stays exact over ten thousand criteria', () => {
    const criteria = Array.from({ length: 10_000 }, (_, index) => ({
      id: `INF-${index}`,
      weight: 1 + (index % 3),
      checks: checkIds.slice(0, 1 + (index % 6)).map((id) => ({ id })),
    }));
    const answers = Object.fromEntries(criteria.map(({ id }) => [id, { kind: 'assessed' as const, met: checkIds }]));
    expect(scoreSection({ id: 'informacion', criteria }, answers).percent).toEqual(hundred);
  });
});

describe('what the instrument does not have', () => {
  it('is reported and counts for nothing', () => {
    const criteria = [{ id: 'INF-01', weight: 1, checks: [{ id: 'a' }] }];
    const answers: Answers = {
      'INF-01': { kind: 'assessed', met: ['a'] },
      'INF-99': { kind: 'assessed', met: [] },
      __proto__x: { kind: 'unanswered' },
    };
    expect(unknownAnswers([{ id: 'informacion', criteria }], answers)).toEqual(['INF-99', '__proto__x']);
    expect(scoreSection({ id: 'informacion', criteria }, answers).percent).toEqual(hundred);
    expect(
      unknownChecks([{ id: 'informacion', criteria }], { 'INF-01': { kind: 'assessed', met: ['a', 'zz'] } }),
    ).toEqual(['INF-01.zz']);
  });

  it('does not read answers off the prototype of an object', () => {
    const criteria = [{ id: 'toString', weight: 1, checks: [{ id: 'a' }] }];
    expect(scoreSection({ id: 'informacion', criteria }, {}).counts.pending).toBe(1);
  });

  it('has no «No aplica» where the criterion does not allow it', () => {
    const criteria = [{ id: 'INF-01', weight: 1, checks: [{ id: 'a' }], admitsNotApplicable: false }];
    const answers: Answers = { 'INF-01': { kind: 'notApplicable', justification: 'Porque sí' } };
    expect(scoreSection({ id: 'informacion', criteria }, answers).counts.pending).toBe(1);
  });
});

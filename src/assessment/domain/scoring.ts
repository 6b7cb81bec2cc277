import { countMet, statusOf, type Mark, type Status } from './answer.ts';
import { add, fraction, ZERO, type Fraction } from '../../kit/values/fraction.ts';
import type { ScorableCriterion, ScorableSection } from '../../instrument/instrument.ts';

export type Answers = Readonly<Record<string, Mark>>;

export interface CriterionScore {
  readonly id: string;
  readonly status: Status;
  readonly weight: number;
  /** Checks met and checks in the criterion; the first is 0 where the criterion is pending or not applicable. */
  readonly checksMet: number;
  readonly checks: number;
  /** Percentage points of its section that the criterion would add if it were met; 0 where it does not apply. */
  readonly gain: Fraction;
}

/** The completion of one phase, or of the preparatory actions (docs/scoring.md, «Percentage of a phase»). */
export interface SectionScore {
  readonly sectionId: string;
  /** 0 to 100, exact; null where no criterion applies. While something is pending it is a floor. */
  readonly percent: Fraction | null;
  /** What `percent` would be if every pending criterion were met. */
  readonly ceiling: Fraction | null;
  /** At least one criterion applies and every one that applies is met. Decided from the statuses. */
  readonly complete: boolean;
  /** True where `ceiling` is a complete section: every criterion that applies is met or pending. */
  readonly canComplete: boolean;
  readonly answered: number;
  readonly total: number;
  readonly counts: Readonly<Record<Status, number>>;
  /** Sum of the weights of the criteria that apply: the denominator. */
  readonly weight: number;
  readonly criteria: readonly CriterionScore[];
}

function markOf(answers: Answers, id: string): Mark | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/**
 * Adds `weight × met / checks` over many criteria. Criteria with equally many checks are added as integers first,
 * so that ten thousand criteria cost a handful of fractions.
 */
function sumOfValues(parts: readonly { weight: number; met: number; checks: number }[]): Fraction {
  const byChecks = new Map<number, number>();
  for (const { weight, met, checks } of parts) byChecks.set(checks, (byChecks.get(checks) ?? 0) + weight * met);
  return [...byChecks].reduce((sum, [checks, met]) => add(sum, fraction(met, checks)), ZERO);
}

function hundredTimes(sum: Fraction, weight: number): Fraction | null {
  return weight === 0 ? null : fraction(100n * sum.numerator, sum.denominator * BigInt(weight));
}

/**
 * Computes one section from its criteria and the answers. Total: any answers are valid input, unknown criteria and
 * checks count for nothing. Source: docs/scoring.md, «Percentage of a phase».
 */
export function scoreSection(section: ScorableSection, answers: Answers): SectionScore {
  const judged = section.criteria.map((criterion: ScorableCriterion) => {
    const mark = markOf(answers, criterion.id);
    const status = statusOf(criterion, mark);
    const met = mark?.kind === 'assessed' ? countMet(criterion, mark.met) : 0;
    return { criterion, status, met, checks: criterion.checks.length };
  });
  const counts: Record<Status, number> = { pending: 0, unmet: 0, partial: 0, met: 0, notApplicable: 0 };
  for (const { status } of judged) counts[status] += 1;

  const applicable = judged.filter(({ status }) => status !== 'notApplicable');
  const weight = applicable.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  const parts = applicable.map(({ criterion, status, met, checks }) => ({
    weight: criterion.weight,
    met,
    checks,
    metAtBest: status === 'pending' ? checks : met,
  }));
  return {
    sectionId: section.id,
    percent: hundredTimes(sumOfValues(parts), weight),
    ceiling: hundredTimes(sumOfValues(parts.map((part) => ({ ...part, met: part.metAtBest }))), weight),
    complete: applicable.length > 0 && counts.met === applicable.length,
    canComplete: applicable.length > 0 && counts.met + counts.pending === applicable.length,
    answered: judged.length - counts.pending,
    total: judged.length,
    counts,
    weight,
    criteria: judged.map(({ criterion, status, met, checks }) => ({
      id: criterion.id,
      status,
      weight: criterion.weight,
      checksMet: met,
      checks,
      gain:
        status === 'notApplicable' || weight === 0
          ? ZERO
          : fraction(100n * BigInt(criterion.weight) * BigInt(checks - met), BigInt(checks) * BigInt(weight)),
    })),
  };
}

/** Scores every section on its own: there is no total over the phases (docs/scoring.md, «No total»). */
export function score(sections: readonly ScorableSection[], answers: Answers): SectionScore[] {
  return sections.map((section) => scoreSection(section, answers));
}

/** Checks, as `INF-01.mision`, that an answer names and its criterion does not have: kept, reported, counted for nothing. */
export function unknownChecks(sections: readonly ScorableSection[], answers: Answers): string[] {
  return sections.flatMap(({ criteria }) =>
    criteria.flatMap(({ id, checks }) => {
      const mark = markOf(answers, id);
      const own = new Set(checks.map((check) => check.id));
      return mark?.kind === 'assessed'
        ? mark.met.filter((check) => !own.has(check)).map((check) => `${id}.${check}`)
        : [];
    }),
  );
}

/** Ids of answers whose criterion the instrument does not have: kept, reported, counted for nothing. */
export function unknownAnswers(sections: readonly ScorableSection[], answers: Answers): string[] {
  const known = new Set(sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return Object.keys(answers)
    .filter((id) => !known.has(id))
    .sort();
}

import { BLANK, type Answer, type Status } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { subtract, type Fraction } from '../../kit/values/fraction.ts';
import { isPhase, type Criterion, type Instrument, type Section } from '../../instrument/instrument.ts';
import { resultsOf, type Results, type SectionResult } from './results.ts';
import type { CriterionScore } from './scoring.ts';

/**
 * What became of a criterion from one assessment to another. `rose` and `fell` are of criteria that were answered on
 * both sides; `appeared` had no answer before, `withdrawn` has none now; `leftScope` is «No aplica» now and was not,
 * `enteredScope` the other way round.
 */
export type ChangeKind = 'rose' | 'fell' | 'appeared' | 'withdrawn' | 'leftScope' | 'enteredScope' | 'same';
export const changeKinds: readonly ChangeKind[] = [
  'rose',
  'fell',
  'appeared',
  'withdrawn',
  'leftScope',
  'enteredScope',
  'same',
];

/** What one assessment says of a criterion. */
export interface CriterionSide {
  readonly status: Status;
  /** How many checks are met and count; 0 where it is pending or does not apply. */
  readonly checksMet: number;
  readonly note: string;
  /** Why it does not apply; '' where the status is another. */
  readonly justification: string;
}

export interface CriterionComparison {
  readonly sectionId: Section['id'];
  readonly criterion: Criterion;
  readonly kind: ChangeKind;
  readonly before: CriterionSide;
  readonly after: CriterionSide;
  /** Ids of checks that count now and did not before, and the other way round, in the criterion's order. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** The same status, checks, note and justification on both sides. Evidence is not compared. */
  readonly isIdentical: boolean;
}

/** An answer to a criterion that the instrument does not have («retirado»): kept, shown, counted for nothing. */
export interface RetiredCriterion {
  readonly id: string;
  /** Null where that side has no answer to it. */
  readonly before: Answer | null;
  readonly after: Answer | null;
}

export interface SectionComparison {
  readonly section: Section;
  readonly before: SectionResult;
  readonly after: SectionResult;
  /** Percentage points, exact; null where either side has no percentage. */
  readonly difference: Fraction | null;
}

/** Every figure of a comparison, computed once. Both assessments are read with the same, present instrument. */
export interface Comparison {
  readonly before: Results;
  readonly after: Results;
  /** The preparatory actions and the five phases, in the instrument's order. */
  readonly sections: readonly SectionComparison[];
  /** The five phases alone. */
  readonly phases: readonly SectionComparison[];
  readonly preparation: SectionComparison | null;
  /** Every criterion of the instrument, in its order. */
  readonly criteria: readonly CriterionComparison[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly retired: readonly RetiredCriterion[];
}

type Compared = Pick<Assessment, 'answers' | 'entity' | 'cutoffDate' | 'instrument'>;

function answerOf({ answers }: Compared, id: string): Answer | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}

function kindOf(before: CriterionScore, after: CriterionScore): ChangeKind {
  if (before.status !== after.status) {
    if (after.status === 'notApplicable') return 'leftScope';
    if (before.status === 'notApplicable') return 'enteredScope';
    if (before.status === 'pending') return 'appeared';
    if (after.status === 'pending') return 'withdrawn';
  }
  if (before.checksMet === after.checksMet) return 'same';
  return before.checksMet < after.checksMet ? 'rose' : 'fell';
}

function sideOf(score: CriterionScore, answer: Answer | null): CriterionSide {
  const { note, justification } = answer ?? BLANK;
  return {
    status: score.status,
    checksMet: score.checksMet,
    note,
    justification: score.status === 'notApplicable' ? justification : '',
  };
}

/** The checks that count: those of an answer that says them, never those set aside. */
function countedChecks(answer: Answer | null): ReadonlySet<string> {
  return new Set(answer?.kind === 'assessed' ? answer.met : []);
}

function compareCriterion(
  { id: sectionId }: Section,
  criterion: Criterion,
  scores: { before: CriterionScore; after: CriterionScore },
  answers: { before: Answer | null; after: Answer | null },
): CriterionComparison {
  const kind = kindOf(scores.before, scores.after);
  const before = sideOf(scores.before, answers.before);
  const after = sideOf(scores.after, answers.after);
  const [counted, counts] = [countedChecks(answers.before), countedChecks(answers.after)];
  const ids = criterion.checks.map(({ id }) => id);
  const gained = ids.filter((id) => counts.has(id) && !counted.has(id));
  const lost = ids.filter((id) => counted.has(id) && !counts.has(id));
  const isIdentical =
    kind === 'same' &&
    gained.length + lost.length === 0 &&
    before.note === after.note &&
    before.justification === after.justification;
  return { sectionId, criterion, kind, before, after, gained, lost, isIdentical };
}

function compareSection(before: SectionResult, after: SectionResult): SectionComparison {
  const [was, is] = [before.score.percent, after.score.percent];
  return {
    section: after.section,
    before,
    after,
    difference: was === null || is === null ? null : subtract(is, was),
  };
}

/**
 * Compares two assessments, of one entity or of two. Total: any two are valid input. What either says of criteria that
 * the instrument does not have is given apart, as retired.
 */
export function compareAssessments(instrument: Instrument, before: Compared, after: Compared): Comparison {
  const results = { before: resultsOf(instrument, before), after: resultsOf(instrument, after) };
  const sections = results.before.sections.flatMap((was, index) => {
    const is = results.after.sections[index];
    return is ? [compareSection(was, is)] : [];
  });
  const criteria = sections.flatMap(({ section, before: was, after: is }) =>
    section.criteria.flatMap((criterion, index) => {
      const scores = { before: was.score.criteria[index], after: is.score.criteria[index] };
      if (!scores.before || !scores.after) return [];
      return [
        compareCriterion(
          section,
          criterion,
          { before: scores.before, after: scores.after },
          { before: answerOf(before, criterion.id), after: answerOf(after, criterion.id) },
        ),
      ];
    }),
  );
  const counts: Record<ChangeKind, number> = {
    rose: 0,
    fell: 0,
    appeared: 0,
    withdrawn: 0,
    leftScope: 0,
    enteredScope: 0,
    same: 0,
  };
  for (const { kind } of criteria) counts[kind] += 1;
  return {
    ...results,
    sections,
    phases: sections.filter(({ section }) => isPhase(section)),
    preparation: sections.find(({ section }) => !isPhase(section)) ?? null,
    criteria,
    counts,
    retired: [...new Set([...results.before.unknownAnswers, ...results.after.unknownAnswers])]
      .sort()
      .map((id) => ({ id, before: answerOf(before, id), after: answerOf(after, id) })),
  };
}

import { isBlank, statusOf, type Answer, type Evidence } from './answer.ts';
import type { Assessment } from './assessment.ts';
import type { ScorableCriterion, ScorableSection } from '../../instrument/instrument.ts';

/**
 * One criterion of two assessments that are being merged (docs/scoring.md, «Merging two assessments»):
 * `equal` in both; `mine` or `theirs` where the other has no answer; `joined` where the other has no answer but wrote
 * something that the answer lacks; `conflict` where both differ and a person decides.
 */
export type MergeItem =
  | { readonly kind: 'equal' | 'mine' | 'theirs' | 'joined'; readonly criterionId: string; readonly result: Answer }
  | {
      readonly kind: 'conflict';
      readonly criterionId: string;
      readonly mine: Answer;
      readonly theirs: Answer;
      /** The later of the two. */
      readonly proposed: 'mine' | 'theirs';
    };

export type MergeConflict = Extract<MergeItem, { kind: 'conflict' }>;

/** What a person decides of a conflict: one side's answer, with or without the texts of the other. */
export interface MergeDecision {
  readonly side: 'mine' | 'theirs';
  /** Keep the other's note and evidence too. */
  readonly keepTexts: boolean;
}

/** A yes/no of the profile that the two sides answered differently. */
interface ProfileConflict {
  readonly conditionId: string;
  readonly mine: boolean;
  readonly theirs: boolean;
}

export interface Merge {
  readonly items: readonly MergeItem[];
  /** The profile of both; where they differ, mine. */
  readonly profile: Readonly<Record<string, boolean>>;
  readonly profileConflicts: readonly ProfileConflict[];
}

const sorted = (list: readonly string[]): string => JSON.stringify([...list].sort());

function sameEvidence(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True where two answers say the same, whenever they were given. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return (
    a.kind === b.kind &&
    sorted(a.met) === sorted(b.met) &&
    a.justification === b.justification &&
    a.legalGround === b.legalGround &&
    a.note === b.note &&
    sameEvidence(a.evidence, b.evidence) &&
    JSON.stringify(a.extra) === JSON.stringify(b.extra)
  );
}

/** Of two answers that say the same, the one given last; of two given at once, the same one whatever their order. */
function later(a: Answer, b: Answer): Answer {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** The evidence of both, the same row once. */
function joinEvidence(first: readonly Evidence[], second: readonly Evidence[]): Evidence[] {
  const seen = new Set(first.map((row) => JSON.stringify(row)));
  return [...first, ...second.filter((row) => !seen.has(JSON.stringify(row)))];
}

/**
 * Puts what an unanswered side wrote beside the other's answer. Null where both wrote different things in the same place:
 * then a person decides.
 */
function withTextsOf(answered: Answer, unanswered: Answer): Answer | null {
  const texts = ['note', 'justification', 'legalGround'] as const;
  const clash =
    texts.some((key) => unanswered[key] !== '' && answered[key] !== '' && answered[key] !== unanswered[key]) ||
    (unanswered.evidence.length > 0 &&
      answered.evidence.length > 0 &&
      !sameEvidence(answered.evidence, unanswered.evidence)) ||
    (unanswered.extra !== undefined &&
      answered.extra !== undefined &&
      JSON.stringify(unanswered.extra) !== JSON.stringify(answered.extra));
  if (clash) return null;
  const extra = answered.extra ?? unanswered.extra;
  return {
    ...answered,
    ...Object.fromEntries(texts.map((key) => [key, answered[key] || unanswered[key]])),
    evidence: answered.evidence.length > 0 ? answered.evidence : unanswered.evidence,
    ...(extra && { extra }),
  };
}

function isPending(criterion: ScorableCriterion | undefined, answer: Answer): boolean {
  return criterion ? statusOf(criterion, answer) === 'pending' : answer.kind === 'unanswered';
}

/**
 * Of two different answers, the one whose mark stands without asking: that of the side that answered; where neither did,
 * that of the side that wrote something, or the later where their marks are one. Null where a person decides.
 */
function theAnswered(criterion: ScorableCriterion | undefined, mine: Answer, theirs: Answer): Answer | null {
  const [minePending, theirsPending] = [isPending(criterion, mine), isPending(criterion, theirs)];
  if (minePending !== theirsPending) return minePending ? theirs : mine;
  if (!minePending) return null;
  if (isBlank(mine)) return theirs;
  if (isBlank(theirs)) return mine;
  return mine.kind === theirs.kind && sorted(mine.met) === sorted(theirs.met) ? later(mine, theirs) : null;
}

function mergeOne(
  criterionId: string,
  criterion: ScorableCriterion | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergeItem[] {
  if (!mine) return theirs ? [{ kind: 'theirs', criterionId, result: theirs }] : [];
  if (!theirs) return [{ kind: 'mine', criterionId, result: mine }];
  if (sameAnswer(mine, theirs)) return [{ kind: 'equal', criterionId, result: later(mine, theirs) }];
  const answered = theAnswered(criterion, mine, theirs);
  const result = answered && withTextsOf(answered, answered === mine ? theirs : mine);
  if (result) {
    const kind = !sameAnswer(result, answered) ? 'joined' : answered === mine ? 'mine' : 'theirs';
    return [{ kind, criterionId, result }];
  }
  return [{ kind: 'conflict', criterionId, mine, theirs, proposed: later(mine, theirs) === mine ? 'mine' : 'theirs' }];
}

/**
 * Compares two assessments of one entity criterion by criterion; changes nothing. Criteria come in the instrument's
 * order, those that it does not have at the end. Without conflicts it does not matter which is mine.
 */
export function mergeAssessments(
  sections: readonly ScorableSection[],
  mine: Pick<Assessment, 'answers' | 'profile'>,
  theirs: Pick<Assessment, 'answers' | 'profile'>,
): Merge {
  const criteria = new Map(sections.flatMap((section) => section.criteria.map((each) => [each.id, each] as const)));
  const foreign = [...new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])]
    .filter((id) => !criteria.has(id))
    .sort();
  const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  const conditions = [...new Set([...Object.keys(mine.profile), ...Object.keys(theirs.profile)])].sort();
  return {
    items: [...criteria.keys(), ...foreign].flatMap((id) =>
      mergeOne(id, criteria.get(id), own(mine.answers, id), own(theirs.answers, id)),
    ),
    profile: Object.fromEntries(
      conditions.map((id) => [id, (own(mine.profile, id) ?? own(theirs.profile, id)) as boolean]),
    ),
    profileConflicts: conditions.flatMap((conditionId): ProfileConflict[] => {
      const [a, b] = [own(mine.profile, conditionId), own(theirs.profile, conditionId)];
      return a !== undefined && b !== undefined && a !== b ? [{ conditionId, mine: a, theirs: b }] : [];
    }),
  };
}

/** What «keep both texts» makes of a conflict: the chosen side, with the other's note below its own and its evidence. */
export function decided({ mine, theirs }: MergeConflict, { side, keepTexts }: MergeDecision): Answer {
  const [chosen, other] = side === 'mine' ? [mine, theirs] : [theirs, mine];
  if (!keepTexts) return chosen;
  const notes = [chosen.note, other.note].filter((note) => note.trim() !== '');
  return {
    ...chosen,
    note: chosen.note === other.note ? chosen.note : notes.join('\n\n'),
    evidence: joinEvidence(chosen.evidence, other.evidence),
  };
}

/**
 * The answers of a merge. Takes the decisions by criterion; a conflict without one takes the proposed side. An answer
 * that is neither side's own gets the instant `now`.
 */
export function mergedAnswers(
  items: readonly MergeItem[],
  decisions: ReadonlyMap<string, MergeDecision>,
  now: string,
): Record<string, Answer> {
  return Object.fromEntries(
    items.map((item) => {
      if (item.kind !== 'conflict') return [item.criterionId, item.result];
      const answer = decided(item, decisions.get(item.criterionId) ?? { side: item.proposed, keepTexts: false });
      const isOfOneSide = sameAnswer(answer, item.mine) || sameAnswer(answer, item.theirs);
      return [item.criterionId, isOfOneSide ? answer : { ...answer, updatedAt: now }];
    }),
  );
}

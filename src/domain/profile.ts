import { statusOf } from './answer.ts';
import type { Answers } from './scoring.ts';
import type { Criterion, EntityOrder, Section } from './instrument.ts';

/** One yes/no question on the entity; criteria hang on it by its id. */
export interface Condition {
  readonly id: string;
  readonly topic: string;
  readonly question: string;
  readonly help: string;
  /** The reason proposed for «No aplica» where the answer is no. */
  readonly reasonNo: string;
  /** Where that other condition is «no», this one is «no» too. */
  readonly dependsOn: string | null;
  /** Taken from the entity's data and not asked. */
  readonly deducedFrom: 'orden' | null;
}

/** What the person answered, by condition id. A condition without an answer is not in it. */
export type ProfileAnswers = Readonly<Record<string, boolean>>;

/**
 * Completes the answers with what follows from them: a condition deduced from the entity's order, and «no» for those
 * that depend on a «no». Gives undefined for what nobody has answered. In a ring of
 * conditions each keeps its own answer.
 */
export function resolveProfile(
  conditions: readonly Condition[],
  answers: ProfileAnswers,
  order: EntityOrder,
): ReadonlyMap<string, boolean | undefined> {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const resolve = (id: string, seen: ReadonlySet<string>): boolean | undefined => {
    const condition = byId.get(id);
    if (condition === undefined || seen.has(id)) return undefined;
    if (condition.deducedFrom === 'orden') return order === 'nacional';
    const parent = condition.dependsOn === null ? true : resolve(condition.dependsOn, new Set([...seen, id]));
    if (parent === false) return false;
    return Object.hasOwn(answers, id) ? answers[id] : undefined;
  };
  return new Map(conditions.map(({ id }) => [id, resolve(id, new Set())]));
}

export interface Proposal {
  readonly criterion: Criterion;
  readonly condition: Condition;
}

/** What the profile suggests for the criteria that hang on it; nothing is changed by it. */
export interface ProfileProposals {
  /** Pending, and the profile says that they do not apply. */
  readonly toMark: readonly Proposal[];
  /** Marked «No aplica», and the profile says that they do apply. */
  readonly toReview: readonly Proposal[];
  /** Answered by the entity although the profile says that they do not apply: their answer stands. */
  readonly overruled: readonly Proposal[];
}

export function proposals(
  sections: readonly Section[],
  conditions: readonly Condition[],
  resolved: ReadonlyMap<string, boolean | undefined>,
  answers: Answers,
): ProfileProposals {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const result = { toMark: [] as Proposal[], toReview: [] as Proposal[], overruled: [] as Proposal[] };
  for (const criterion of sections.flatMap((section) => section.criteria)) {
    const condition = byId.get(criterion.appliesIf);
    const value = resolved.get(criterion.appliesIf);
    if (condition === undefined || value === undefined) continue;
    const status = statusOf(criterion, Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined);
    if (!value && status === 'pending') result.toMark.push({ criterion, condition });
    else if (value && status === 'notApplicable') result.toReview.push({ criterion, condition });
    else if (!value && status !== 'notApplicable') result.overruled.push({ criterion, condition });
  }
  return result;
}

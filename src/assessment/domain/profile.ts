import { statusOf } from './answer.ts';
import type { Answers } from './scoring.ts';
import type { Condition, ConditionLogic, Criterion, EntityOrder, Section } from '../../instrument/instrument.ts';

/** What the person answered, by condition id. A condition without an answer is not in it. */
export type ProfileAnswers = Readonly<Record<string, boolean>>;

/** What is known of a condition, and the condition whose answer decided it: its own, or one that it depends on. */
export interface Resolved<C extends ConditionLogic = Condition> {
  readonly value: boolean | undefined;
  readonly cause: C;
}

/**
 * Completes the answers with what follows from them: a condition deduced from the entity's order, and «no» for those
 * that depend on a «no». Gives undefined for what nobody has answered. In a ring of
 * conditions each keeps its own answer.
 */
export function resolveProfile<C extends ConditionLogic>(
  conditions: readonly C[],
  answers: ProfileAnswers,
  order: EntityOrder,
): ReadonlyMap<string, Resolved<C>> {
  const byId = new Map(conditions.map((condition) => [condition.id, condition]));
  const resolve = (condition: C, seen: ReadonlySet<string>): Resolved<C> => {
    if (condition.deducedFrom === 'orden') return { value: order === 'nacional', cause: condition };
    const parent = condition.dependsOn === null ? undefined : byId.get(condition.dependsOn);
    if (parent && !seen.has(parent.id)) {
      const above = resolve(parent, new Set([...seen, condition.id]));
      if (above.value === false) return above;
    }
    const value = Object.hasOwn(answers, condition.id) ? answers[condition.id] : undefined;
    return { value, cause: condition };
  };
  return new Map(conditions.map((condition) => [condition.id, resolve(condition, new Set())]));
}

/** A criterion on which the profile has something to say, and the condition whose answer says it. */
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

/** Takes the instrument, the resolved profile and the answers; gives what to ask the person. Changes nothing. */
export function proposals(
  sections: readonly Section[],
  resolved: ReadonlyMap<string, Resolved>,
  answers: Answers,
): ProfileProposals {
  const result = { toMark: [] as Proposal[], toReview: [] as Proposal[], overruled: [] as Proposal[] };
  for (const criterion of sections.flatMap((section) => section.criteria)) {
    const { value, cause: condition } = resolved.get(criterion.appliesIf) ?? {};
    if (condition === undefined || value === undefined) continue;
    const status = statusOf(criterion, Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined);
    if (!value && status === 'pending') result.toMark.push({ criterion, condition });
    else if (value && status === 'notApplicable') result.toReview.push({ criterion, condition });
    else if (!value && status !== 'notApplicable') result.overruled.push({ criterion, condition });
  }
  return result;
}

import type { Condition, ConditionLogic, EntityOrder } from '../../instrument/instrument.ts';

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

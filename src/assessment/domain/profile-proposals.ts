import { statusOf } from './answer.ts';
import type { Resolved } from './profile.ts';
import type { Answers } from './scoring.ts';
import type { Condition, Criterion, Section } from '../../instrument/instrument.ts';

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

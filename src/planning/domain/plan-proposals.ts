import type { CriterionContent } from '../../instrument/schemas/criterion.ts';
import { compare } from '../../kit/values/fraction.ts';
import { activitiesByCriterion, newActivity, type Activity, type ActivityFields, type Plan } from './plan.ts';
import { fallsShort } from '../../assessment/domain/answer.ts';
import type { Priority } from '../../assessment/domain/priorities.ts';
import type { Results, SectionResult } from '../../assessment/domain/results.ts';

/** What a criterion's content suggests for its row of the plan. */
type Suggestion = Pick<ActivityFields, 'activity' | 'product' | 'goal' | 'indicator' | 'office'>;

/** By criterion id. */
export type Suggestions = Readonly<Record<string, Suggestion>>;

/** A row that the plan still lacks. */
export interface ActivityProposal {
  /** The criterion, and why its row stands where it does. `deadline` is null in the preparatory actions. */
  readonly priority: Priority;
  /** With the criterion's suggested words; not in the plan until a person accepts it (`withActivities`). */
  readonly activity: Activity;
  /** Ids of activities in the plan's trace that were for this criterion: they can be taken up again (`reinstated`). */
  readonly earlier: readonly string[];
}

export interface ActivityProposals {
  /** By deadline, gain and the instrument's order; the preparatory actions, which have no deadline, come last. */
  readonly rows: readonly ActivityProposal[];
  /** Criteria without an answer, as many as `Results.pending`: nothing is proposed for them until they are answered. */
  readonly pending: readonly string[];
}

/** Takes criteria as their content gives them; gives their suggestions, with the usual owner as responsible office. */
export function suggestionsOf(
  criteria: readonly Pick<CriterionContent, 'id' | 'suggestedActivity' | 'usualOwner'>[],
): Suggestions {
  return Object.fromEntries(
    criteria.map(({ id, suggestedActivity, usualOwner }) => [id, { ...suggestedActivity, office: usualOwner }]),
  );
}

function preparationPriorities(preparation: SectionResult | null): Priority[] {
  return (preparation?.score.criteria ?? [])
    .flatMap(({ id, status, gain, checksMet, checks }, index): Priority[] =>
      preparation !== null && fallsShort(status)
        ? [
            {
              criterionId: id,
              name: preparation.section.criteria[index]?.name ?? id,
              sectionId: preparation.section.id,
              status,
              gain,
              deadline: null,
              checksMet,
              checks,
            },
          ]
        : [],
    )
    .sort((a, b) => compare(b.gain, a.gain));
}

/**
 * Takes the results, the plan and the criteria's suggestions; gives a row for each criterion that is not met or met in
 * part and has no activity yet. A criterion without a suggestion gets a row without words. Changes nothing.
 */
export function proposeActivities(
  results: Pick<Results, 'sections' | 'priorities' | 'preparation'>,
  plan: Plan,
  suggestions: Suggestions,
): ActivityProposals {
  const planned = activitiesByCriterion(plan);
  const earlier = activitiesByCriterion({ ...plan, activities: plan.archived.map(({ activity }) => activity) });
  return {
    rows: [...results.priorities, ...preparationPriorities(results.preparation)]
      .filter(({ criterionId }) => !planned.has(criterionId))
      .map((priority) => {
        const { criterionId: id } = priority;
        const suggestion = Object.hasOwn(suggestions, id) ? suggestions[id] : undefined;
        return {
          priority,
          activity: newActivity(plan, [id], suggestion),
          earlier: (earlier.get(id) ?? []).map((activity) => activity.id),
        };
      }),
    pending: results.sections.flatMap(({ score }) =>
      score.criteria.filter(({ status }) => status === 'pending').map(({ id }) => id),
    ),
  };
}

import type { Status } from '../../assessment/domain/answer.ts';
import { compareIds, type Activity, type Plan, type Progress, type ArchivedActivity } from './plan.ts';
import type { Results } from '../../assessment/domain/results.ts';

/** Why an activity leaves the plan, or null where something of it is still to be done or cannot be judged. */
function reasonToLeave(activity: Activity, status: ReadonlyMap<string, Status>): ArchivedActivity['why'] | null {
  const statuses = activity.criteria.map((id) => status.get(id));
  const isOver = statuses.length > 0 && statuses.every((each) => each === 'met' || each === 'notApplicable');
  if (!isOver) return null;
  return statuses.includes('met') ? 'met' : 'notApplicable';
}

/**
 * Takes the plan, the results and the cut-off date that they describe (`YYYY-MM-DD`); moves every activity whose
 * criteria are all met or no longer apply to the trace. Nothing is lost, and doing it twice changes nothing. An
 * activity with a criterion that the instrument does not have stays.
 */
export function archive(plan: Plan, results: Pick<Results, 'sections'>, date: string): Plan {
  const status = new Map(results.sections.flatMap(({ score }) => score.criteria.map((each) => [each.id, each.status])));
  const leaving = plan.activities.flatMap((activity): ArchivedActivity[] => {
    const why = reasonToLeave(activity, status);
    return why === null ? [] : [{ activity, why, date }];
  });
  if (leaving.length === 0) return plan;
  const left = new Set(leaving.map(({ activity }) => activity.id));
  return {
    ...plan,
    activities: plan.activities.filter(({ id }) => !left.has(id)),
    archived: [...plan.archived, ...leaving].sort((a, b) => compareIds(a.activity.id, b.activity.id)),
  };
}

/**
 * Takes an activity up again, as it was when it left the plan; it leaves again at the next `archive` unless one of its
 * criteria is open. An id that is not in the trace changes nothing.
 */
export function reinstated(plan: Plan, id: string): Plan {
  const back = plan.archived.filter(({ activity }) => activity.id === id).map(({ activity }) => activity);
  return {
    ...plan,
    activities: [...plan.activities, ...back].sort((a, b) => compareIds(a.id, b.id)),
    archived: plan.archived.filter(({ activity }) => activity.id !== id),
  };
}

/** Puts activities that were taken up again back into the trace, as they stood there: the way back from `reinstated`. */
export function archivedAgain(plan: Plan, archived: readonly ArchivedActivity[]): Plan {
  const back = new Set(archived.map(({ activity }) => activity.id));
  return {
    ...plan,
    activities: plan.activities.filter(({ id }) => !back.has(id)),
    archived: [...plan.archived.filter(({ activity }) => !back.has(activity.id)), ...archived].sort((a, b) =>
      compareIds(a.activity.id, b.activity.id),
    ),
  };
}

/**
 * Takes the plan of an assessment that is being duplicated and the results of the copy at its cut-off date; gives the
 * plan that the copy begins with (texts, rows, progress and trace come along) and what left it just now.
 */
export function carriedOver(
  plan: Plan,
  results: Pick<Results, 'sections'>,
  date: string,
): { readonly plan: Plan; readonly left: readonly ArchivedActivity[] } {
  const archived = archive(plan, results, date);
  const before = new Set(plan.archived.map(({ activity }) => activity.id));
  return { plan: archived, left: archived.archived.filter(({ activity }) => !before.has(activity.id)) };
}

/** The last progress noted on or before a date, or null where there is none. */
export function progressAt(activity: Activity, date: string): Progress | null {
  return activity.progress.filter((entry) => entry.date <= date).at(-1) ?? null;
}

/** An activity that is behind its own dates. */
export interface LateActivity {
  readonly activity: Activity;
  /** Its end has passed and it is not at 100; or its start has passed and nothing of it is done. */
  readonly why: 'notFinished' | 'notStarted';
  /** The date that passed. */
  readonly since: string;
  readonly progress: Progress | null;
}

/**
 * Takes the plan and a date (`YYYY-MM-DD`); gives what is late on it, the longest first. An activity's own day is in
 * time. What has no dates cannot be late: the check reports it. Progress noted for later dates is not looked at.
 */
export function lateActivities(plan: Plan, date: string): LateActivity[] {
  return plan.activities
    .flatMap((activity): LateActivity[] => {
      const progress = progressAt(activity, date);
      const percent = progress?.percent ?? 0;
      const { start, end } = activity;
      if (end !== '' && end < date && percent < 100) return [{ activity, why: 'notFinished', since: end, progress }];
      if (start !== '' && start < date && percent === 0) {
        return [{ activity, why: 'notStarted', since: start, progress }];
      }
      return [];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : compareIds(a.activity.id, b.activity.id)));
}

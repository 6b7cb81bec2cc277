import { freeId } from '../../kit/values/free-id.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { blankValues, type PlainValues } from './field-values.ts';

/** How far an activity had come at one cut-off date. */
export interface Progress {
  /** `YYYY-MM-DD`: the cut-off date that it describes. */
  readonly date: string;
  /** Integer, 0 to 100. */
  readonly percent: number;
  readonly note: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What a person writes of an activity (`planning/fields/activity-fields`); who it is and which criteria it meets are no part of it. */
export type ActivityFields = PlainValues<typeof activityFields>;

/** One row of the plan: what will be done to meet one criterion or several. Texts are '' where not given. */
export interface Activity extends ActivityFields {
  /** Permanent, and never given twice: `INF-01` is the first activity of that criterion, `INF-01-2` the next one. */
  readonly id: string;
  /** Ids of the criteria that it meets, one or more, known or not to this version of the instrument. */
  readonly criteria: readonly string[];
  /** By date, at most one entry for each. */
  readonly progress: readonly Progress[];
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** An activity that left the plan because its criteria were met or stopped applying: its trace, never deleted. */
export interface ArchivedActivity {
  readonly activity: Activity;
  /** `met` where at least one of its criteria was met. */
  readonly why: 'met' | 'notApplicable';
  /** `YYYY-MM-DD`: the cut-off date of the answers that say so. */
  readonly date: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** An activity of the plan, or of its trace. */
export type PlanRecord = Activity | ArchivedActivity;

/** True where a record of the plan is in its trace. */
export function isArchived(record: PlanRecord): record is ArchivedActivity {
  return 'why' in record;
}

/** What the plan says as a whole (circular 000062, numeral 1). */
export interface PlanTexts {
  /** How the plan fits racionalización de trámites. */
  readonly procedures: string;
  /** How it fits the Programa Nacional de Servicio al Ciudadano, «de Atención al Ciudadano» in the circular. */
  readonly citizenService: string;
  readonly mechanisms: string;
  readonly resources: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The plan de acción of one assessment. */
export interface Plan {
  readonly texts: PlanTexts;
  /** What is to be done, by id. */
  readonly activities: readonly Activity[];
  /** What has left the plan, by id. No id is in both lists. */
  readonly archived: readonly ArchivedActivity[];
}

export const EMPTY_PLAN: Plan = {
  texts: { procedures: '', citizenService: '', mechanisms: '', resources: '' },
  activities: [],
  archived: [],
};

export const BLANK_FIELDS: ActivityFields = blankValues(activityFields);

/** Takes an activity's id; gives the criterion that it was made for: `INF-01` for `INF-01` and for `INF-01-2`. */
export function criterionOfId(id: string): string {
  return /^(.+-\d+)-\d+$/.exec(id)?.[1] ?? id;
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Sorts ids as people count: `INF-01`, `INF-01-2`, `INF-01-10`, `INF-02`. */
export function compareIds(a: string, b: string): number {
  // The collator holds `01` and `1` equal: two ids that differ still need one order.
  return byNumber.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function inOrder(activities: readonly Activity[]): Activity[] {
  return [...activities].sort((a, b) => compareIds(a.id, b.id));
}

/** Every id that the plan has given, the trace included: what is archived keeps its id for ever. */
function idsOf(plan: Plan): Set<string> {
  return new Set([...plan.activities, ...plan.archived.map(({ activity }) => activity)].map(({ id }) => id));
}

/** Takes the ids that are given; gives the next free one of a criterion's activities: `INF-01`, `INF-01-2`. */
export function freeActivityId(used: Pick<ReadonlySet<string>, 'has'>, criterionId: string): string {
  return freeId(used, (number) => (number === 1 ? criterionId : `${criterionId}-${number}`));
}

/**
 * Takes the criteria that a new activity meets, the first of which gives it its id, and what is known of it; gives
 * the activity, which is not in the plan yet.
 */
export function newActivity(
  plan: Plan,
  criteria: readonly [string, ...string[]],
  fields: Partial<ActivityFields> = {},
): Activity {
  return {
    id: freeActivityId(idsOf(plan), criteria[0]),
    criteria: [...new Set(criteria)],
    ...BLANK_FIELDS,
    ...fields,
    progress: [],
  };
}

/** Puts activities in. One whose id is taken (added in another tab meanwhile) gets the next free id of its criterion. */
export function withActivities(plan: Plan, added: readonly Activity[]): Plan {
  const used = idsOf(plan);
  const fresh = added.map((activity) => {
    const id = used.has(activity.id) ? freeActivityId(used, criterionOfId(activity.id)) : activity.id;
    used.add(id);
    return { ...activity, id };
  });
  return { ...plan, activities: inOrder([...plan.activities, ...fresh]) };
}

/** Takes an activity out without a trace. Its projects lose it with `withoutActivityLinks` of `planning/domain/projects`. */
export function withoutActivity(plan: Plan, id: string): Plan {
  return { ...plan, activities: plan.activities.filter((activity) => activity.id !== id) };
}

function changed(plan: Plan, ids: readonly string[], change: (activity: Activity) => Activity): Plan {
  const chosen = new Set(ids);
  return {
    ...plan,
    activities: plan.activities.map((activity) => (chosen.has(activity.id) ? change(activity) : activity)),
  };
}

/** Writes the same fields in one activity or in many: the responsible office, a date. Unknown ids change nothing. */
export function withFields(plan: Plan, ids: readonly string[], fields: Partial<ActivityFields>): Plan {
  return changed(plan, ids, (activity) => ({ ...activity, ...fields }));
}

/** Says which criteria an activity meets; none given, it is the one that its id names. Its id stays. */
export function withCriteria(plan: Plan, id: string, criteria: readonly string[]): Plan {
  const own = [...new Set(criteria)];
  return changed(plan, [id], (activity) => ({ ...activity, criteria: own.length > 0 ? own : [criterionOfId(id)] }));
}

/** Notes how far an activity is at a cut-off date; takes the place of what was said of that date before. */
export function withProgress(plan: Plan, id: string, entry: Progress): Plan {
  return changed(plan, [id], (activity) => ({
    ...activity,
    progress: [...activity.progress.filter(({ date }) => date !== entry.date), entry].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
  }));
}

/** Takes back what was said of a date. */
export function withoutProgress(plan: Plan, id: string, date: string): Plan {
  return changed(plan, [id], (activity) => ({
    ...activity,
    progress: activity.progress.filter((entry) => entry.date !== date),
  }));
}

/** Writes one or more of the general texts. */
export function withTexts(plan: Plan, texts: Partial<Omit<PlanTexts, 'extra'>>): Plan {
  return { ...plan, texts: { ...plan.texts, ...texts } };
}

/** The activities of the plan that meet each criterion, by criterion id. */
export function activitiesByCriterion(plan: Plan): ReadonlyMap<string, readonly Activity[]> {
  const map = new Map<string, Activity[]>();
  for (const activity of plan.activities) {
    for (const criterion of new Set(activity.criteria)) {
      const list = map.get(criterion);
      if (list) list.push(activity);
      else map.set(criterion, [activity]);
    }
  }
  return map;
}

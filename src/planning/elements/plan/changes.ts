import { groupCleared, groupDone, groupSame, planFull, type GroupField } from '../../copy/plan-page.ts';
import {
  addedText,
  allBackInPlan,
  archivedText,
  backInPlan,
  groupUndone,
  leftAgain,
  removedText,
  restoredText,
  takenOutText,
} from '../../copy/plan-changes.ts';
import {
  criterionOfId,
  newActivity,
  withActivities,
  withFields,
  withoutActivity,
  type Activity,
  type ActivityFields,
} from '../../domain/plan.ts';
import { reinstated, archive, archivedAgain } from '../../domain/plan-follow-up.ts';
import { projectsOf, withActivityLinks, withoutActivityLinks } from '../../domain/projects.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import type { PlanningSession } from '../planning/planning-session.ts';
import type { UndoLine } from './undo-line.ts';

/**
 * What a person does to the plan as a whole, each with its way back. A way back takes back only what was done: what
 * has been written since, here or in another tab, stays.
 */
export class PlanChanges {
  readonly #session: PlanningSession;
  readonly #undo: UndoLine;

  constructor(session: PlanningSession, undo: UndoLine) {
    this.#session = session;
    this.#undo = undo;
  }

  /** Puts proposed activities into the plan. Gives those that came in: none where it is full. */
  add(activities: readonly Activity[]): readonly Activity[] {
    const before = this.#session.plan;
    if (before.activities.length + before.archived.length + activities.length > PLAN_LIMITS.activities) {
      this.#undo.say(planFull(PLAN_LIMITS.activities));
      return [];
    }
    const there = new Set(before.activities.map(({ id }) => id));
    this.#session.change({ plan: withActivities(before, activities) });
    const added = this.#session.plan.activities.filter(({ id }) => !there.has(id));
    this.#undo.offer(addedText(added.map(({ id }) => id)), () => {
      const untouched = added.filter((each) =>
        this.#session.plan.activities.some((now) => now.id === each.id && isSame(now, each)),
      );
      let { plan, projects } = this.#session;
      for (const { id } of untouched) {
        plan = withoutActivity(plan, id);
        if (projectsOf(projects, id).length > 0) projects = withoutActivityLinks(projects, id);
      }
      this.#session.change({ plan, projects });
      return takenOutText(untouched.length, added.length - untouched.length);
    });
    return added;
  }

  /** Makes another activity for the criterion of one; gives its id, or null where the plan is full. */
  another(id: string): string | null {
    const { plan } = this.#session;
    const criteria = plan.activities.find((each) => each.id === id)?.criteria ?? [];
    const own = criterionOfId(id);
    const criterion = criteria.includes(own) ? own : (criteria[0] ?? own);
    return this.add([newActivity(plan, [criterion])])[0]?.id ?? null;
  }

  /** Takes an activity out of the plan and out of its projects. */
  remove(id: string): void {
    const { plan, projects } = this.#session;
    const gone = plan.activities.find((each) => each.id === id);
    if (!gone) return;
    const supporting = projectsOf(projects, id).map((project) => project.id);
    this.#session.change({
      plan: withoutActivity(plan, id),
      ...(supporting.length > 0 && { projects: withoutActivityLinks(projects, id) }),
    });
    this.#undo.offer(removedText(id), () => {
      const there = new Set(this.#session.plan.activities.map((each) => each.id));
      const restored = withActivities(this.#session.plan, [gone]);
      // Another one may have taken its id meanwhile: then it comes back with the next one.
      const back = restored.activities.find((each) => !there.has(each.id))?.id ?? id;
      const own = [...projectsOf(this.#session.projects, back).map((project) => project.id), ...supporting];
      this.#session.change({
        plan: restored,
        ...(supporting.length > 0 && { projects: withActivityLinks(this.#session.projects, back, own) }),
      });
      return restoredText(id, back);
    });
  }

  /** Puts an activity back that another tab took out of the plan; gives its id, the next free one where its own is taken. */
  bringBack(gone: Activity): string {
    const there = new Set(this.#session.plan.activities.map(({ id }) => id));
    this.#session.change({ plan: withActivities(this.#session.plan, [gone]) });
    return this.#session.plan.activities.find(({ id }) => !there.has(id))?.id ?? gone.id;
  }

  /** Writes one field in many activities, or leaves it blank in them. */
  group(ids: readonly string[], field: GroupField, fields: Partial<ActivityFields>): void {
    const chosen = new Set(ids);
    const before = this.#session.plan.activities.filter((each) => chosen.has(each.id) && each[field] !== fields[field]);
    if (before.length === 0) {
      this.#undo.say(groupSame(field));
      return;
    }
    this.#session.change({ plan: withFields(this.#session.plan, ids, fields) });
    const isBlank = fields[field] === '' || fields[field] === null;
    this.#undo.offer((isBlank ? groupCleared : groupDone)(field, before.length), () => {
      const was = new Map(before.map((each) => [each.id, each]));
      const activities = this.#session.plan.activities.map((each) => {
        const former = was.get(each.id);
        return former && each[field] === fields[field] ? { ...each, [field]: former[field] } : each;
      });
      this.#session.change({ plan: { ...this.#session.plan, activities } });
      return groupUndone;
    });
  }

  /** Moves what has nothing left to do to the plan's trace. */
  archive(): void {
    const { results, assessment } = this.#session.planning;
    const there = new Set(this.#session.plan.archived.map(({ activity }) => activity.id));
    this.#session.change({ plan: archive(this.#session.plan, results, assessment.cutoffDate) });
    const left = this.#session.plan.archived.filter(({ activity }) => !there.has(activity.id));
    this.#undo.offer(archivedText(left.length), () => {
      this.#session.change({
        plan: left.reduce((plan, { activity }) => reinstated(plan, activity.id), this.#session.plan),
      });
      return allBackInPlan;
    });
  }

  /** Takes an activity up again that had left the plan. */
  reinstate(id: string): void {
    const former = this.#session.plan.archived.filter(({ activity }) => activity.id === id);
    this.#session.change({ plan: reinstated(this.#session.plan, id) });
    this.#undo.offer(backInPlan(id), () => {
      this.#session.change({
        plan: archivedAgain(
          this.#session.plan,
          // With what was written in it since.
          former.map((each) => ({
            ...each,
            activity: this.#session.plan.activities.find((now) => now.id === id) ?? each.activity,
          })),
        ),
      });
      return leftAgain(id);
    });
  }
}

/** Two activities with the same words: amounts are big integers, which JSON does not know. */
function isSame(a: Activity, b: Activity): boolean {
  const text = (activity: Activity): string =>
    JSON.stringify(activity, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return text(a) === text(b);
}

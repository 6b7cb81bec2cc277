import { activityNote, noActivities } from '../../copy/project-changes.ts';
import { tooManyLinks } from '../../copy/projects-page.ts';
import { compareIds, type Plan } from '../../domain/plan.ts';
import type { Project } from '../../domain/projects.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need } from '../../../kit/browser/dom.ts';
import { ActivityPicker, type PickerOption } from './activity-picker.ts';
import type { Part, PartEvents } from './part.ts';

/** The activities of the plan that a project supports. What has left the plan is there only where it is linked. */
export class LinksPart implements Part {
  readonly #picker: ActivityPicker;
  readonly #plan: () => Plan;
  /** What was linked when the form opened stands first, and stays there while boxes are marked. */
  readonly #first: ReadonlySet<string>;
  #project: Project;
  /** What is drawn, so that typing elsewhere in the form draws nothing. */
  #drawn: readonly [links: Project['activities'], plan: Plan] | null = null;

  constructor(place: HTMLElement, plan: () => Plan, project: Project, events: PartEvents) {
    this.#plan = plan;
    this.#project = project;
    this.#first = new Set(project.activities);
    this.#picker = new ActivityPicker(need(place, '[data-picker]'), (id, isChosen) => {
      if (isChosen && this.#project.activities.length >= PLAN_LIMITS.links) {
        events.say(tooManyLinks(PLAN_LIMITS.links));
        this.#show();
        return;
      }
      events.change(({ activities }) => {
        const others = activities.filter((each) => each !== id);
        return { activities: isChosen ? [...others, id].sort(compareIds) : others };
      });
    });
    this.show(project);
  }

  show(project: Project): void {
    this.#project = project;
    const plan = this.#plan();
    if (this.#drawn?.[0] === project.activities && this.#drawn[1] === plan) return;
    this.#drawn = [project.activities, plan];
    this.#show();
  }

  #show(): void {
    const linked = new Set(this.#project.activities);
    const { activities, archived } = this.#plan();
    const known: PickerOption[] = [
      ...activities.map(({ id, activity, criteria }) => ({ id, text: activity, criteria, note: '' })),
      ...archived
        .filter(({ activity: { id } }) => linked.has(id) || this.#first.has(id))
        .map(({ activity: { id, activity, criteria } }) => ({ id, text: activity, criteria, note: activityNote.left })),
    ];
    const ids = new Set(known.map(({ id }) => id));
    const unknown = [...new Set([...this.#first, ...linked])]
      .filter((id) => !ids.has(id))
      .map((id) => ({ id, text: '', criteria: [], note: activityNote.missing }));
    const options = [...known, ...unknown];
    this.#picker.show(
      [...options.filter(({ id }) => this.#first.has(id)), ...options.filter(({ id }) => !this.#first.has(id))],
      linked,
      noActivities,
    );
  }
}

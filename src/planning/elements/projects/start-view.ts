import { noneChosen } from '../../copy/projects-page.ts';
import { activityNote, startSummary } from '../../copy/project-changes.ts';
import type { Activity } from '../../domain/plan.ts';
import type { Project } from '../../domain/projects.ts';
import { startActivities } from '../../domain/project-start.ts';
import { need } from '../../../kit/browser/dom.ts';
import { ActivityPicker, type PickerOption } from './activity-picker.ts';
import { showMessage } from './part.ts';

/** «Comenzar un proyecto con actividades del plan»: which ones, and the button. */
export class StartView {
  readonly #place: HTMLDetailsElement;
  readonly #picker: ActivityPicker;
  readonly #say: (text: string) => void;
  /** What the person marked or took the mark from; the rest stands as it is proposed. */
  readonly #decided = new Map<string, boolean>();
  #options: readonly PickerOption[] = [];
  #chosen: ReadonlySet<string> = new Set();
  #activities: readonly Activity[] = [];
  #isFirst = true;

  /** Gives the chosen activities to `begin`, which says whether the project was made. */
  constructor(root: HTMLElement, begin: (activities: readonly Activity[]) => boolean, say: (text: string) => void) {
    this.#place = need(root, '[data-start]');
    this.#say = say;
    this.#picker = new ActivityPicker(need(this.#place, '[data-picker]'), (id, isChosen) => {
      this.#decided.set(id, isChosen);
      this.#chosen = isChosen
        ? new Set([...this.#chosen, id])
        : new Set([...this.#chosen].filter((each) => each !== id));
      this.#message('');
      this.#showPicker();
    });
    this.#place.addEventListener('toggle', () => this.#showPicker());
    need(this.#place, '[data-start-project]').addEventListener('click', () => {
      const chosen = this.#activities.filter(({ id }) => this.#chosen.has(id));
      if (chosen.length === 0) this.#message(noneChosen);
      else if (begin(chosen)) {
        this.#decided.clear();
        this.#place.open = false;
      }
    });
  }

  /** Takes the plan's activities and the projects as they are now. */
  show(activities: readonly Activity[], projects: readonly Project[]): void {
    const offered = startActivities(activities, projects);
    this.#activities = activities;
    this.#place.hidden = offered.length === 0;
    need(this.#place, '[data-start-summary]').textContent = startSummary(offered.length);
    this.#options = offered.map(({ activity: { id, activity, criteria }, isLikely, projects: own }) => ({
      id,
      text: activity,
      criteria,
      note: own.length > 0 ? activityNote.inProjects(own) : isLikely ? activityNote.likely : '',
    }));
    this.#chosen = new Set(
      offered
        .filter(({ activity: { id }, isLikely }) => this.#decided.get(id) ?? isLikely)
        .map(({ activity }) => activity.id),
    );
    // As the page opens with nothing in it, this way to begin stands open.
    if (this.#isFirst && projects.length === 0) this.#place.open = true;
    this.#isFirst = false;
    this.#showPicker();
  }

  #showPicker(): void {
    if (this.#place.open) this.#picker.show(this.#options, this.#chosen, '');
  }

  #message(text: string): void {
    showMessage(need(this.#place, '[data-start-message]'), text, this.#say);
  }
}

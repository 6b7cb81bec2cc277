import {
  deadlineHint,
  deadlinePassed,
  editorHolds,
  editorTitle,
  endsAfterDeadlineMessage,
  endsBeforeStartMessage,
  projectChoice,
  savedAnyway,
} from '../../copy/plan-page.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import type { PlanRow } from '../../domain/plan-rows.ts';
import type { Activity, ActivityFields, Progress } from '../../domain/plan.ts';
import { projectsOf, type Project } from '../../domain/projects.ts';
import { activityFields, type ActivityFieldKey } from '../../fields/activity-fields.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { ActivityPlaceField } from '../planning/places.ts';
import { CriteriaField } from './criteria-field.ts';
import { FieldControl } from './field-control.ts';
import { readField, shownValue } from './field-reading.ts';
import { make } from './make.ts';
import { ProgressField } from './progress-field.ts';

/** What the editor tells the page. Each takes the id of the activity whose fields are open. */
export interface EditorEvents {
  fields: (id: string, fields: Partial<ActivityFields>) => void;
  criteria: (id: string, criteria: readonly string[]) => void;
  progress: (id: string, entry: Progress | null) => void;
  projects: (id: string, projectIds: readonly string[]) => void;
  another: (id: string) => void;
  remove: (id: string) => void;
  done: () => void;
  unsavedChanged: () => void;
  /** Another tab wrote a field whose text here is not saved yet: what it wrote, and the way back to it. */
  covered: (id: string, field: string, takeBack: () => void) => void;
}

const keys = Object.keys(activityFields) as ActivityFieldKey[];

/** The fields of one activity. There is one editor on the page; it stands under the row that is open. */
export class Editor {
  readonly root: HTMLElement;
  readonly #events: EditorEvents;
  readonly #fields = new Map<ActivityFieldKey, FieldControl>();
  readonly #criteria: CriteriaField;
  readonly #progress: ProgressField;
  #id: string | null = null;

  constructor(root: HTMLElement, instrument: Instrument, events: EditorEvents) {
    this.root = root;
    this.#events = events;
    const withId = (run: (id: string) => void): void => {
      if (this.#id !== null) run(this.#id);
    };
    for (const key of keys) {
      this.#fields.set(
        key,
        new FieldControl(root, key, (field) => readField(key, field), {
          give: (value) => withId((id) => events.fields(id, { [key]: value })),
          unsavedChanged: () => this.#unsavedChanged(),
          covered: (value) => withId((id) => this.#cover(id, key, value)),
        }),
      );
    }
    this.#criteria = new CriteriaField(need(root, '[data-criteria-field]'), instrument, (criteria) =>
      withId((id) => events.criteria(id, criteria)),
    );
    this.#progress = new ProgressField(
      need(root, '[data-progress-field]'),
      (entry) => withId((id) => events.progress(id, entry)),
      { unsavedChanged: () => this.#unsavedChanged() },
    );
    need(root, '[data-projects]').addEventListener('change', () =>
      withId((id) => {
        const boxes = [...need(root, '[data-projects]').querySelectorAll<HTMLInputElement>('input')];
        events.projects(
          id,
          boxes.filter(({ checked }) => checked).map(({ value }) => value),
        );
      }),
    );
    need(root, '[data-another]').addEventListener('click', () => withId(events.another));
    need(root, '[data-remove]').addEventListener('click', () => withId(events.remove));
    need(root, '[data-done]').addEventListener('click', () => events.done());
    need(root, '[data-revert]').addEventListener('click', () => this.#revert());
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) events.done();
    });
  }

  /** The activity whose fields are open, or null. */
  get id(): string | null {
    return this.#id;
  }

  get unsavedTexts(): number {
    if (this.#id === null) return 0;
    return [...this.#fields.values()].filter(({ isUnsaved }) => isUnsaved).length + this.#progress.unsavedTexts;
  }

  /** Opens the fields of a row. */
  open(row: PlanRow, projects: readonly Project[], offices: readonly string[], cutoffDate: string): void {
    const { activity } = row;
    this.#id = activity.id;
    need(this.root, '[data-editor-title]').textContent = editorTitle(activity.id);
    for (const [key, control] of this.#fields) control.open(activity[key]);
    this.#criteria.clear();
    this.#progress.show(activity, cutoffDate, true);
    need(this.root, '[data-offices]').replaceChildren(...offices.map((name) => new Option(name)));
    this.#showRest(row, projects, cutoffDate);
    this.#unsavedChanged();
  }

  /** The activity whose fields are open goes on under another id; what stands in its fields stays. */
  rename(id: string): void {
    this.#id = id;
    need(this.root, '[data-editor-title]').textContent = editorTitle(id);
  }

  /** The texts that cannot be saved as they stand, by field. Half a date is no text. */
  get unsavedValues(): ReadonlyMap<ActivityFieldKey, string> {
    return new Map([...this.#fields].flatMap(([key, { isUnsaved, field }]) => (isUnsaved ? [[key, field.value]] : [])));
  }

  /** Puts texts that could not be saved back into their fields. */
  retype(values: ReadonlyMap<ActivityFieldKey, string>): void {
    for (const [key, text] of values) {
      const control = this.#fields.get(key);
      if (!control) continue;
      control.field.value = text;
      control.check();
    }
  }

  /** Shows the row again after a change of its own or of another tab. */
  refresh(row: PlanRow, projects: readonly Project[], cutoffDate: string): void {
    for (const [key, control] of this.#fields) control.show(row.activity[key]);
    this.#progress.show(row.activity, cutoffDate, false);
    this.#showRest(row, projects, cutoffDate);
  }

  /** Says, beside the dates, what does not fit in them. */
  showDates({ activity, deadline, problems }: PlanRow, cutoffDate: string): void {
    const isLate = deadline !== null && problems.includes('endsAfterDeadline');
    const hasReason = activity.lateReason.trim() !== '';
    const messages = [
      problems.includes('endsBeforeStart') ? endsBeforeStartMessage(activity.start) : '',
      isLate ? endsAfterDeadlineMessage(deadline.date, hasReason) : '',
      deadline !== null && deadline.date < cutoffDate && activity.end === ''
        ? deadlinePassed(deadline.date, cutoffDate)
        : '',
    ].filter((text) => text !== '');
    const advice = need(this.root, '[data-advice="end"]');
    if (problems.length > 0) messages.push(savedAnyway);
    const text = messages.join(' ');
    if (advice.textContent !== text) advice.textContent = text;
    advice.hidden = text === '';
    need(this.root, '[data-hint="end"]').textContent = deadline === null ? '' : deadlineHint(deadline.date);
    const reason = need(this.root, '[data-late-reason]');
    reason.hidden = !isLate && !hasReason && !(this.#fields.get('lateReason')?.isUnsaved ?? false);
  }

  /** Puts the fields away. False, with the reason beside them, where a text would be lost with it. */
  close(): boolean {
    for (const control of this.#fields.values()) if (control.isUnsaved) control.check();
    if (this.unsavedTexts > 0) {
      this.#showHeld(true);
      this.#firstUnsaved()?.focus();
      return false;
    }
    this.discard();
    return true;
  }

  /** Puts the fields away, whatever stands in them. */
  discard(): void {
    this.#id = null;
    this.root.remove();
    this.#showHeld(false);
    this.#events.unsavedChanged();
  }

  /** Puts the person at a field, or at the first one. */
  focus(field: ActivityPlaceField | null): void {
    if (field === 'lateReason') need(this.root, '[data-late-reason]').hidden = false;
    const control = field === null || field === 'criteria' ? undefined : this.#fields.get(field);
    const target =
      field === 'criteria' ? need(this.root, '[data-new-criterion]') : (control ?? this.#fields.get('activity'))?.field;
    // In a closed version the fields take no focus.
    if (target && !target.matches(':disabled')) target.focus();
    else need(this.root, '[data-editor-title]').focus();
  }

  #showRest(row: PlanRow, projects: readonly Project[], cutoffDate: string): void {
    this.#criteria.show(row.activity);
    this.#showProjects(row.activity, projects);
    this.showDates(row, cutoffDate);
  }

  #showProjects({ id }: Activity, projects: readonly Project[]): void {
    const supporting = new Set(projectsOf(projects, id).map((project) => project.id));
    const drawn = JSON.stringify([id, projects.map((each) => [each.id, each.name, supporting.has(each.id)])]);
    const place = need(this.root, '[data-projects]');
    if (place.dataset['drawn'] === drawn) return;
    place.dataset['drawn'] = drawn;
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null;
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(
      ...projects.map((project) => {
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.value = project.id;
        box.checked = supporting.has(project.id);
        return make('label', { className: 'tick' }, box, make('span', {}, projectChoice(project)));
      }),
    );
    need(this.root, '[data-no-projects]').hidden = projects.length > 0;
    if (hadFocus) [...place.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
  }

  #cover(id: string, key: ActivityFieldKey, value: string | bigint | null): void {
    this.#events.covered(id, activityFields[key].label, () => {
      const control = this.#fields.get(key);
      if (this.#id !== id || !control) return;
      control.field.value = shownValue(value);
      control.check();
      control.field.focus();
    });
  }

  #firstUnsaved(): HTMLElement | null {
    const control = [...this.#fields.values()].find(({ isUnsaved }) => isUnsaved);
    return control?.field ?? this.#progress.firstUnsaved;
  }

  #revert(): void {
    const first = this.#firstUnsaved();
    for (const control of this.#fields.values()) control.revert();
    this.#progress.revert();
    this.#showHeld(false);
    first?.focus();
  }

  #unsavedChanged(): void {
    if (this.unsavedTexts === 0) this.#showHeld(false);
    this.#events.unsavedChanged();
  }

  #showHeld(isShown: boolean): void {
    need(this.root, '[data-held]').hidden = !isShown;
    need(this.root, '[data-held-text]').textContent = isShown ? editorHolds(this.unsavedTexts) : '';
  }
}

import { longDate } from '../../../kit/words/dates.ts';
import { percentMissing, percentWrong, progressFull, progressLine, progressNoteName } from '../../copy/plan-page.ts';
import type { Activity, Progress } from '../../domain/plan.ts';
import { PLAN_LIMITS } from '../../fields/limits.ts';
import { need } from '../../../kit/browser/dom.ts';
import { FieldControl, type FieldEvents } from './field-control.ts';
import { readText, type Reading } from './field-reading.ts';
import { make } from './make.ts';

/** Takes a percentage as typed; gives the number, null where it is blank, or undefined where it is none. */
function percentOf(text: string): number | null | undefined {
  const typed = text.replace('%', '').trim();
  if (typed === '') return null;
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 100 ? Number(typed) : undefined;
}

/** How far an activity is at the cut-off date, with a remark, and what was noted at other dates. */
export class ProgressField {
  readonly #root: HTMLElement;
  readonly #percent: FieldControl;
  readonly #note: FieldControl;
  #activity: Activity | undefined;
  #date = '';

  /** `give` takes the entry of the cut-off date, or null where there is to be none. */
  constructor(root: HTMLElement, give: (entry: Progress | null) => void, events: Pick<FieldEvents, 'unsavedChanged'>) {
    this.#root = root;
    const typed = (): number | null | undefined => percentOf(this.#percent.field.value);
    const percent = (): Reading => {
      const value = typed();
      if (value === undefined) return { ok: false, message: percentWrong, isEarly: false };
      if (value !== null && this.#isFull()) return { ok: false, message: progressFull, isEarly: false };
      return { ok: true, value: value === null ? '' : String(value) };
    };
    const save = (): void => {
      const value = typed();
      if (value === undefined) return;
      const { extra } = this.#entry() ?? {};
      const note = this.#note.isUnsaved ? (this.#entry()?.note ?? '') : this.#note.field.value;
      give(value === null ? null : { date: this.#date, percent: value, note, ...(extra && { extra }) });
    };
    const all = { ...events, covered: () => undefined };
    this.#percent = new FieldControl(root, 'percent', percent, {
      ...all,
      give: () => {
        // A remark that had to wait for its percentage is saved with it, and one that loses it waits.
        this.#note.check();
        save();
      },
    });
    this.#note = new FieldControl(
      root,
      'progressNote',
      ({ value }) =>
        value.trim() !== '' && typeof typed() !== 'number'
          ? { ok: false, message: percentMissing, isEarly: true }
          : readText(progressNoteName, value, PLAN_LIMITS.text),
      { ...all, give: save },
    );
  }

  get unsavedTexts(): number {
    return Number(this.#percent.isUnsaved) + Number(this.#note.isUnsaved);
  }

  /** The first field that cannot be saved, or null. */
  get firstUnsaved(): HTMLElement | null {
    return [this.#percent, this.#note].find(({ isUnsaved }) => isUnsaved)?.field ?? null;
  }

  /** Opens on an activity at a cut-off date; `isNew` where it was another one before. */
  show(activity: Activity, date: string, isNew: boolean): void {
    this.#activity = activity;
    this.#date = date;
    const entry = this.#entry();
    const [percent, note] = [entry === undefined ? '' : String(entry.percent), entry?.note ?? ''];
    if (isNew) {
      this.#percent.open(percent);
      this.#note.open(note);
    } else {
      this.#percent.show(percent);
      this.#note.show(note);
    }
    need(this.#root, '[data-progress-date]').textContent = longDate(date);
    const others = activity.progress.filter((each) => each.date !== date);
    need(this.#root, '[data-other-progress]').hidden = others.length === 0;
    need(this.#root, '[data-other-progress] ul').replaceChildren(
      ...others.map((each) => make('li', {}, progressLine(each))),
    );
  }

  revert(): void {
    this.#percent.revert();
    this.#note.revert();
  }

  #entry(): Progress | undefined {
    return this.#activity?.progress.find(({ date }) => date === this.#date);
  }

  #isFull(): boolean {
    return this.#entry() === undefined && (this.#activity?.progress.length ?? 0) >= PLAN_LIMITS.progress;
  }
}

import { dateIncomplete, dateOutOfRange, endBeforeStart } from '../../copy/projects-page.ts';
import type { Project } from '../../domain/projects.ts';
import type { KeyOf } from '../../fields/field.ts';
import type { projectFields } from '../../fields/project-fields.ts';
import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { afterPress } from '../../../kit/browser/pointer.ts';
import { showMessage, type Part, type PartEvents } from './part.ts';

/** A field of a project that holds a day. */
export type DateKey = KeyOf<typeof projectFields, 'date'>;

/** A day of a project in the browser's own field for dates. What is no whole day, or is out of range, is not saved. */
export class DateField implements Part {
  readonly #key: DateKey;
  readonly #events: PartEvents;
  readonly #input: HTMLInputElement;
  readonly #message: HTMLElement;
  #project: Project;
  #isUnsaved = false;

  constructor(place: HTMLElement, key: DateKey, project: Project, events: PartEvents) {
    this.#key = key;
    this.#events = events;
    this.#input = need(place, 'input');
    this.#message = need(place, '[data-message]');
    this.#project = project;
    this.show(project);
    // A half-written day raises no `input`: each key is a reason to look.
    for (const event of ['input', 'keyup'] as const) this.#input.addEventListener(event, () => this.#take());
    this.#input.addEventListener('blur', () =>
      afterPress(() => {
        this.#take();
        this.#showMessage();
      }),
    );
  }

  show(project: Project): void {
    this.#project = project;
    if (!this.#isUnsaved && this.#input.value !== project[this.#key]) this.#input.value = project[this.#key];
    if (!this.#isUnsaved) this.#showMessage();
  }

  /** Why what stands in the field cannot be saved, or ''. */
  #reason(): string {
    const { badInput, rangeUnderflow, rangeOverflow } = this.#input.validity;
    const kept = this.#project[this.#key];
    if (badInput) return dateIncomplete(kept);
    return rangeUnderflow || rangeOverflow ? dateOutOfRange(kept) : '';
  }

  #take(): void {
    const { value } = this.#input;
    const isUnsaved = this.#reason() !== '';
    if (isUnsaved !== this.#isUnsaved) {
      this.#isUnsaved = isUnsaved;
      this.#events.unsaved(this.#key, isUnsaved ? null : undefined);
    }
    // What is wrong is told once the person has left: no year is whole while it is being typed.
    if (isUnsaved) return;
    if (value !== this.#project[this.#key]) this.#events.change(() => ({ [this.#key]: value }));
    this.#showMessage();
  }

  #showMessage(): void {
    const { start, end } = this.#project;
    const isCrossed = this.#key === 'end' && start !== '' && end !== '' && end < start;
    const text = this.#reason() || (isCrossed ? endBeforeStart : '');
    showMessage(this.#message, text, this.#events.say);
    setInvalid(this.#input, text !== '');
  }
}

import { need, setInvalid } from '../../../kit/browser/dom.ts';
import { shownValue, type FieldElement, type Reading } from './field-reading.ts';

type Value = string | bigint | null;

/** What a field tells its editor. */
export interface FieldEvents {
  /** A value to save. */
  give: (value: Value) => void;
  /** A text that cannot be saved as it stands came or went. */
  unsavedChanged: () => void;
  /** Another tab wrote a value here, which the text on the screen, still unsaved, will take the place of. */
  covered: (value: Value) => void;
}

/**
 * One field with its message. What can be saved is given at once; what cannot stays on the screen, uncut, and is told:
 * at once where it is surely wrong, on leaving the field where it may only be unfinished.
 */
export class FieldControl {
  readonly field: FieldElement;
  readonly #message: HTMLElement;
  readonly #read: (field: FieldElement) => Reading;
  readonly #events: FieldEvents;
  #value: Value = '';
  /** What was stored when the person came to the field. */
  #before: Value = '';
  #isUnsaved = false;

  constructor(root: ParentNode, name: string, read: (field: FieldElement) => Reading, events: FieldEvents) {
    this.field = need<FieldElement>(root, `[data-field="${name}"]`);
    this.#message = need(root, `[data-message="${name}"]`);
    this.#read = read;
    this.#events = events;
    this.field.addEventListener('focus', () => {
      if (!this.#isUnsaved) this.#before = this.#value;
    });
    this.field.addEventListener('input', () => this.#take(false));
    this.field.addEventListener('change', () => this.#take(false));
    // A date that is only half typed makes no event of its own: it is looked at whenever a key has been pressed.
    this.field.addEventListener('keyup', () => {
      if (this.field.validity.badInput !== this.#isUnsaved) this.#take(false);
    });
    this.field.addEventListener('blur', () => this.#leave());
  }

  get isUnsaved(): boolean {
    return this.#isUnsaved;
  }

  /** Shows a value that is stored. What the person could not save yet stays; if the value is news, that is told. */
  show(value: Value): void {
    const isNews = value !== this.#value;
    this.#value = value;
    if (this.#isUnsaved) {
      if (isNews) this.#events.covered(value);
      return;
    }
    const reading = this.#read(this.field);
    // The same amount written in another way is left alone while it is being written.
    const isSame = reading.ok && reading.value === value;
    if (isSame && (this.field === document.activeElement || this.field.value === shownValue(value))) return;
    this.field.value = shownValue(value);
  }

  /** Opens on another value: whatever stood there belongs to something else. */
  open(value: Value): void {
    this.#value = value;
    this.#before = value;
    // A half-typed date is no value: only a new one, or a blank one, takes it away.
    this.field.value = '';
    this.field.value = shownValue(value);
    this.#setUnsaved(false);
    this.#say('');
  }

  /** Takes in what stands there, and says all that is wrong with it. */
  check(): void {
    this.#take(true);
  }

  /** Goes back to what is stored. */
  revert(): void {
    if (this.#isUnsaved) this.open(this.#value);
  }

  #leave(): void {
    this.#take(true);
    if (!this.#isUnsaved && typeof this.#value === 'bigint') this.field.value = shownValue(this.#value);
  }

  #take(isDone: boolean): void {
    const reading = this.#read(this.field);
    if (reading.ok) {
      this.#setUnsaved(false);
      this.#say('');
      if (reading.value === this.#value) return;
      this.#value = reading.value;
      this.#events.give(reading.value);
      return;
    }
    this.#setUnsaved(true);
    // «12,5,0»: the «12,5» that was saved on the way is no amount that anybody meant.
    if (reading.isEarly && this.#value !== this.#before) {
      this.#value = this.#before;
      this.#events.give(this.#before);
    }
    if (isDone || !reading.isEarly || !this.#message.hidden) this.#say(reading.message);
  }

  #say(text: string): void {
    if (this.#message.textContent !== text) this.#message.textContent = text;
    this.#message.hidden = text === '';
    setInvalid(this.field, text !== '');
  }

  #setUnsaved(isUnsaved: boolean): void {
    if (isUnsaved === this.#isUnsaved) return;
    this.#isUnsaved = isUnsaved;
    this.#events.unsavedChanged();
  }
}

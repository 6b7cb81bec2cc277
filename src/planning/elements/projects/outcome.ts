import { need } from '../../../kit/browser/dom.ts';

/** Says what became of what a person asked for, and offers the way back. */
export class Outcome {
  readonly #box: HTMLElement;
  readonly #button: HTMLElement;
  #back: (() => void) | undefined;

  constructor(root: ParentNode) {
    this.#box = need(root, '[data-outcome]');
    this.#button = need(this.#box, '[data-undo]');
    this.#button.addEventListener('click', () => {
      const back = this.#back;
      this.hide();
      back?.();
    });
  }

  /** Takes the sentence and, where there is one, the way back with its name. */
  say(text: string, back?: () => void, label = 'Deshacer'): void {
    this.#box.hidden = false;
    need(this.#box, '[data-outcome-text]').textContent = text;
    this.#button.hidden = back === undefined;
    this.#button.textContent = label;
    this.#back = back;
    this.#box.scrollIntoView({ block: 'nearest' });
    // What was pressed may be gone with what it did: then the keyboard goes on from the way back.
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      (back ? this.#button : this.#box).focus({ preventScroll: true });
    }
  }

  hide(): void {
    this.#box.hidden = true;
    this.#back = undefined;
  }
}

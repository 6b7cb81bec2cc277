import { need } from '../../../kit/browser/dom.ts';

/** What was just done, and the way back from it: one at a time, until the next one or until it is taken. */
export class UndoLine {
  readonly #root: HTMLElement;
  #undo: (() => string) | undefined;

  /** Takes the place that holds `[data-undo-text]` and `[data-undo]`. */
  constructor(root: HTMLElement) {
    this.#root = root;
    need(root, '[data-undo]').addEventListener('click', () => {
      const undo = this.#undo;
      this.#undo = undefined;
      if (undo) this.say(undo());
      // The button is gone: whoever pressed it stays where they were.
      this.#root.focus();
    });
  }

  /** Says what was done; `undo` takes it back and gives what to say then. */
  offer(text: string, undo: () => string): void {
    this.say(text);
    this.#undo = undo;
    need(this.#root, '[data-undo]').hidden = false;
  }

  /** Says something that needs no way back, or has none. */
  say(text: string): void {
    this.#undo = undefined;
    need(this.#root, '[data-undo-text]').textContent = text;
    need(this.#root, '[data-undo]').hidden = true;
    this.#root.hidden = text === '';
  }
}

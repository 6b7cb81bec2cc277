import {
  changedSince,
  nothingToRedo,
  nothingToUndo,
  redoLabel,
  redone,
  undoLabel,
  undone,
} from '../../copy/undoing.ts';
import { need } from '../../../kit/browser/dom.ts';
import { ChangeHistory, type Change } from '../../../kit/values/change-history.ts';

/** What a page knows of its own changes. */
export interface Undoable<State> {
  /** Puts a state in the place of another; gives false where what is there is not that other one any more. */
  put: (of: string, state: State, over: State) => boolean;
  /** A message for whoever does not see what changed. */
  say: (text: string) => void;
}

/** True where the browser has a way back of its own: in a field of text it takes back letter by letter. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}

/**
 * «Deshacer» and «Rehacer» of a page, by button and by key: each change since the page was opened. In a field of text the
 * keys are the browser's own.
 */
export class UndoTools<State> {
  readonly #history = new ChangeHistory<State>();
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #page: Undoable<State>;

  constructor(root: ParentNode, page: Undoable<State>) {
    this.#page = page;
    this.#undo = need(root, '[data-undo-last]');
    this.#redo = need(root, '[data-redo-last]');
    // Until here they stood in the page, and took no press.
    this.#undo.disabled = false;
    this.#redo.disabled = false;
    this.#undo.addEventListener('click', () => this.#take());
    this.#redo.addEventListener('click', () => this.#again());
    document.addEventListener('keydown', (event) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return;
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) this.#take();
      else this.#again();
    });
    this.#show();
  }

  /** Notes a change that the person made. `joins`: it goes on with the one before it, as letters of a text do. */
  note(change: Change<State>, joins = false): void {
    this.#history.note(change, { joins });
    this.#show();
  }

  #take(): void {
    const change = this.#history.last;
    if (!change) return this.#page.say(nothingToUndo);
    const isDone = this.#page.put(change.of, change.before, change.after);
    if (isDone) this.#history.undo();
    else this.#history.drop('last');
    this.#page.say((isDone ? undone : changedSince)(change.text));
    this.#show();
  }

  #again(): void {
    const change = this.#history.next;
    if (!change) return this.#page.say(nothingToRedo);
    const isDone = this.#page.put(change.of, change.after, change.before);
    if (isDone) this.#history.redo();
    else this.#history.drop('next');
    this.#page.say((isDone ? redone : changedSince)(change.text));
    this.#show();
  }

  /** A button that has nothing to do stays in the order of the keyboard, and says so. */
  #show(): void {
    const { last, next } = this.#history;
    for (const [button, label, none] of [
      [this.#undo, last && undoLabel(last.text), nothingToUndo],
      [this.#redo, next && redoLabel(next.text), nothingToRedo],
    ] as const) {
      button.setAttribute('aria-disabled', String(label === undefined));
      button.title = label ?? none;
    }
  }
}

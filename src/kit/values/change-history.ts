/** A change that can be taken back: of what, both sides, and what it is called. */
export interface Change<State> {
  /** What it changed, as `INF-03 marks`: changes of one thing right after one another that may join are one. */
  readonly of: string;
  readonly before: State;
  readonly after: State;
  readonly text: string;
}

/** The most changes that are held: more than a person takes back, and little memory. */
const MOST = 500;

/** What was changed since the page was opened, in its order, and what of it was taken back. Plain data: nothing is changed here. */
export class ChangeHistory<State> {
  readonly #done: Change<State>[] = [];
  #undone: Change<State>[] = [];
  #mayJoin = false;

  /** Notes a change. `joins`: it goes on with the one before it, where that was of the same thing, as letters of a text do. */
  note(change: Change<State>, { joins }: { joins: boolean }): void {
    const last = this.#done.at(-1);
    if (joins && this.#mayJoin && last?.of === change.of)
      this.#done[this.#done.length - 1] = { ...change, before: last.before };
    else this.#done.push(change);
    if (this.#done.length > MOST) this.#done.shift();
    this.#mayJoin = joins;
    this.#undone = [];
  }

  /** The change that would be taken back next, or undefined. */
  get last(): Change<State> | undefined {
    return this.#done.at(-1);
  }

  /** The change that would be made again next, or undefined. */
  get next(): Change<State> | undefined {
    return this.#undone.at(-1);
  }

  /** Takes the last change out as taken back; gives it. */
  undo(): Change<State> | undefined {
    const change = this.#done.pop();
    if (change) this.#undone.push(change);
    this.#mayJoin = false;
    return change;
  }

  /** The same for the one that was taken back last: it is made again. */
  redo(): Change<State> | undefined {
    const change = this.#undone.pop();
    if (change) this.#done.push(change);
    this.#mayJoin = false;
    return change;
  }

  /** Forgets the last change, or the next: what it was of has changed elsewhere, and it can be neither taken back nor made again. */
  drop(which: 'last' | 'next'): void {
    (which === 'last' ? this.#done : this.#undone).pop();
  }
}

import { SaveQueue, type SaveState } from '../../kit/browser/save-queue.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { AssessmentStore, Loaded } from '../storage/assessment-store.ts';

/** What a save gives back at the least. */
export interface Saved {
  /** The assessment's new revision. */
  readonly revision: number;
  /** True where what is stored now may hold more than what this tab gave, and the page does not have it yet. */
  readonly isMerged?: boolean;
}

/** What a page alone knows of its work on an assessment. */
export interface PageWork<Change, Result extends Saved> {
  /** Stores changes, by key, as of an instant (ISO 8601 in UTC). Throws where the browser refuses: then they wait. */
  readonly write: (changes: Readonly<Record<string, Change>>, now: string) => Promise<Result>;
  /** Takes what has just been stored, and what became of it. */
  readonly written: (changes: Readonly<Record<string, Change>>, result: Result) => void;
  /** Shows what another tab has stored. Not called while something that the person gave is not stored yet. */
  readonly follow: (assessment: Assessment) => void;
  /**
   * Takes the assessment as it was last stored, and whether something that the person gave is not there yet; gives it as
   * it stands on the screen.
   */
  readonly onScreen: (stored: Assessment, isPending: boolean) => Assessment;
  /** How many texts on the screen cannot be saved as they stand. */
  readonly unsavedTexts: () => number;
}

/** What a session is shown with and how it hears of other tabs; `elements/page/begin-session.ts` brings them. */
export interface Surroundings {
  readonly saveState: { show: (state: SaveState, unsavedTexts: number) => void; showOpened: (modified: Date) => void };
  readonly copyLine: {
    copies: (onScreen: () => Assessment) => void;
    saved: (saved: Assessment) => void;
  };
  /**
   * Begins to follow the other tabs: `tell` tells them, `fallBehind` says that the database has more than the page, and
   * `rest` reads what was held up while this tab was busy.
   */
  readonly follow: (events: { isBusy: () => boolean; apply: (loaded: Loaded) => void }) => {
    tell: () => void;
    fallBehind: () => void;
    rest: () => Promise<void>;
  };
}

/**
 * A page at work on one assessment: saves each change at once, says whether it is saved, tells the other tabs and follows
 * them. The page gives what is its own as `PageWork`, and each change to `save`.
 */
export class Session<Change, Result extends Saved> {
  readonly #store: Pick<AssessmentStore, 'renew'>;
  readonly #work: PageWork<Change, Result>;
  readonly #saveState: Surroundings['saveState'];
  readonly #queue: SaveQueue<Change>;
  readonly #follower: ReturnType<Surroundings['follow']>;
  #assessment: Assessment;

  /** Takes the store that is written to and the assessment as it was read there. */
  constructor(
    store: Pick<AssessmentStore, 'renew'>,
    assessment: Assessment,
    work: PageWork<Change, Result>,
    { saveState, copyLine, follow }: Surroundings,
  ) {
    this.#store = store;
    this.#assessment = assessment;
    this.#work = work;
    this.#saveState = saveState;
    this.#queue = new SaveQueue<Change>({
      now: () => new Date(),
      announce: (state) => saveState.show(state, work.unsavedTexts()),
      write: async (changes) => {
        const modified = new Date().toISOString();
        const result = await work.write(changes, modified);
        this.#assessment = { ...this.#assessment, revision: result.revision, modified };
        copyLine.saved(this.#assessment);
        work.written(changes, result);
        this.#follower.tell();
        if (result.isMerged) this.#follower.fallBehind();
      },
    });
    this.#follower = follow({
      isBusy: () => this.#queue.isPending,
      apply: ({ assessment: stored }) => {
        this.#assessment = stored;
        copyLine.saved(stored);
        work.follow(stored);
      },
    });
    copyLine.copies(() => this.onScreen());
    saveState.showOpened(new Date(assessment.modified));
  }

  /** The assessment as it was last read, with the revision and the instant of what was saved since. */
  get assessment(): Assessment {
    return this.#assessment;
  }

  /** True while something that the person gave is not in the database. */
  get isPending(): boolean {
    return this.#queue.isPending;
  }

  /** The assessment as it stands on the screen, saved or not: what every copy holds. */
  onScreen(): Assessment {
    return this.#work.onScreen(this.#assessment, this.isPending);
  }

  /** True where something would be lost if the page were left now. */
  get wouldLose(): boolean {
    return this.isPending || this.#work.unsavedTexts() > 0;
  }

  /** True while a change under this key waits for its turn. */
  isWaiting(key: string): boolean {
    return this.#queue.isWaiting(key);
  }

  /** Saves the newest change under a key. One that fails is said and stays, to be tried again with the next. */
  save(key: string, change: Change): void {
    this.#rest(this.#queue.save(key, change));
  }

  /** Takes back what waits under a key: it is to be saved under another one. */
  forget(key: string): void {
    this.#queue.forget(key);
  }

  /** Tries again what could not be saved; what does not end is broken off and begins anew. */
  retry(): void {
    this.#store.renew();
    this.#rest(this.#queue.retry());
  }

  /** Says anew that all is saved, but for the texts that cannot be: where one of them came or went. */
  unsavedChanged(): void {
    if (this.isPending) return;
    this.#saveState.show({ kind: 'saved', at: new Date(this.#assessment.modified) }, this.#work.unsavedTexts());
  }

  #rest(saving: Promise<void>): void {
    void saving.then(() => this.#follower.rest());
  }
}

import { savedAt, saving, unsaved } from '../../copy/save-state.ts';
import { StorageError, toStorageError } from '../../storage/database.ts';
import type { SaveState } from '../../../kit/browser/save-queue.ts';
import { need } from '../../../kit/browser/dom.ts';
import { faultMessage } from '../page/notice.ts';

/** How long a save may take before the person is told that it is not there yet, in milliseconds. */
const SLOW_MS = 5000;

/**
 * Says whether what the person gave is saved: a quiet line while it is, the loudest thing on the page when it is not.
 * Takes the page's line (`[data-save-line]`) and its alarm (`[data-save-alarm]`).
 */
export class SaveStateView {
  readonly #line: HTMLElement;
  readonly #alarm: HTMLElement;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, actions: { retry: () => void; download: () => void }) {
    this.#line = need(root, '[data-save-line]');
    this.#alarm = need(root, '[data-save-alarm]');
    need(this.#alarm, '[data-retry]').addEventListener('click', actions.retry);
    need(this.#alarm, '[data-download]').addEventListener('click', actions.download);
  }

  /** Takes the state of the queue and how many texts on the page could not be saved as they stand. */
  show(state: SaveState, unsavedTexts: number): void {
    if (state.kind === 'saving') {
      this.#line.textContent = saving;
      // A save that never ends would never raise the alarm by failing.
      this.#slow ??= setTimeout(() => this.#raise(new StorageError('slow', null)), SLOW_MS);
    } else {
      clearTimeout(this.#slow);
      this.#slow = undefined;
    }
    if (state.kind === 'saved') {
      // Only a confirmed save takes the alarm away; a new try alone does not.
      this.#alarm.hidden = true;
      this.#line.textContent = savedAt(state.at, new Date(), unsavedTexts);
    }
    if (state.kind === 'failed') this.#raise(state.error);
    this.#line.dataset['state'] = unsavedTexts > 0 && state.kind === 'saved' ? 'failed' : state.kind;
  }

  /** Says when what the page shows was saved. */
  showOpened(modified: Date): void {
    this.#line.textContent = savedAt(modified, new Date(), 0);
    this.#line.dataset['state'] = 'saved';
  }

  #raise(error: unknown): void {
    const wasHidden = this.#alarm.hidden;
    const { happened, data, remedy } = faultMessage('saving', toStorageError(error));
    this.#line.textContent = unsaved;
    need(this.#alarm, '[data-alarm-title]').textContent = happened;
    need(this.#alarm, '[data-alarm-text]').textContent = `${data} ${remedy}`;
    this.#alarm.hidden = false;
    // Whoever is typing goes on typing; anybody else is taken to the way out.
    const isTyping = document.activeElement?.matches('textarea, input:not([type=checkbox], [type=radio])') ?? false;
    if (wasHidden && !isTyping) need(this.#alarm, '[data-download]').focus();
  }
}

import { clockTime } from '../../copy/dates.ts';
import { saveFault } from '../../copy/storage.ts';
import { toStorageError } from '../../storage/database.ts';
import type { SaveState } from '../../storage/save-queue.ts';
import { need } from '../session/session.ts';

/**
 * Says whether what the person gave is saved: a quiet line while it is, the loudest thing on the page when it is not.
 * Takes the page's line (`[data-save-line]`) and its alarm (`[data-save-alarm]`).
 */
export class SaveStateView {
  readonly #line: HTMLElement;
  readonly #alarm: HTMLElement;

  constructor(root: ParentNode, actions: { retry: () => void; download: () => void }) {
    this.#line = need(root, '[data-save-line]');
    this.#alarm = need(root, '[data-save-alarm]');
    need(this.#alarm, '[data-retry]').addEventListener('click', actions.retry);
    need(this.#alarm, '[data-download]').addEventListener('click', actions.download);
  }

  show(state: SaveState): void {
    this.#alarm.hidden = state.kind !== 'failed';
    this.#line.dataset['state'] = state.kind;
    if (state.kind === 'saving') this.#line.textContent = 'Guardando…';
    if (state.kind === 'saved') this.#line.textContent = `Guardado a las ${clockTime(state.at)}`;
    if (state.kind === 'failed') {
      this.#line.textContent = 'Sin guardar';
      const { happened, data, remedy } = saveFault[toStorageError(state.error).fault];
      need(this.#alarm, '[data-alarm-title]').textContent = happened;
      need(this.#alarm, '[data-alarm-text]').textContent = `${data} ${remedy}`;
    }
  }

  /** What was in the browser when the page opened. */
  showOpened(modified: Date): void {
    this.#line.textContent = `Guardado a las ${clockTime(modified)}`;
    this.#line.dataset['state'] = 'saved';
  }
}

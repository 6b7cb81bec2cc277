import { copyState, savedInDownloads } from '../../copy/copies.ts';
import { linkedText, mayPass, savedText, type LinkedState } from '../../copy/copy-line.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { part, PartMissing } from '../../../kit/browser/part.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError, type CopyRecord } from '../../storage/database.ts';
import type * as Linked from '../linked-file/linked-file.ts';
import { need } from '../../../kit/browser/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { showChangeFault, showCopyUnnoted } from '../page/notice.ts';
import { keepUntilItWorks, withdraw } from '../page/standing-fault.ts';
import { askPersistence } from '../../../kit/browser/persistence.ts';
import { copyRecord, noteCopy } from '../../storage/copies.ts';
import { goTo } from '../page/hold-address.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** How long after the last change the linked file is written, in milliseconds. */
const REST_MS = 1500;

/** How often the line tells the time anew, in milliseconds. */
const TELL_MS = 60_000;

type Saved = Pick<Assessment, 'id' | 'revision' | 'modified'>;

/** The quiet line of an assessment's pages: saved when, copied to a file when; and the ways to make a copy. */
export class CopyLine {
  readonly #line = need(document, '[data-copy-line]');
  readonly #notices = need(document, '[data-copy-notices]');
  readonly #store: AssessmentStore;
  #saved: Saved;
  /** The assessment as it stands on the page's screen, saved or not: what a copy holds. */
  #onScreen: () => Assessment;
  #record: CopyRecord | null = null;
  #linked: LinkedState | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasAsked = false;

  constructor(store: AssessmentStore, opened: Assessment) {
    this.#store = store;
    this.#saved = opened;
    this.#onScreen = () => opened;
    this.#listen();
    this.#run(() => this.#begin());
  }

  /** Takes what gives the assessment as it stands on the screen, on pages where it changes. */
  copies(onScreen: () => Assessment): void {
    this.#onScreen = onScreen;
  }

  /** Takes what has just been saved: the line says it, and the linked file follows. */
  saved(saved: Saved | Assessment): void {
    this.#saved = saved;
    this.#show();
    if (!this.#hasAsked) {
      // The first change of a visit: now the browser knows that the person works here, and they know why it is asked.
      this.#hasAsked = true;
      void askPersistence();
    }
    if (this.#record?.handle) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(() => this.#update(false)), REST_MS);
    }
  }

  #linkedFile(): Promise<typeof Linked> {
    return part(() => import('../linked-file/linked-file.ts'));
  }

  /** Runs what the person asked for, or what is due; a browser that refuses is told on the page. */
  #run(work: () => Promise<void>, what = 'update'): void {
    work()
      .then(() => withdraw(this.#notices, what))
      .catch((error: unknown) => {
        keepUntilItWorks(this.#notices, what, showChangeFault(this.#notices, toStorageError(error)));
      });
  }

  #listen(): void {
    const on = (name: string, work: () => Promise<void>): void =>
      need(this.#line, `[data-copy-${name}]`).addEventListener('click', () => {
        this.#notices.replaceChildren();
        this.#run(work, name);
      });
    on('now', () => this.download());
    on('always', async () => {
      await this.#settle((await this.#linkedFile()).chooseFile(this.#store, this.#onScreen()));
    });
    on('resume', async () => this.#settle((await this.#linkedFile()).resumeLinked(this.#store, this.#saved.id)));
    on('over', () => this.#update(true));
    on('merge', async () => {
      const key = await (await this.#linkedFile()).keepOutsideChange(this.#store, this.#saved.id);
      if (key === null) {
        this.#linked = { kind: 'foreign', fileName: this.#record?.handle?.name ?? '' };
        this.#show();
        this.#sayShown();
        return;
      }
      goTo(withAssessment(this.#line.dataset['merge'] ?? '.', this.#saved.id, { con: String(key) }));
    });
    on('stop', async () => {
      await (await this.#linkedFile()).unlink(this.#store, this.#saved.id);
      this.#linked = null;
      await this.#read();
    });
    // A tab that is put aside may never come back: what waits is written now.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#timer !== undefined) this.#run(() => this.#update(false));
    });
    setInterval(() => {
      this.#show();
      if (this.#linked && mayPass(this.#linked)) this.#run(() => this.#update(false));
    }, TELL_MS);
  }

  async #begin(): Promise<void> {
    await this.#read();
    if (this.#record?.handle) await this.#update(false);
  }

  async #read(): Promise<void> {
    this.#record = await copyRecord(this.#store, this.#saved.id);
    this.#show();
  }

  async #settle(work: Promise<LinkedState | null>): Promise<void> {
    this.#linked = (await work) ?? this.#linked;
    await this.#read();
    this.#sayShown();
  }

  /** Tells what the line shows to whoever does not see it. */
  #sayShown(): void {
    need(this.#line, '[data-copy-said]').textContent = need(this.#line, '[data-copy-text]').textContent;
  }

  async #update(over: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#linked?.kind;
    try {
      this.#linked = await (await this.#linkedFile()).updateLinked(this.#store, this.#saved.id, { over });
    } catch (error) {
      // Where nobody has just asked for it, the line itself says why the file is behind.
      if (over || !(error instanceof PartMissing)) throw error;
      this.#linked = { kind: 'partMissing', fileName: this.#record?.handle?.name ?? '' };
    }
    await this.#read();
    // Each write is quiet; what needs the person is told.
    if (over || (this.#linked && this.#linked.kind !== 'upToDate' && this.#linked.kind !== before)) this.#sayShown();
  }

  /**
   * Hands the assessment over as a file, as it stands on the screen, and notes the copy. The database is not asked: it may
   * be gone, or not answer.
   */
  async download(): Promise<void> {
    const assessment = this.#onScreen();
    const fileName = downloadAssessment(assessment);
    need(this.#line, '[data-copy-said]').textContent = savedInDownloads(fileName);
    const at = new Date().toISOString();
    try {
      this.#record = await noteCopy(this.#store, assessment.id, { at, revision: assessment.revision, fileName });
    } catch (error) {
      keepUntilItWorks(this.#notices, 'copy', showCopyUnnoted(this.#notices, fileName, toStorageError(error)));
      return;
    }
    withdraw(this.#notices, 'copy');
    this.#show();
  }

  #show(): void {
    const now = new Date();
    const copied = copyState(this.#saved, this.#record, now.toISOString());
    const linked = this.#linked;
    const isLinked = this.#record?.handle != null;
    const text = linked && isLinked ? linkedText(linked, now) : copied.text;
    need(this.#line, '[data-copy-text]').textContent = `${savedText(this.#saved.modified, now)} ${text}`;
    this.#line.toggleAttribute('data-urgent', linked && isLinked ? linked.kind !== 'upToDate' : copied.isUrgent);
    const shown: Record<string, boolean> = {
      always: !isLinked && 'showSaveFilePicker' in window,
      resume: isLinked && linked?.kind === 'needsPermission',
      merge: isLinked && linked?.kind === 'changedOutside',
      over: isLinked && (linked?.kind === 'changedOutside' || linked?.kind === 'foreign' || linked?.kind === 'empty'),
      stop: isLinked,
    };
    const focused = document.activeElement;
    for (const [name, isShown] of Object.entries(shown)) need(this.#line, `[data-copy-${name}]`).hidden = !isShown;
    // What was pressed may be gone with what it did.
    if (focused instanceof HTMLElement && focused.hidden && this.#line.contains(focused)) {
      need(this.#line, '[data-copy-now]').focus();
    }
    this.#line.hidden = false;
  }
}

import { assessmentShort } from '../../copy/assessments.ts';
import { copyDiscarded, savedInDownloads } from '../../copy/copies.ts';
import {
  asBefore,
  deletedElsewhere,
  deletedText,
  discardAbout,
  keptNoMore,
  listEmptied,
  listNotReadAgain,
  persistenceText,
  takenFromBrowser,
} from '../../copy/list-page.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { once, part } from '../../../kit/browser/part.ts';
import type { OpeningMeans } from '../../opening/file-opener.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { dayOf } from '../../../kit/browser/day-of.ts';
import { downloadBytes } from '../../../kit/browser/download.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { showChangeFault, showCopyUnnoted, showOpenFault, showSecondCopyOff } from '../page/notice.ts';
import { showDamage } from '../page/show-damage.ts';
import { askPersistence, persistence } from '../../../kit/browser/persistence.ts';
import { act, saidWhileSlow, show, start } from '../page/start.ts';
import { assessmentCard, type CardAction } from './card.ts';
import type { IncomingView } from './incoming-view.ts';
import type { ListPage, Plans } from './list-page.ts';
import { NOTHING_READ, readList, unread } from './read-list.ts';
import type { Watch } from '../page/watch-over.ts';
import { noteCopy } from '../../storage/copies.ts';
import { bringReader, discard, listKept, restore, type Kept, removeAssessment } from '../../storage/kept.ts';

const bringKeptList = () => part(() => import('./kept-list.ts'));
const bringSetAside = () => part(() => import('./set-aside-view.ts'));

/** `<gel-assessments>`: the assessments of this browser, what can be done with each, and the files that are opened. */
export class GelAssessmentsElement extends HTMLElement {
  static #plans: () => Promise<Plans>;
  static #means: () => Promise<OpeningMeans>;
  #store: AssessmentStore | undefined;
  #list = NOTHING_READ;
  #incoming: IncomingView | undefined;
  readonly #bringIncoming = once(async () => {
    const { IncomingView } = await part(() => import('./incoming-view.ts'));
    return (this.#incoming = new IncomingView(() => this.#page));
  });
  #tell: (id: string) => void = () => undefined;
  #undo: (() => Promise<void>) | undefined;
  /** What the person asked for that is running or waits for its turn, by the name of its control. */
  readonly #wanted = new Set<string>();
  #turn: Promise<void> = Promise.resolve();
  /** True where another tab changed something while the person was at a dialog here. */
  #isBehind = false;
  #watch: Watch | undefined;

  /** Puts the element to work. Takes what brings, when it is asked for, whoever understands plans and what opens files. */
  static define(plans: () => Promise<Plans>, means: () => Promise<OpeningMeans>): void {
    [GelAssessmentsElement.#plans, GelAssessmentsElement.#means] = [plans, means];
    customElements.define('gel-assessments', GelAssessmentsElement);
  }

  connectedCallback(): void {
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
    void start(this, async () => {
      try {
        this.#store = await AssessmentStore.open();
      } catch (error) {
        showOpenFault(need(this, '[data-notices]'), toStorageError(error));
        return;
      }
      const channel = openNotices(() => {
        if (this.#wanted.size > 0) this.#isBehind = true;
        else void start(this, () => this.#read());
      });
      this.#tell = (assessmentId) => channel.tell({ assessmentId });
      this.#listen();
      await this.#read();
      this.#showPersistence(await persistence());
      await this.#watchOver();
    });
  }

  /** The cards: what is stored, and what was taken out of the browser under the page. */
  get #shown(): readonly Assessment[] {
    return [...this.#list.stored, ...this.#list.gone];
  }

  /** What the parts of this page share, of which some come only when they are asked for. */
  get #page(): ListPage {
    return {
      root: this,
      store: this.#store as AssessmentStore,
      instrument: pageData<Instrument>(this, 'instrument'),
      list: this.#list.stored,
      run: (name, work) => this.#run(name, work),
      attempt: (change) => this.#attempt(change),
      changed: (...ids) => this.#changed(...ids),
      say: (text, undo) => this.#say(text, undo),
      plans: GelAssessmentsElement.#plans,
      opening: GelAssessmentsElement.#means,
      bringBack: (key) => this.#bringBack(key),
    };
  }

  #listen(): void {
    const input = need<HTMLInputElement>(this, '[data-open-file]');
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      this.#open(files);
    });
    input.disabled = false;
    this.#acceptDrops();
    const on = (selector: string, work: () => Promise<void>): void =>
      need(this, selector).addEventListener('click', () => void this.#run(selector, work));
    need(this, '[data-undo]').addEventListener('click', () => {
      // What it takes back is what stood beside it when it was pressed, whatever is done before its turn comes.
      const undo = this.#undo;
      if (undo) void this.#run('undo', undo);
    });
    on('[data-copy-all]', () => this.#saveAll());
    on('[data-persist]', async () => this.#showPersistence(await askPersistence()));
  }

  /** What keeps the second copies, and offers those that the database has lost, comes once the list is there. */
  async #watchOver(): Promise<void> {
    const notices = need(this, '[data-loss]');
    try {
      const { watchOver } = await part(() => import('../page/watch-over.ts'));
      this.#watch = await watchOver(
        this.#page.store,
        this.#list.damage.map(({ assessmentId }) => assessmentId),
      );
      const { OffersView } = await part(() => import('./offers-view.ts'));
      new OffersView(() => this.#page, this.#watch);
      this.#showPersistence(await persistence());
    } catch (error) {
      showSecondCopyOff(notices, error);
    }
  }

  /** Files may be dropped anywhere on the page; what is dropped beside never makes the browser leave it. */
  #acceptDrops(): void {
    const hint = need(this, '[data-drop-hint]');
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hint.hidden = false;
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) hint.hidden = true;
    });
    document.addEventListener('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hint.hidden = true;
      this.#open([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** Reads files and shows what each brings; what reads them comes with the first one. */
  #open(files: readonly File[]): void {
    void act(
      need(this, '[data-faults]'),
      async () => {
        await (await this.#bringIncoming()).open(files);
      },
      'open',
    );
  }

  /**
   * Does one thing at a time, in the order in which they were asked for. A second press of the same control meanwhile is
   * no second wish; a press of another one waits and is never lost.
   */
  #run(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#wanted.has(name)) return this.#turn;
    this.#wanted.add(name);
    this.#turn = this.#turn.then(async () => {
      const faults = need(this, '[data-faults]');
      faults.replaceChildren();
      await act(faults, work, name);
      this.#wanted.delete(name);
      if (this.#wanted.size > 0 || !this.#isBehind) return;
      this.#isBehind = false;
      await start(this, () => this.#read());
    });
    return this.#turn;
  }

  async #attempt<T>(change: () => Promise<T>): Promise<{ readonly value: T } | null> {
    try {
      return { value: await saidWhileSlow(need(this, '[data-faults]'), 'asked', change) };
    } catch (error) {
      const refusal = toStorageError(error);
      showChangeFault(need(this, '[data-faults]'), refusal);
      // The list that the person saw is no longer what is stored.
      if (['interrupted', 'gone', 'closed'].includes(refusal.fault)) await this.#read();
      return null;
    }
  }

  async #changed(...ids: string[]): Promise<void> {
    for (const id of ids) this.#tell(id);
    await this.#read(ids);
  }

  /** Reads the list. Where that fails, what was read before stays, but for what was `changed` since. */
  async #read(changed: readonly string[] = []): Promise<void> {
    const store = this.#store as AssessmentStore;
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    try {
      this.#list = await readList(store, this.#list, changed);
      const { gone, damage } = this.#list;
      if (gone.length > 0) showNotice(notices, listEmptied);
      showDamage(notices, damage, store, (id) => this.#nameOf(id));
    } catch (error) {
      // What was just changed may no longer be so. The rest stays, so that a copy of it can still be saved in a file.
      this.#list = unread(this.#list, changed);
      showOpenFault(notices, toStorageError(error));
      if (this.#shown.length > 0) showNotice(notices, listNotReadAgain, undefined, 'calm');
    }
    this.#showCards();
    await this.#also('kept', (place) => this.#showKept(place));
    await this.#also('set-aside', (place) => this.#showSetAside(place));
    await this.#incoming?.show();
    const form = document.querySelector<HTMLDetailsElement>('[data-start]');
    if (form && this.#shown.length > 0 && !form.contains(document.activeElement)) form.open = false;
  }

  #nameOf(id: string): string {
    const assessment = this.#shown.length > 1 ? this.#shown.find((each) => each.id === id) : undefined;
    return assessment ? assessmentShort(assessment) : '';
  }

  #showCards(): void {
    const template = need<HTMLTemplateElement>(this, '[data-card-template]');
    const place = need(this, '[data-cards]');
    // Another tab may have changed the list: what the person had open or in focus stays so.
    const opened = new Set(
      [...place.querySelectorAll('details[open]')].map(
        (each) => each.closest<HTMLElement>('section')?.dataset['assessment'],
      ),
    );
    const { instrument } = this.#page;
    const now = new Date().toISOString();
    keepFocus(place, () => {
      place.replaceChildren(
        ...this.#shown.map((assessment) =>
          assessmentCard(template, assessment, {
            sections: instrument.sections,
            copy: this.#list.copies.get(assessment.id) ?? null,
            now,
            run: (action) => void this.#run(`${action} ${assessment.id}`, () => this.#act(action, assessment.id)),
          }),
        ),
      );
      for (const details of place.querySelectorAll('details')) {
        details.open = opened.has(details.closest<HTMLElement>('section')?.dataset['assessment']);
      }
    });
    need(this, '[data-list]').hidden = this.#shown.length === 0;
    need(this, '[data-copy-all]').hidden = this.#shown.length < 2;
    need(this, '[data-compare]').hidden = this.#shown.length < 2;
  }

  /** Shows a part of the page beside the cards. Where it does not come, nothing old stands there, and the rest is as it is. */
  #also(name: string, draw: (place: HTMLElement) => Promise<void>): Promise<void> {
    const place = need(this, `[data-${name}]`);
    return show(need(this, `[data-${name}-notices]`), async () => {
      try {
        await draw(place);
      } catch (error) {
        place.hidden = true;
        throw error;
      }
    });
  }

  async #showKept(place: HTMLElement): Promise<void> {
    const kept = await listKept(this.#page.store);
    if (kept.length === 0 && place.hidden) return;
    const { showKept } = await bringKeptList();
    keepFocus(place, () =>
      showKept(place, kept, {
        restore: ({ key }) => void this.#run(`restore ${key}`, () => this.#bringBack(key)),
        save: ({ key, assessment }) =>
          void this.#run(`save ${key}`, async () => this.#saySaved(downloadAssessment(assessment))),
        discard: (each) => void this.#run(`discard ${each.key}`, () => this.#discard(each)),
      }),
    );
  }

  /** What was set aside and what shows it come only where there is something. */
  async #showSetAside(place: HTMLElement): Promise<void> {
    const count = await this.#page.store.countSetAside();
    if (count === 0 && place.hidden) return;
    const { SetAsideView } = await bringSetAside();
    await new SetAsideView(this.#page).show();
  }

  #showPersistence(state: Awaited<ReturnType<typeof persistence>>): void {
    need(this, '[data-persistence]').textContent = persistenceText[state];
    need(this, '[data-persist]').hidden = state !== 'mayErase';
    const watch = this.#watch;
    if (watch) void act(need(this, '[data-faults]'), () => this.#showSecondCopy(watch), 'second copy');
  }

  async #showSecondCopy({ copy, kind }: Watch): Promise<void> {
    const { secondCopyText } = await part(() => import('../../copy/second-copy.ts'));
    await copy?.settled();
    const state = { kind, age: (await copy?.age()) ?? null, isRefused: copy?.refusal != null };
    need(this, '[data-second-copy]').textContent = secondCopyText(state);
  }

  #say(text: string, undo?: () => Promise<void>): void {
    const box = need(this, '[data-outcome]');
    const button = need(box, '[data-undo]');
    box.hidden = false;
    need(box, '[data-outcome-text]').textContent = text;
    button.hidden = undo === undefined;
    this.#undo = undo;
    box.scrollIntoView({ block: 'nearest' });
    // What was pressed may be gone with what it did: then the keyboard goes on from the way back.
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.closest('[hidden]')) {
      (undo ? button : box).focus({ preventScroll: true });
    }
  }

  #saySaved(fileName: string): void {
    this.#say(savedInDownloads(fileName));
  }

  /** Does what the person chose of one card, with what is stored now, which may be newer than the card. */
  async #act(action: CardAction, id: string): Promise<void> {
    // A copy holds what is on the screen, whatever became of the database meanwhile.
    const shown = this.#shown.find((each) => each.id === id);
    if (action === 'copy-file') return shown ? this.#save(shown) : this.#sayGone(id);
    const read = await this.#attempt(() => (this.#store as AssessmentStore).load(id));
    if (!read) return;
    if (!read.value) return this.#sayGone(id);
    const { assessment } = read.value;
    if (action === 'delete') return this.#delete(assessment);
    const actions = await part(() => import('./card-actions.ts'));
    const rest: Record<Exclude<CardAction, 'copy-file' | 'delete'>, typeof actions.rename> = {
      workbook: actions.saveBook,
      duplicate: actions.duplicate,
      rename: actions.rename,
      close: actions.closeAssessment,
      reopen: actions.reopen,
    };
    await rest[action](this.#page, assessment);
  }

  async #sayGone(id: string): Promise<void> {
    await this.#read();
    if (this.#list.gone.some((each) => each.id === id)) {
      return this.#say(takenFromBrowser);
    }
    this.#say(deletedElsewhere);
  }

  async #save(assessment: Assessment): Promise<void> {
    const fileName = downloadAssessment(assessment);
    const { id, revision } = assessment;
    await this.#noteCopies([{ id, revision }], fileName);
  }

  async #saveAll(): Promise<void> {
    const { assessmentsToZip } = await part(() => import('../../file/archive.ts'));
    const all = this.#shown;
    const fileName = `autoevaluaciones-${dayOf(new Date())}.zip`;
    downloadBytes(fileName, assessmentsToZip(all));
    await this.#noteCopies(all, fileName);
  }

  /** After a file was handed over: notes it as a copy of each, and says so. */
  async #noteCopies(all: readonly Pick<Assessment, 'id' | 'revision'>[], fileName: string): Promise<void> {
    const { store } = this.#page;
    const at = new Date().toISOString();
    try {
      for (const { id, revision } of all) await noteCopy(store, id, { at, revision, fileName });
    } catch (error) {
      showCopyUnnoted(need(this, '[data-faults]'), fileName, toStorageError(error));
      return;
    }
    await this.#read();
    this.#saySaved(fileName);
  }

  async #delete(assessment: Assessment): Promise<void> {
    // What shows it as kept, and what brings it back, have to be there before it goes.
    await Promise.all([bringKeptList(), bringReader()]);
    const done = await this.#attempt(() => removeAssessment(this.#page.store, assessment.id, new Date().toISOString()));
    if (!done) return;
    await this.#changed(assessment.id);
    this.#say(deletedText(assessment), () => this.#bringBack(done.value));
  }

  async #bringBack(key: number): Promise<void> {
    const done = await this.#attempt(() => restore(this.#page.store, key, newId(), new Date().toISOString()));
    if (!done) return;
    const id = done.value;
    if (id === null) {
      await this.#read();
      this.#say(keptNoMore);
      return;
    }
    await this.#changed(id);
    this.#say(asBefore(this.#shown.find((each) => each.id === id)));
  }

  async #discard({ key, assessment }: Kept): Promise<void> {
    const { askSure } = await part(() => import('./dialogs.ts'));
    const isSure = await askSure(this, 'discard', discardAbout(assessment));
    if (!isSure || !(await this.#attempt(() => discard(this.#page.store, key)))) return;
    await this.#read();
    this.#say(copyDiscarded);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gel-assessments': GelAssessmentsElement;
  }
}

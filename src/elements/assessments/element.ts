import { assessmentShort } from '../../copy/assessments.ts';
import { persistenceText } from '../../copy/storage.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError, type CopyRecord } from '../../storage/database.ts';
import { openNotices } from '../../storage/notices.ts';
import { need, pageData } from '../page/dom.ts';
import { downloadAssessment, downloadBytes } from '../page/download.ts';
import { keepFocus } from '../page/keep-focus.ts';
import { newId } from '../page/new-id.ts';
import { showChangeFault, showCopyUnnoted, showDamage, showOpenFault } from '../page/notice.ts';
import { askPersistence, persistence } from '../page/persistence.ts';
import { act, start } from '../page/start.ts';
import { assessmentCard, type CardAction } from './card.ts';
import type { IncomingView } from './incoming-view.ts';
import type { ListPage } from './list-page.ts';
import { listCopies, noteCopy } from '../../storage/copies.ts';
import { discard, listKept, restore, type Kept } from '../../storage/kept.ts';

/** `<gel-assessments>`: the assessments of this browser, what can be done with each, and the files that are opened. */
export class GelAssessmentsElement extends HTMLElement {
  #store: AssessmentStore | undefined;
  #list: readonly Assessment[] = [];
  #copies: ReadonlyMap<string, CopyRecord> = new Map();
  #incoming: Promise<IncomingView> | undefined;
  #tell: (id: string) => void = () => undefined;
  #undo: (() => Promise<void>) | undefined;
  /** What the person asked for that is running or waits for its turn, by the name of its control. */
  readonly #wanted = new Set<string>();
  #turn: Promise<void> = Promise.resolve();
  /** True where another tab changed something while the person was at a dialog here. */
  #isBehind = false;

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
    });
  }

  /** What the parts of this page share, of which some come only when they are asked for. */
  get #page(): ListPage {
    return {
      root: this,
      store: this.#store as AssessmentStore,
      instrument: pageData<Instrument>(this, 'instrument'),
      list: this.#list,
      run: (name, work) => this.#run(name, work),
      attempt: (change) => this.#attempt(change),
      changed: (...ids) => this.#changed(...ids),
      say: (text, undo) => this.#say(text, undo),
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
    void act(need(this, '[data-faults]'), async () => {
      // A part that did not come is asked for again with the next file.
      this.#incoming ??= import('./incoming-view.ts').then(
        ({ IncomingView }) => new IncomingView(() => this.#page),
        (error: unknown) => {
          this.#incoming = undefined;
          throw error;
        },
      );
      await (await this.#incoming).open(files);
    });
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
      await act(faults, work);
      this.#wanted.delete(name);
      if (this.#wanted.size > 0 || !this.#isBehind) return;
      this.#isBehind = false;
      await start(this, () => this.#read());
    });
    return this.#turn;
  }

  async #attempt<T>(change: () => Promise<T>): Promise<{ readonly value: T } | null> {
    try {
      return { value: await change() };
    } catch (error) {
      const refusal = toStorageError(error);
      showChangeFault(need(this, '[data-faults]'), refusal);
      // The list that the person saw is no longer what is stored.
      if (refusal.fault === 'interrupted' || refusal.fault === 'closed') await this.#read();
      return null;
    }
  }

  async #changed(...ids: string[]): Promise<void> {
    for (const id of ids) this.#tell(id);
    await this.#read();
  }

  async #read(): Promise<void> {
    const store = this.#store as AssessmentStore;
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    try {
      const { headers, damage } = await store.list();
      const loaded = (await Promise.all(headers.map(({ id }) => store.load(id)))).filter((each) => each !== null);
      const [copies, kept, aside] = [await listCopies(store), await listKept(store), await store.countSetAside()];
      showDamage(notices, [...damage, ...loaded.flatMap((each) => each.damage)], store);
      this.#list = loaded.map(({ assessment }) => assessment);
      this.#copies = copies;
      this.#showCards();
      await this.#showKept(kept);
      await this.#showSetAside(aside);
    } catch (error) {
      showOpenFault(notices, toStorageError(error));
      return;
    }
    await (await this.#incoming)?.show();
    const form = document.querySelector<HTMLDetailsElement>('[data-start]');
    if (form && this.#list.length > 0 && !form.contains(document.activeElement)) form.open = false;
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
        ...this.#list.map((assessment) =>
          assessmentCard(template, assessment, {
            sections: instrument.sections,
            copy: this.#copies.get(assessment.id) ?? null,
            now,
            run: (action) => void this.#run(`${action} ${assessment.id}`, () => this.#act(action, assessment.id)),
          }),
        ),
      );
      for (const details of place.querySelectorAll('details')) {
        details.open = opened.has(details.closest<HTMLElement>('section')?.dataset['assessment']);
      }
    });
    need(this, '[data-list]').hidden = this.#list.length === 0;
    need(this, '[data-copy-all]').hidden = this.#list.length < 2;
    need(this, '[data-compare]').hidden = this.#list.length < 2;
  }

  async #showKept(kept: readonly Kept[]): Promise<void> {
    const place = need(this, '[data-kept]');
    if (kept.length === 0 && place.hidden) return;
    const { showKept } = await import('./kept-list.ts');
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
  async #showSetAside(count: number): Promise<void> {
    const place = need(this, '[data-set-aside]');
    if (count === 0 && place.hidden) return;
    const { SetAsideView } = await import('./set-aside-view.ts');
    await new SetAsideView(this.#page).show();
  }

  #showPersistence(state: Awaited<ReturnType<typeof persistence>>): void {
    need(this, '[data-persistence]').textContent = persistenceText[state];
    need(this, '[data-persist]').hidden = state !== 'mayErase';
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
    this.#say(`Se guardó ${fileName} en su carpeta de descargas.`);
  }

  /** Does what the person chose of one card, with what is stored now, which may be newer than the card. */
  async #act(action: CardAction, id: string): Promise<void> {
    const read = await this.#attempt(() => (this.#store as AssessmentStore).load(id));
    if (!read) return;
    if (!read.value) {
      await this.#read();
      this.#say('Esa autoevaluación ya no está en la lista: se borró, quizá en otra pestaña. Se conserva más abajo.');
      return;
    }
    const { assessment } = read.value;
    if (action === 'copy-file') return this.#save(assessment);
    if (action === 'delete') return this.#delete(assessment);
    const actions = await import('./card-actions.ts');
    const rest: Record<Exclude<CardAction, 'copy-file' | 'delete'>, typeof actions.rename> = {
      workbook: actions.saveBook,
      duplicate: actions.duplicate,
      rename: actions.rename,
      close: actions.closeAssessment,
      reopen: actions.reopen,
    };
    await rest[action](this.#page, assessment);
  }

  async #save(assessment: Assessment): Promise<void> {
    const fileName = downloadAssessment(assessment);
    const { id, revision } = assessment;
    await this.#noteCopies([{ id, revision }], fileName);
  }

  async #saveAll(): Promise<void> {
    const { store } = this.#page;
    const { assessmentsToZip } = await import('../../formats/archive.ts');
    const read = await this.#attempt(() => Promise.all(this.#list.map(({ id }) => store.load(id))));
    if (!read) return;
    const all = read.value.flatMap((each) => (each ? [each.assessment] : []));
    const fileName = `autoevaluaciones-${new Date().toISOString().slice(0, 10)}.zip`;
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
    const done = await this.#attempt(() => this.#page.store.remove(assessment.id, new Date().toISOString()));
    if (!done) return;
    await this.#changed(assessment.id);
    this.#say(`Se borró de la lista: ${assessmentShort(assessment)}.`, () => this.#bringBack(done.value));
  }

  async #bringBack(key: number): Promise<void> {
    const done = await this.#attempt(() => restore(this.#page.store, key, newId(), new Date().toISOString()));
    if (!done) return;
    const id = done.value;
    if (id === null) {
      await this.#read();
      this.#say('Esa copia ya no se conserva: se borró del todo o se recuperó, quizá en otra pestaña.');
      return;
    }
    await this.#changed(id);
    const back = this.#list.find((each) => each.id === id);
    this.#say(back ? `Quedó como estaba: ${assessmentShort(back)}.` : 'Quedó como estaba.');
  }

  async #discard({ key, assessment }: Kept): Promise<void> {
    const { askSure } = await import('./dialogs.ts');
    const isSure = await askSure(
      this,
      'discard',
      `Esta copia de ${assessmentShort(assessment)} se borra de este navegador y no se puede recuperar. La de la lista, si está, no cambia.`,
    );
    if (!isSure || !(await this.#attempt(() => discard(this.#page.store, key)))) return;
    await this.#read();
    this.#say('Se borró del todo esa copia.');
  }
}

customElements.define('gel-assessments', GelAssessmentsElement);

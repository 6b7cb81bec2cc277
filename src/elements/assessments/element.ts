import { assessmentShort } from '../../copy/assessments.ts';
import { closedNow, closeAbout, labelTooLong, responsibleProblem } from '../../copy/closing.ts';
import { longDate } from '../../copy/dates.ts';
import { persistenceText } from '../../copy/storage.ts';
import { copyOf, type Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { score } from '../../domain/scoring.ts';
import { LIMITS } from '../../schemas/assessment-file.ts';
import { AssessmentStore, type Kept } from '../../storage/assessment-store.ts';
import { toStorageError, type CopyRecord } from '../../storage/database.ts';
import { openNotices } from '../../storage/notices.ts';
import { closeVersion } from '../page/close-version.ts';
import { need, pageData } from '../page/dom.ts';
import { downloadAssessment, downloadBytes } from '../page/download.ts';
import { newId } from '../page/new-id.ts';
import { showNotice } from '../page/notice-box.ts';
import { showDamage, showOpenFault } from '../page/notice.ts';
import { start } from '../page/start.ts';
import { askPersistence, persistence } from '../page/persistence.ts';
import { assessmentCard, type CardAction } from './card.ts';
import { askDate, askSure, askText } from './dialogs.ts';
import { incomingPanel, isPlainAddition, outcomeText, type Choice } from './incoming.ts';
import { showKept } from './kept-list.ts';
import { readFiles, type Incoming } from './reading.ts';
import { relationOf } from './relation.ts';

type Read = Extract<Incoming, { kind: 'read' }>;

/** `<gel-assessments>`: the assessments of this browser, what can be done with each, and the files that are opened. */
export class GelAssessmentsElement extends HTMLElement {
  #store: AssessmentStore | undefined;
  #list: readonly Assessment[] = [];
  #copies: ReadonlyMap<string, CopyRecord> = new Map();
  #incoming: readonly Read[] = [];
  #tell: (id: string) => void = () => undefined;
  #undo: (() => Promise<void>) | undefined;

  connectedCallback(): void {
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
    void start(this, async () => {
      const store = await this.#guard(() => AssessmentStore.open());
      if (!store) return;
      this.#store = store;
      const channel = openNotices(() => void start(this, () => this.#read()));
      this.#tell = (assessmentId) => channel.tell({ assessmentId });
      this.#listen();
      await this.#read();
      await this.#showPersistence(await persistence());
    });
  }

  #listen(): void {
    const input = need<HTMLInputElement>(this, '[data-open-file]');
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      void start(this, () => this.#open(files));
    });
    input.disabled = false;
    this.#acceptDrops();
    need(this, '[data-undo]').addEventListener('click', () => void start(this, async () => this.#undo?.()));
    need(this, '[data-copy-all]').addEventListener('click', () => void start(this, () => this.#saveAll()));
    need(this, '[data-add-all]').addEventListener('click', () => void start(this, () => this.#addAll()));
    need(this, '[data-persist]').addEventListener(
      'click',
      () => void start(this, async () => this.#showPersistence(await askPersistence())),
    );
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
      void start(this, () => this.#open([...(event.dataTransfer?.files ?? [])]));
    });
  }

  /** Runs a call to the database; where it refuses, says so and gives null. */
  async #guard<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      showOpenFault(need(this, '[data-notices]'), toStorageError(error));
      return null;
    }
  }

  async #read(): Promise<void> {
    const store = this.#store as AssessmentStore;
    const stored = await this.#guard(async () => {
      const { headers, damage } = await store.list();
      const loaded = await Promise.all(headers.map(({ id }) => store.load(id)));
      const [copies, kept] = [await store.copies(), await store.kept()];
      return { loaded: loaded.filter((each) => each !== null), damage, copies, kept };
    });
    if (!stored) return;
    const notices = need(this, '[data-notices]');
    notices.replaceChildren();
    showDamage(notices, [...stored.damage, ...stored.loaded.flatMap(({ damage }) => damage)], store);
    this.#list = stored.loaded.map(({ assessment }) => assessment);
    this.#copies = stored.copies;
    this.#showCards();
    showKept(need(this, '[data-kept]'), stored.kept, {
      restore: (kept) => void start(this, () => this.#restore(kept)),
      save: ({ assessment }) => downloadAssessment(assessment),
      discard: (kept) => void start(this, () => this.#discard(kept)),
    });
    if (this.#incoming.length > 0) this.#showIncoming();
    const form = document.querySelector<HTMLDetailsElement>('[data-start]');
    if (form && this.#list.length > 0 && !form.contains(document.activeElement)) form.open = false;
  }

  get #instrument(): Instrument {
    return pageData<Instrument>(this, 'instrument');
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
    const { sections } = this.#instrument;
    const now = new Date().toISOString();
    place.replaceChildren(
      ...this.#list.map((assessment) =>
        assessmentCard(template, assessment, {
          sections,
          copy: this.#copies.get(assessment.id) ?? null,
          now,
          run: (action) => void start(this, () => this.#run(action, assessment.id)),
        }),
      ),
    );
    for (const details of place.querySelectorAll('details')) {
      details.open = opened.has(details.closest<HTMLElement>('section')?.dataset['assessment']);
    }
    need(this, '[data-list]').hidden = this.#list.length === 0;
    need(this, '[data-copy-all]').hidden = this.#list.length < 2;
    need(this, '[data-compare]').hidden = this.#list.length < 2;
  }

  #showPersistence(state: Awaited<ReturnType<typeof persistence>>): void {
    need(this, '[data-persistence]').textContent = persistenceText[state];
    need(this, '[data-persist]').hidden = state !== 'mayErase';
  }

  /** Says what was done, with the way back where there is one. */
  #say(text: string, undo?: () => Promise<void>): void {
    const box = need(this, '[data-outcome]');
    box.hidden = false;
    need(box, '[data-outcome-text]').textContent = text;
    need(box, '[data-undo]').hidden = undo === undefined;
    this.#undo = undo;
    box.scrollIntoView({ block: 'nearest' });
  }

  /** Reads one assessment as it is stored now, which may be newer than its card. Says so where it is gone. */
  async #load(id: string): Promise<Assessment | null> {
    const loaded = await this.#guard(() => (this.#store as AssessmentStore).load(id));
    if (!loaded) await this.#read();
    return loaded?.assessment ?? null;
  }

  async #run(action: CardAction, id: string): Promise<void> {
    const assessment = await this.#load(id);
    if (!assessment) return;
    const runs: Record<CardAction, () => Promise<void>> = {
      'copy-file': () => this.#save(assessment),
      workbook: () => this.#saveBook(assessment),
      duplicate: () => this.#duplicate(assessment),
      rename: () => this.#rename(assessment),
      close: () => this.#close(assessment),
      reopen: () => this.#copy(assessment, assessment.cutoffDate, 'Se reabrió como copia'),
      delete: () => this.#delete(assessment),
    };
    await runs[action]();
  }

  /** After a change: the other tabs, then the list. */
  async #changed(id: string): Promise<void> {
    this.#tell(id);
    await this.#read();
  }

  async #save(assessment: Assessment): Promise<void> {
    const store = this.#store as AssessmentStore;
    const fileName = downloadAssessment(assessment);
    const at = new Date().toISOString();
    await this.#guard(() => store.noteCopy(assessment.id, { at, revision: assessment.revision, fileName }));
    await this.#read();
  }

  async #saveBook(assessment: Assessment): Promise<void> {
    const { assessmentWorkbook, workbookFileName, WORKBOOK_TYPE } =
      await import('../../formats/assessment-workbook.ts');
    const bytes = await assessmentWorkbook(this.#instrument, assessment);
    downloadBytes(workbookFileName(assessment), bytes, WORKBOOK_TYPE);
  }

  async #saveAll(): Promise<void> {
    const store = this.#store as AssessmentStore;
    const { assessmentsToZip } = await import('../../formats/archive.ts');
    const all = (await Promise.all(this.#list.map(({ id }) => this.#load(id)))).filter((each) => each !== null);
    const at = new Date().toISOString();
    const fileName = `autoevaluaciones-${at.slice(0, 10)}.zip`;
    downloadBytes(fileName, assessmentsToZip(all));
    for (const { id, revision } of all) await this.#guard(() => store.noteCopy(id, { at, revision, fileName }));
    await this.#read();
  }

  async #duplicate(assessment: Assessment): Promise<void> {
    const date = await askDate(
      this,
      'duplicate',
      `Se copian las respuestas, observaciones y evidencias de ${assessmentShort(assessment)}. La original no cambia.`,
    );
    if (date !== null) await this.#copy(assessment, date, 'Se duplicó');
  }

  async #copy(assessment: Assessment, cutoffDate: string, what: string): Promise<void> {
    const store = this.#store as AssessmentStore;
    const label = this.#freeLabel(assessment, cutoffDate);
    const copy = copyOf(assessment, { id: newId(), now: new Date().toISOString(), cutoffDate, label });
    if ((await this.#guard(() => store.create(copy).then(() => true))) === null) return;
    await this.#changed(copy.id);
    this.#say(`${what}: ${assessmentShort(copy)}. La original no cambió.`, async () => {
      await this.#guard(() => store.remove(copy.id, new Date().toISOString()));
      await this.#changed(copy.id);
      this.#say('Se quitó la copia de la lista.');
    });
  }

  /** A label that tells a copy from those of the same entity and date: «copia», «copia 2». */
  #freeLabel({ entity, label }: Assessment, cutoffDate: string): string {
    const taken = new Set(
      this.#list
        .filter((each) => each.cutoffDate === cutoffDate && each.entity.name === entity.name)
        .map((each) => each.label),
    );
    if (!taken.has(label)) return label;
    for (let number = 1; ; number += 1) {
      const next = number === 1 ? 'copia' : `copia ${number}`;
      if (!taken.has(next)) return next;
    }
  }

  async #rename(assessment: Assessment): Promise<void> {
    const store = this.#store as AssessmentStore;
    const label = await askText(this, 'rename', {
      about: '',
      text: assessment.label,
      wrong: (text) => (text.length > LIMITS.label ? labelTooLong(text.length) : ''),
    });
    if (label === null || label === assessment.label) return;
    const rename = (to: string) => this.#guard(() => store.saveLabel(assessment.id, to, new Date().toISOString()));
    await rename(label);
    await this.#changed(assessment.id);
    this.#say(label === '' ? 'Se quitó el nombre.' : `Ahora se llama «${label}».`, async () => {
      await rename(assessment.label);
      await this.#changed(assessment.id);
      this.#say('El nombre quedó como estaba.');
    });
  }

  async #close(assessment: Assessment): Promise<void> {
    const pending = score(this.#instrument.sections, assessment.answers).reduce(
      (sum, { counts }) => sum + counts.pending,
      0,
    );
    const { name, position } = assessment.entity.contact;
    const responsible = await askText(this, 'close', {
      about: closeAbout(assessmentShort(assessment), pending),
      text: [name, position].filter((part) => part !== '').join(', '),
      wrong: responsibleProblem,
    });
    if (responsible === null) return;
    const store = this.#store as AssessmentStore;
    const closed = await this.#guard(() => closeVersion(store, assessment.id, responsible));
    if (!closed) {
      this.#say(
        'La versión no se cerró y nada cambió. Si otra pestaña la está cambiando, ciérrela y vuelva a intentarlo.',
      );
      return;
    }
    await this.#changed(closed.id);
    this.#say(closedNow(longDate(closed.closing?.date ?? ''), closed.closing?.digest ?? ''));
  }

  async #delete(assessment: Assessment): Promise<void> {
    const store = this.#store as AssessmentStore;
    const key = await this.#guard(() => store.remove(assessment.id, new Date().toISOString()));
    if (key === null) return;
    await this.#changed(assessment.id);
    this.#say(`Se borró de la lista: ${assessmentShort(assessment)}.`, () => this.#bringBack(key));
  }

  async #bringBack(key: number): Promise<void> {
    const store = this.#store as AssessmentStore;
    const id = await this.#guard(() => store.restore(key, newId(), new Date().toISOString()));
    if (id === null) return;
    await this.#changed(id);
    const back = this.#list.find((each) => each.id === id);
    this.#say(back ? `Quedó como estaba: ${assessmentShort(back)}.` : 'Quedó como estaba.');
  }

  #restore(kept: Kept): Promise<void> {
    return this.#bringBack(kept.key);
  }

  async #discard({ key, assessment }: Kept): Promise<void> {
    const store = this.#store as AssessmentStore;
    const isSure = await askSure(
      this,
      'discard',
      `Esta copia de ${assessmentShort(assessment)} se borra de este navegador y no se puede recuperar. La de la lista, si está, no cambia.`,
    );
    if (!isSure) return;
    await this.#guard(() => store.discard(key));
    await this.#read();
    this.#say('Se borró del todo esa copia.');
  }

  /** Reads the files and shows what each brings; nothing that is stored changes before the person chooses. */
  async #open(files: readonly File[]): Promise<void> {
    const read = await readFiles(files, this.#instrument.sections);
    const notices = need(this, '[data-file-notices]');
    notices.replaceChildren();
    for (const each of read) if (each.kind === 'refused') showNotice(notices, each.message);
    this.#incoming = read.filter((each) => each.kind === 'read');
    this.#showIncoming();
    const first = need(this, '[data-incoming]').querySelector<HTMLElement>('section');
    (first ?? notices).scrollIntoView({ block: 'nearest' });
    first?.focus({ preventScroll: true });
  }

  #showIncoming(): void {
    const template = need<HTMLTemplateElement>(this, '[data-incoming-template]');
    const { sections } = this.#instrument;
    const related = this.#incoming.map((read) => ({ read, relation: relationOf(read.assessment, this.#list) }));
    need(this, '[data-incoming]').replaceChildren(
      ...related.map(({ read, relation }) =>
        incomingPanel(template, read, relation, {
          sections,
          choose: (choice) => void start(this, () => this.#choose(choice, read)),
        }),
      ),
    );
    const additions = related.filter(({ relation }) => isPlainAddition(relation)).length;
    need(this, '[data-add-all-line]').hidden = additions < 2;
    need(this, '[data-add-all]').textContent = `Agregar las ${additions} que no están en la lista`;
  }

  #settled(read: Read): void {
    this.#incoming = this.#incoming.filter((each) => each !== read);
    this.#showIncoming();
  }

  async #choose(choice: Choice, read: Read): Promise<void> {
    const store = this.#store as AssessmentStore;
    const { assessment } = read;
    const now = new Date().toISOString();
    if (choice === 'leave') return this.#settled(read);
    if (choice === 'add') {
      const done = await this.#guard(() => store.addCopy(assessment, newId()));
      if (!done) return;
      this.#settled(read);
      await this.#changed(done.id);
      this.#say(outcomeText('add', assessment, done.isCopy), async () => {
        await this.#guard(() => store.remove(done.id, new Date().toISOString()));
        await this.#changed(done.id);
        this.#say('Se quitó de la lista lo que trajo el archivo.');
      });
      return;
    }
    const relation = relationOf(assessment, this.#list);
    if (relation.kind === 'new') return this.#showIncoming();
    if (choice === 'merge') {
      const key = await this.#guard(() => store.keep(assessment, 'received', now));
      if (key === null) return;
      const url = new URL(this.dataset['merge'] ?? '.', location.href);
      url.searchParams.set('id', relation.present.id);
      url.searchParams.set('con', String(key));
      location.assign(url);
      return;
    }
    const key = await this.#guard(() => store.replace(assessment, relation.present.revision, 'replaced', now));
    await this.#changed(assessment.id);
    if (key === null) {
      // Another tab changed it after the person saw it: what they now see is the present state, to choose again.
      this.#say('No se reemplazó: la de la lista acaba de cambiar en otra pestaña. Revise y escoja de nuevo.');
      return;
    }
    this.#settled(read);
    this.#say(outcomeText('replace', assessment, false), () => this.#bringBack(key));
  }

  async #addAll(): Promise<void> {
    const store = this.#store as AssessmentStore;
    const added: string[] = [];
    for (const read of this.#incoming) {
      if (!isPlainAddition(relationOf(read.assessment, this.#list))) continue;
      const done = await this.#guard(() => store.addCopy(read.assessment, newId()));
      if (!done) break;
      this.#incoming = this.#incoming.filter((each) => each !== read);
      added.push(done.id);
      this.#tell(done.id);
    }
    await this.#read();
    this.#showIncoming();
    this.#say(`Se agregaron ${added.length} a la lista. Nada de lo que había cambió.`, async () => {
      for (const id of added) await this.#guard(() => store.remove(id, new Date().toISOString()));
      await this.#read();
      this.#say('Se quitaron de la lista.');
    });
  }
}

customElements.define('gel-assessments', GelAssessmentsElement);

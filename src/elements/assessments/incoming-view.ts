import { assessmentShort } from '../../copy/assessments.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../domain/instrument.ts';
import { need, pageData } from '../page/dom.ts';
import { keepFocus } from '../page/keep-focus.ts';
import { newId } from '../page/new-id.ts';
import { showNotice } from '../page/notice-box.ts';
import { start } from '../page/start.ts';
import { incomingPanel, isPlainAddition, outcomeText, type Choice } from './incoming.ts';
import type { ListPage } from './list-page.ts';
import { readFiles, type Incoming } from './reading.ts';
import { relationOf } from './relation.ts';
import { keep } from '../../storage/kept.ts';

type Read = Extract<Incoming, { kind: 'read' }>;

/** The files that were opened and wait for the person's choice; nothing that is stored changes before it. */
export class IncomingView {
  readonly #give: () => ListPage;
  #waiting: readonly Read[] = [];
  /** A number for each file, so that its panel keeps the focus when it is drawn anew. */
  readonly #numbers = new Map<Read, number>();

  /** Takes what gives the list as it is at the moment. */
  constructor(give: () => ListPage) {
    this.#give = give;
  }

  get #page(): ListPage {
    return this.#give();
  }

  /** Reads files and shows what each brings, below those that still wait. */
  async open(files: readonly File[]): Promise<void> {
    const { root, instrument } = this.#page;
    const all = await readFiles(files, instrument, root);
    const notices = need(root, '[data-file-notices]');
    notices.replaceChildren();
    for (const each of all) if (each.kind === 'refused') showNotice(notices, each.message);
    const read = all.filter((each) => each.kind === 'read');
    const texts = new Set(read.map(textOf));
    // The same file opened again takes the place of its own panel; no other one is dropped.
    this.#waiting = [...this.#waiting.filter((each) => !texts.has(textOf(each))), ...read];
    for (const each of read) this.#numbers.set(each, this.#numbers.size);
    this.show();
    const first = read[0] && this.#panel(read[0]);
    (first ?? notices).scrollIntoView({ block: 'nearest' });
    first?.focus({ preventScroll: true });
  }

  /** Draws the panels anew, each against the list as it is now. */
  show(): void {
    const { root, instrument, list, run } = this.#page;
    const template = need<HTMLTemplateElement>(root, '[data-incoming-template]');
    const related = this.#waiting.map((read) => ({ read, relation: relationOf(read.assessment, list) }));
    const place = need(root, '[data-incoming]');
    keepFocus(place, () => {
      place.replaceChildren(
        ...related.map(({ read, relation }) => {
          const choose = (choice: Choice): void =>
            void run(`${choice} ${this.#ownerOf(read)}`, () => this.#choose(choice, read));
          const panel = incomingPanel(template, read, relation, { sections: instrument.sections, choose });
          panel.dataset['owner'] = this.#ownerOf(read);
          void start(root, () => sayCrossing(panel, root, read.assessment, instrument));
          return panel;
        }),
      );
    });
    const additions = related.filter(({ relation }) => isPlainAddition(relation)).length;
    need(root, '[data-add-all-line]').hidden = additions < 2;
    need(root, '[data-add-all]').textContent = `Agregar las ${additions} que no están en la lista`;
  }

  #ownerOf(read: Read): string {
    return `file-${this.#numbers.get(read) ?? 0}`;
  }

  #panel(read: Read): HTMLElement | null {
    return this.#page.root.querySelector(`[data-owner="${this.#ownerOf(read)}"]`);
  }

  #settled(read: Read): void {
    this.#waiting = this.#waiting.filter((each) => each !== read);
    this.show();
  }

  async #choose(choice: Choice, read: Read): Promise<void> {
    if (choice === 'leave') this.#leave(read);
    else if (choice === 'add') await this.#add(read);
    else {
      const relation = relationOf(read.assessment, this.#page.list);
      if (relation.kind === 'new') this.#page.say('La de la lista ya no está: revise de nuevo lo que trae el archivo.');
      else if (choice === 'merge') await this.#merge(read, relation.present);
      else await this.#replace(read, relation.present);
    }
  }

  #leave(read: Read): void {
    this.#settled(read);
    const next = this.#waiting[0];
    const rest = next ? this.#panel(next) : need(this.#page.root, '[data-open-file]');
    rest?.focus();
  }

  async #add(read: Read): Promise<void> {
    const { store, attempt, changed, say } = this.#page;
    const { assessment } = read;
    const done = await attempt(() => store.addCopy(assessment, newId(), copiedAs(read)));
    if (!done) return;
    const { id, isCopy } = done.value;
    this.#settled(read);
    await changed(id);
    say(outcomeText('add', assessment, isCopy), async () => {
      if (!(await attempt(() => store.remove(id, new Date().toISOString())))) return;
      await changed(id);
      say('Se quitó de la lista lo que trajo el archivo.');
    });
  }

  async #merge({ assessment }: Read, present: Assessment): Promise<void> {
    const { root, store, attempt } = this.#page;
    const done = await attempt(() => keep(store, assessment, 'received', new Date().toISOString()));
    if (!done) return;
    const url = new URL(root.dataset['merge'] ?? '.', location.href);
    url.searchParams.set('id', present.id);
    url.searchParams.set('con', String(done.value));
    location.assign(url);
  }

  async #replace(read: Read, present: Assessment): Promise<void> {
    const { store, attempt, changed, say, bringBack } = this.#page;
    const input = { seenRevision: present.revision, reason: 'replaced', now: new Date().toISOString() } as const;
    const done = await attempt(() => store.replace(read.assessment, input));
    if (!done) return;
    const key = done.value;
    if (key !== null) this.#settled(read);
    await changed(present.id);
    // Another tab changed it after the person saw it: what they now see is the present state, to choose again.
    if (key === null) {
      say(
        `No se reemplazó ${assessmentShort(present)}: acaba de cambiar en otra pestaña. Revise lo que trae el archivo y escoja de nuevo.`,
      );
    } else say(outcomeText('replace', read.assessment, false), () => bringBack(key));
  }

  /** Adds at once everything that is new to the list. */
  async addAll(): Promise<void> {
    const { store, list, attempt, changed, say } = this.#page;
    const added: Assessment[] = [];
    for (const read of this.#waiting) {
      if (!isPlainAddition(relationOf(read.assessment, [...list, ...added]))) continue;
      const done = await attempt(() => store.addCopy(read.assessment, newId(), copiedAs(read)));
      // What was added stays, and what could not be added still waits, with the reason on the page.
      if (!done) break;
      this.#waiting = this.#waiting.filter((each) => each !== read);
      added.push(read.assessment);
    }
    this.show();
    if (added.length === 0) return;
    const ids = added.map(({ id }) => id);
    await changed(...ids);
    say(`Se agregaron ${added.length} a la lista. Nada de lo que había cambió.`, async () => {
      for (const id of ids) {
        if (!(await attempt(() => store.remove(id, new Date().toISOString())))) return changed(...ids);
      }
      await changed(...ids);
      say('Se quitaron de la lista.');
    });
  }
}

/** Where a file comes from an earlier version of the instrument: says what it loses and gains in being read here. */
async function sayCrossing(
  panel: HTMLElement,
  root: HTMLElement,
  assessment: Assessment,
  instrument: Instrument,
): Promise<void> {
  const { version } = assessment.instrument;
  if (version === instrument.version || !Object.hasOwn(pageData<object>(root, 'earlier'), version)) return;
  const { crossingSentences } = await import('./incoming-version.ts');
  const place = need(panel, '[data-crossing]');
  place.textContent = (await crossingSentences(root, assessment, instrument)).join(' ');
  place.hidden = false;
}

/** What is the same in two openings of one file. */
function textOf({ name, assessment }: Read): string {
  return JSON.stringify([name, assessment]);
}

/** A file of our own is a copy of what it brings; a workbook does not hold everything. */
function copiedAs({ name, changed }: Read): { fileName: string; at: string } | null {
  return changed === null ? { fileName: name, at: new Date().toISOString() } : null;
}

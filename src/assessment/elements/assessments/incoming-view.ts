import { openingRefused, RefusedFiles } from '../../copy/files.ts';
import {
  addAllLabel,
  broughtTakenOut,
  notReplaced,
  outcomeText,
  presentGone,
  readingProgress,
  waitingRest,
} from '../../copy/incoming.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { assessmentIn } from '../../file/assessment-brief.ts';
import type { EarlierVersions } from '../../../instrument/earlier-version.ts';
import { FileOpener, type ReadFile } from '../../opening/file-opener.ts';
import { keep, removeAssessment } from '../../storage/kept.ts';
import { part } from '../../../kit/browser/part.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { showListNotice } from '../../../kit/browser/list-notice.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { show } from '../page/start.ts';
import { addAll } from './add-all.ts';
import { copiedAs, incomingPanel, isPlainAddition, type Choice } from './incoming.ts';
import type { ListPage } from './list-page.ts';
import { relationOf } from './relation.ts';
import { addCopy } from '../../storage/adding.ts';
import { replaceAssessment } from '../../storage/replacing.ts';
import { withAssessment } from '../page/keep-assessment.ts';

/** The most panels that are drawn at once; the other files wait for these. */
const MOST_SHOWN = 50;
/** How often it is said how far the reading is, in milliseconds: what is read sooner needs no word. */
const PROGRESS_EVERY = 1500;

/** The files that were opened and wait for the person's choice; nothing that is stored changes before it. */
export class IncomingView {
  readonly #give: () => ListPage;
  #waiting: readonly ReadFile[] = [];
  /** Those of them that «Agregar las …» speaks of, as the person sees it. */
  #additions: readonly ReadFile[] = [];
  /** A number for each file, so that its panel keeps the focus when it is drawn anew. */
  readonly #numbers = new WeakMap<ReadFile, number>();
  /** Those whose letters were guessed, and the person has said that they read well. */
  readonly #accepted = new WeakSet<ReadFile>();
  #lastNumber = 0;
  /** How often the panels were drawn. */
  #drawings = 0;
  /** What is being read, and how many openings there are that are not over. */
  #reading: Promise<void> = Promise.resolve();
  #readings = 0;

  /** Takes what gives the list as it is at the moment. */
  constructor(give: () => ListPage) {
    this.#give = give;
    need(give().root, '[data-add-all]').addEventListener('click', () => {
      // What it adds is what stood beside it when it was pressed, whatever is done before its turn comes.
      const wanted = this.#additions;
      void this.#page.run('add all', () => this.#addAll(wanted));
    });
  }

  get #page(): ListPage {
    return this.#give();
  }

  /** Reads files and shows what each brings, below those that still wait; files that come meanwhile wait their turn. */
  open(files: readonly File[]): Promise<void> {
    if (this.#readings === 0) need(this.#page.root, '[data-file-notices]').replaceChildren();
    this.#readings += 1;
    const turn = this.#reading.then(() => this.#openNow(files));
    this.#reading = turn
      .catch(() => undefined)
      .then(() => {
        this.#readings -= 1;
      });
    return turn;
  }

  async #openNow(files: readonly File[]): Promise<void> {
    const { root } = this.#page;
    const { read, refused } = await this.#read(files);
    const notices = need(root, '[data-file-notices]');
    const { message } = refused;
    if (message) showListNotice(notices, message, refused.summary, refused.groups);
    // The same file opened again takes the place of its own panel; no other one is dropped.
    const again = new Set(read.map(sign));
    this.#waiting = [...this.#waiting.filter((each) => !again.has(sign(each))), ...read];
    for (const each of read) this.#numbers.set(each, (this.#lastNumber += 1));
    await this.show();
    const first = read[0] && this.#panel(read[0]);
    (first ?? notices).scrollIntoView({ block: 'nearest' });
    first?.focus({ preventScroll: true });
  }

  /** Reads files one after another, and says how far it is where that takes a while. */
  async #read(files: readonly File[]): Promise<{ read: ReadFile[]; refused: RefusedFiles }> {
    const { root, instrument, opening } = this.#page;
    const [read, refused]: [ReadFile[], RefusedFiles] = [[], new RefusedFiles(instrument.version)];
    const progress = need(root, '[data-reading]');
    const opener = new FileOpener(await opening(), instrument.sections, pageData<EarlierVersions>(root, 'earlier'));
    let [said, done] = [performance.now(), 0];
    try {
      for await (const { opened, isDone } of opener.open(files)) {
        for (const each of opened) {
          if (each.kind === 'read') read.push(each);
          else refused.add(each.name, each.why);
        }
        if (isDone) done += 1;
        if (performance.now() - said < PROGRESS_EVERY) continue;
        said = performance.now();
        progress.textContent = readingProgress(done, files.length);
      }
    } finally {
      opener.end();
      progress.textContent = '';
    }
    return { read, refused };
  }

  /** Draws the panels anew, each against the list as it is now. */
  async show(): Promise<void> {
    const { root, instrument, list, run } = this.#page;
    const template = need<HTMLTemplateElement>(root, '[data-incoming-template]');
    this.#drawings += 1;
    const drawing = this.#drawings;
    const related = await Promise.all(
      this.#waiting.map(async (read) => ({ read, relation: await relationOf(read, list) })),
    );
    // It was drawn again meanwhile, from what is newer.
    if (drawing !== this.#drawings) return;
    const place = need(root, '[data-incoming]');
    keepFocus(place, () => {
      place.replaceChildren(
        ...related.slice(0, MOST_SHOWN).map(({ read, relation }) => {
          const choose = (choice: Choice): void =>
            void run(`${choice} ${this.#ownerOf(read)}`, () => this.#choose(choice, read));
          const panel = incomingPanel(template, read, relation, {
            sections: instrument.sections,
            isAccepted: this.#isAccepted(read),
            choose,
          });
          panel.dataset['owner'] = this.#ownerOf(read);
          void show(need(panel, '[data-crossing-faults]'), () => sayCrossing(panel, root, read, instrument));
          return panel;
        }),
      );
    });
    const rest = need(root, '[data-waiting-rest]');
    rest.hidden = related.length <= MOST_SHOWN;
    rest.textContent = waitingRest(related.length - MOST_SHOWN);
    this.#additions = related
      .filter(({ read, relation }) => isPlainAddition(relation, this.#isAccepted(read)))
      .map(({ read }) => read);
    need(root, '[data-add-all-line]').hidden = this.#additions.length < 2;
    need(root, '[data-add-all]').textContent = addAllLabel(this.#additions.length);
  }

  #isAccepted(read: ReadFile): boolean {
    return read.guessed === null || this.#accepted.has(read);
  }

  #ownerOf(read: ReadFile): string {
    return `file-${this.#numbers.get(read) ?? 0}`;
  }

  #panel(read: ReadFile): HTMLElement | null {
    return this.#page.root.querySelector(`[data-owner="${this.#ownerOf(read)}"]`);
  }

  #settled(read: ReadFile): Promise<void> {
    this.#waiting = this.#waiting.filter((each) => each !== read);
    return this.show();
  }

  async #choose(choice: Choice, read: ReadFile): Promise<void> {
    if (choice === 'leave') return this.#leave(read);
    if (choice === 'accept') return this.#accept(read);
    const { say, root, list, instrument } = this.#page;
    let assessment: Assessment;
    try {
      assessment = await assessmentIn(read.content);
    } catch (error) {
      // The browser kept it on a disk that is full or gone.
      if (!(error instanceof DOMException)) throw error;
      const why = { of: 'file', refusal: { kind: 'unreadable' } } as const;
      showNotice(need(root, '[data-faults]'), openingRefused(read.name, why, instrument.version));
      return;
    }
    if (choice === 'add') return this.#add(read, assessment);
    const relation = await relationOf(read, list);
    if (relation.kind === 'new') say(presentGone);
    else if (choice === 'merge') await this.#merge(assessment, relation.present);
    else await this.#replace(read, assessment, relation.present);
  }

  async #leave(read: ReadFile): Promise<void> {
    await this.#settled(read);
    const next = this.#waiting[0];
    const rest = next ? this.#panel(next) : need(this.#page.root, '[data-open-file]');
    rest?.focus();
  }

  async #accept(read: ReadFile): Promise<void> {
    this.#accepted.add(read);
    await this.show();
    this.#panel(read)?.focus();
  }

  async #add(read: ReadFile, assessment: Assessment): Promise<void> {
    const { store, attempt, changed, say } = this.#page;
    const done = await attempt(() => addCopy(store, assessment, newId(), copiedAs(read)));
    if (!done) return;
    const { id, isCopy } = done.value;
    await this.#settled(read);
    await changed(id);
    say(outcomeText('add', read.brief, isCopy), async () => {
      if (!(await attempt(() => removeAssessment(store, id, new Date().toISOString())))) return;
      await changed(id);
      say(broughtTakenOut);
    });
  }

  async #merge(assessment: Assessment, present: Assessment): Promise<void> {
    const { root, store, attempt } = this.#page;
    const done = await attempt(() => keep(store, assessment, 'received', new Date().toISOString()));
    if (!done) return;
    location.assign(withAssessment(root.dataset['merge'] ?? '.', present.id, { con: String(done.value) }));
  }

  async #replace(read: ReadFile, assessment: Assessment, present: Assessment): Promise<void> {
    const { store, attempt, changed, say, bringBack } = this.#page;
    const input = { seenRevision: present.revision, reason: 'replaced', now: new Date().toISOString() } as const;
    const done = await attempt(() => replaceAssessment(store, assessment, input));
    if (!done) return;
    const key = done.value;
    if (key !== null) await this.#settled(read);
    await changed(present.id);
    // Another tab changed it after the person saw it: what they now see is the present state, to choose again.
    if (key === null) {
      say(notReplaced(present));
    } else say(outcomeText('replace', read.brief, false), () => bringBack(key));
  }

  /** Adds at once what still waits of these, and says of each that is not added why not. */
  async #addAll(wanted: readonly ReadFile[]): Promise<void> {
    const waiting = wanted.filter((read) => this.#waiting.includes(read));
    await addAll(this.#page, waiting, (read) => {
      this.#waiting = this.#waiting.filter((each) => each !== read);
    });
  }
}

/** Where a file comes from an earlier version of the instrument: says what it loses and gains in being read here. */
async function sayCrossing(
  panel: HTMLElement,
  root: HTMLElement,
  { brief, content }: ReadFile,
  instrument: Instrument,
): Promise<void> {
  const { version } = brief.instrument;
  if (version === instrument.version || !Object.hasOwn(pageData<EarlierVersions>(root, 'earlier'), version)) return;
  const { crossingSentences } = await part(() => import('./incoming-version.ts'));
  const place = need(panel, '[data-crossing]');
  place.textContent = (await crossingSentences(root, await assessmentIn(content), instrument)).join(' ');
  place.hidden = false;
}

/** What is the same in two openings of one file. */
function sign({ name, mark }: ReadFile): string {
  return `${mark} ${name}`;
}

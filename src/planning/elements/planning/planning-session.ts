import type { Assessment } from '../../../assessment/domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { planningOf, type Planning } from '../../domain/planning.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Project } from '../../domain/projects.ts';
import { documentKey, documentOfKey } from '../../../assessment/file/document-key.ts';
import {
  documentRecords,
  readDocuments,
  withDamage,
  writeDocuments,
  type DocumentDamage,
} from '../../file/documents.ts';
import { projectToFile } from '../../file/plan-writing.ts';
import type { Session } from '../../../assessment/work/session.ts';
import { saveDocuments, withIdOf, type SavedDocuments } from '../../storage/document-saving.ts';
import { need, pageData } from '../../../kit/browser/dom.ts';
import { beginSession } from '../../../assessment/elements/page/begin-session.ts';
import { openAssessment, type Opened } from '../../../assessment/elements/page/open-assessment.ts';
import { threeWayMerge } from '../../../kit/values/three-way-merge.ts';
import { conflictingFields, fieldsAsIn, withFieldsOf } from '../../work/conflict-fields.ts';
import { changedRecords, partsOf, seenOf, withRecord, type Work } from '../../work/records.ts';
import { showDocumentDamage } from './document-damage.ts';

/** Records as a file holds them, by `documentKey`; null where there is none. */
export type Records = ReadonlyMap<string, unknown>;

/** What changed: `here`, by this page; `elsewhere`, by another tab, so that what the page shows is no longer so. */
export type ChangeOrigin = 'here' | 'elsewhere';

/** A record of another tab that this one's took the place of: kept, and it can be taken back. */
export interface Conflict {
  /** `documentKey` of the record. */
  readonly key: string;
  /** What the other tab had written where this one wrote too, with the file's keys. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Puts these fields, and no others, in the place of what stands there now. Gives the way back. */
  readonly takeBack: () => () => void;
}

/** A new record of this tab whose id another tab had given meanwhile: it has another one now, and both are there. */
export interface Renamed {
  readonly kind: 'activity' | 'project';
  readonly from: string;
  readonly to: string;
}

/**
 * The plan and the projects of the page's assessment while a person works on them: the one place that holds them, saves
 * each change at once and follows the other tabs. Pages show `planning` and give changes to `change`.
 */
export class PlanningSession {
  readonly instrument: Instrument;
  readonly #element: HTMLElement;
  readonly #copyLine: Opened['copyLine'];
  readonly #session: Session<unknown, SavedDocuments>;
  readonly #listeners: ((change: ChangeOrigin) => void)[] = [];
  readonly #conflictListeners: ((conflict: Conflict) => void)[] = [];
  readonly #renamedListeners: ((renamed: Renamed) => void)[] = [];
  readonly #recordListeners: ((before: Records, after: Records) => void)[] = [];
  #work: Work;
  /** Each record as this page last read or wrote it: what it would be writing over. */
  #seen: Map<string, unknown>;
  #planning: Planning | undefined;
  /** What could not be read: it stays as it is stored, and goes into every copy. */
  #damage: readonly DocumentDamage[] = [];
  #unsavedTexts = 0;

  /**
   * Opens the page's assessment. Gives null, with the reason on the page, where there is none to work on. The element
   * holds `[data-notices]`, `[data-none-yet]` and the page's data `instrument`.
   */
  static async open(element: HTMLElement): Promise<PlanningSession | null> {
    const opened = await openAssessment(element);
    return opened && new PlanningSession(element, opened);
  }

  private constructor(element: HTMLElement, opened: Opened) {
    this.instrument = pageData<Instrument>(element, 'instrument');
    this.#element = element;
    this.#copyLine = opened.copyLine;
    const { assessment } = opened.loaded;
    this.#seen = seenOf(assessment);
    this.#work = this.#read(assessment);
    this.#session = beginSession<unknown, SavedDocuments>(element, opened, {
      write: (changes, now) =>
        saveDocuments(opened.store, assessment.id, changes, this.#seen, now, (key) => partsOf(this.#work).has(key)),
      written: (changes, saved) => this.#written(changes, saved),
      follow: (stored) => this.#follow(stored),
      onScreen: () => this.assessment,
      unsavedTexts: () => this.#unsavedTexts,
    });
  }

  /** The assessment with the plan and the projects as they stand on the screen, saved or not. */
  get assessment(): Assessment {
    const written = writeDocuments(this.#work.plan, this.#work.projects);
    return { ...this.#session.assessment, documents: withDamage(written, this.#damage) };
  }

  get plan(): Plan {
    return this.#work.plan;
  }

  get projects(): readonly Project[] {
    return this.#work.projects;
  }

  /** True where the version is closed: nothing may be changed. */
  get isClosed(): boolean {
    return this.#session.assessment.closing !== null;
  }

  /** Everything that follows from what is on the screen. Computed when it is first asked for after a change. */
  get planning(): Planning {
    this.#planning ??= planningOf(this.instrument, this.#session.assessment, this.#work.plan, this.#work.projects);
    return this.#planning;
  }

  /** Calls back after each change, with what it was. */
  onChange(listener: (change: ChangeOrigin) => void): void {
    this.#listeners.push(listener);
  }

  /** Calls back with both sides of each record that the person has changed here; not where they took it back. */
  onRecorded(listener: (before: Records, after: Records) => void): void {
    this.#recordListeners.push(listener);
  }

  /** Calls back where this tab's change took the place of another tab's. */
  onConflict(listener: (conflict: Conflict) => void): void {
    this.#conflictListeners.push(listener);
  }

  /** Calls back where something new got another id, before the change is told: what shows it has to follow. */
  onRenamed(listener: (renamed: Renamed) => void): void {
    this.#renamedListeners.push(listener);
  }

  /** How many texts of the page cannot be saved as they stand: said beside «Guardado», and asked about on leaving. */
  setUnsavedTexts(count: number): void {
    if (count === this.#unsavedTexts) return;
    this.#unsavedTexts = count;
    this.#session.unsavedChanged();
  }

  /** Hands the assessment over as a file with its plan and its projects, as they stand on the screen, and notes the copy. */
  saveCopy(): Promise<void> {
    return this.#copyLine.download();
  }

  /** Puts a plan, projects or both in the place of what was there, and saves what differs. */
  change(next: Partial<Work>): void {
    if (this.isClosed) return;
    const before = this.#work;
    this.#work = { ...before, ...next };
    this.#planning = undefined;
    const after = new Map(changedRecords(before, this.#work));
    for (const [key, record] of after) this.#session.save(key, record);
    if (after.size > 0 && this.#recordListeners.length > 0) {
      const was = new Map(changedRecords(this.#work, before));
      for (const listener of this.#recordListeners) listener(was, after);
    }
    this.#tell('here');
  }

  /** Puts records in the place of others; gives false, and changes nothing, where one of those is no longer so. */
  putBack(records: Records, over: Records): boolean {
    const present = documentRecords(this.#work.plan, this.#work.projects);
    const isAsLeft = ([key, record]: [string, unknown]) =>
      JSON.stringify(present.get(key) ?? null) === JSON.stringify(record);
    if (this.isClosed || ![...over].every(isAsLeft)) return false;
    for (const [key, record] of records) {
      this.#work = withRecord(this.#work, key, record);
      this.#session.save(key, record);
    }
    this.#planning = undefined;
    this.#tell('elsewhere');
    return true;
  }

  #tell(change: ChangeOrigin): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Takes in what else a save has stored, and tells what became of this tab's changes. */
  #written(changes: Readonly<Record<string, unknown>>, { stored, conflicts, renamed }: SavedDocuments): void {
    const seen = new Map(this.#seen);
    let isForeign = renamed.size > 0;
    for (const [key, fresh] of renamed) this.#rename(key, fresh, changes[key], stored);
    const names = new Set([...renamed].flat());
    for (const [key, record] of stored) {
      this.#seen.set(key, record);
      if (names.has(key)) continue;
      if (JSON.stringify(record) !== JSON.stringify(changes[key])) {
        this.#takeIn(key, changes[key], record);
        isForeign = true;
      }
    }
    for (const [key, record] of conflicts) {
      const fields = conflictingFields(seen.get(key), changes[key], record);
      for (const listener of this.#conflictListeners) {
        listener({ key, fields, takeBack: () => this.#takeBack(key, fields, record) });
      }
    }
    if (isForeign) this.#tell('elsewhere');
  }

  /** What was stored holds another tab's change too: it comes into what is on the screen, beside what was typed since. */
  #takeIn(key: string, written: unknown, stored: unknown): void {
    const mine = documentRecords(this.#work.plan, this.#work.projects).get(key) ?? null;
    const { record, isConflict } = threeWayMerge(written, mine, stored);
    // Typed here, while the save was under way, over what the other tab had written: the next save sets that aside.
    if (isConflict) this.#seen.set(key, written);
    this.#work = withRecord(this.#work, key, record);
    this.#planning = undefined;
    // What waits does not know of the other tab's change. Taken away here since, and changed there: it stays.
    const isNews = mine === null || JSON.stringify(record) !== JSON.stringify(stored);
    if (isNews || this.#session.isWaiting(key)) this.#session.save(key, record);
  }

  /** Only the fields in conflict come back: what was written beside them since stays. Gives the way back. */
  #takeBack(key: string, fields: Readonly<Record<string, unknown>>, other: unknown): () => void {
    const now = documentRecords(this.#work.plan, this.#work.projects).get(key);
    // Deleted since: then the other tab's record comes back whole.
    this.#put(key, withFieldsOf(now ?? other, fields));
    const former = fieldsAsIn(now ?? other, fields);
    return () => {
      const present = documentRecords(this.#work.plan, this.#work.projects).get(key);
      if (present !== undefined) this.#put(key, withFieldsOf(present, former));
    };
  }

  #put(key: string, record: unknown): void {
    this.#work = withRecord(this.#work, key, record);
    this.#planning = undefined;
    this.#session.save(key, record);
    this.#tell('elsewhere');
  }

  /** Something new of this tab got another id: it goes on under that one, and the other tab's comes in beside it. */
  #rename(from: string, to: string, written: unknown, stored: ReadonlyMap<string, unknown>): void {
    const { kind, id } = documentOfKey(from);
    const own = documentOfKey(to).id;
    if (kind === 'texts') return;
    const mine = documentRecords(this.#work.plan, this.#work.projects).get(from) ?? null;
    // What waits under the old id would be written over the other tab's record.
    this.#session.forget(from);
    this.#work = withRecord(this.#work, from, null);
    if (mine !== null) this.#work = withRecord(this.#work, to, withIdOf(kind, mine, own));
    const linked = kind === 'activity' ? this.#work.projects.filter(({ activities }) => activities.includes(id)) : [];
    this.#work = withRecord(this.#work, from, stored.get(from));
    for (const project of linked) {
      const activities = project.activities.map((each) => (each === id ? own : each));
      const key = documentKey('project', project.id);
      const record = { ...projectToFile(project), actividades: activities };
      this.#work = withRecord(this.#work, key, record);
      this.#session.save(key, record);
    }
    this.#planning = undefined;
    if (JSON.stringify(mine) !== JSON.stringify(written)) this.#session.save(to, mine && withIdOf(kind, mine, own));
    for (const listener of this.#renamedListeners) listener({ kind, from: id, to: own });
  }

  #follow(assessment: Assessment): void {
    this.#seen = seenOf(assessment);
    this.#work = this.#read(assessment);
    this.#planning = undefined;
    this.#tell('elsewhere');
  }

  /** Reads the plan and the projects; what of them is damaged is told on the page and stays as it is. */
  #read({ documents }: Assessment): Work {
    const { plan, projects, damage } = readDocuments(documents);
    this.#damage = damage;
    showDocumentDamage(need(this.#element, '[data-notices]'), damage);
    return { plan, projects };
  }
}

import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import { answerFromFile, answerToFile, headerFromFile } from '../file/assessment-file.ts';
import type { AssessmentStore, Written } from './assessment-store.ts';
import type { KeptRecord, Schema, StoredAnswer } from './database.ts';
import { recordsToDocuments, type StoredDocument } from './document-records.ts';
import { bringReader } from './kept.ts';
import { lossOf } from './loss.ts';
import { rawRecords } from './raw-records.ts';
import type { Writing } from './records.ts';
import { clearStored, keepAside, readStored } from './whole-records.ts';
import type { CopyNote, SecondPlace } from './second-place.ts';

/**
 * The second copy of each assessment, in another place of the browser than its database: written after each change, and
 * offered where the database is found empty, older or damaged. Nothing here may stand in the way of the work.
 */

/** What the second place has under a key: an assessment that goes on, one kept aside, or one that waits for the person. */
const LIVE = 'autoevaluacion/';
const KEPT = 'conservada/';
const OFFERED = 'recuperable/';

/** Why a copy is offered: the database has lost the assessment, has an older one, or one that cannot be read. */
export type OfferReason = 'missing' | 'older' | 'damaged';

/** A copy that the person may take back. */
export interface Offer {
  readonly key: string;
  readonly reason: OfferReason;
  /** Instant at which the copy was written, ISO 8601 in UTC. */
  readonly at: string;
  /** What it is of, as far as its own data say it. */
  readonly header: AssessmentHeader | null;
}

/** What `rawRecords` gives, as text. */
interface Snapshot {
  readonly autoevaluacion: Schema['assessments']['value'] | null;
  readonly respuestas: StoredAnswer[];
  readonly documentos: StoredDocument[];
  readonly apartadas: Schema['quarantine']['value'][];
}

/** Does something while no other tab does the same, where the browser can promise that. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('gel-segunda-copia', work) : work();
}

export class SecondCopy {
  readonly #store: AssessmentStore;
  readonly #place: SecondPlace;
  #dirty = new Set<string>();
  #isKeptDirty = false;
  #running: Promise<void> | undefined;
  /** What the second place refused last, or null where the last writing went through. */
  refusal: unknown = null;

  constructor(store: AssessmentStore, place: SecondPlace) {
    this.#store = store;
    this.#place = place;
    store.onWritten((written) => this.#written(written));
  }

  /**
   * Holds the copies against the database: what the database has lost is put where nothing writes over it, and what the
   * copies lack is written. Takes the assessments of which something stored could not be read. Gives what is offered.
   */
  async compare(damaged: ReadonlySet<string>): Promise<Offer[]> {
    return alone(async () => {
      const { headers, damage } = await this.#store.list();
      const revisions = new Map<string, number | null>(headers.map(({ id, revision }) => [id, revision]));
      for (const { assessmentId } of damage) revisions.set(assessmentId, null);
      const kept = await this.#kept();
      const isEmpty = revisions.size === 0 && kept.size === 0;
      for (const note of await this.#place.notes()) {
        if (note.key.startsWith(LIVE)) await this.#compareLive(note, revisions, damaged, kept);
        else if (note.key.startsWith(KEPT) && !kept.has(note.key)) {
          if (isEmpty || lossOf() !== null) await this.#offer(note, 'missing');
          else await this.#place.remove(note.key);
        }
      }
      await this.#writeMissing(revisions, kept);
      return this.offers();
    });
  }

  /** What is offered, the last written first. */
  async offers(): Promise<Offer[]> {
    const notes = (await this.#place.notes()).filter(({ key }) => key.startsWith(OFFERED));
    const offers = await Promise.all(
      notes.map(async ({ key, at }): Promise<Offer> => {
        const reason = key.slice(OFFERED.length).split('/')[0] as OfferReason;
        const text = await this.#place.read(key);
        return { key, reason, at, header: text === null ? null : headerIn(text) };
      }),
    );
    return offers.sort((a, b) => b.at.localeCompare(a.at));
  }

  /**
   * Puts what is offered into the database as it was, to the letter. What stands there under its id is kept aside first,
   * and of each answer the one changed last stays, because the person may have gone on working meanwhile. Gives the id, or null where the copy is no longer there or cannot be read. Throws StorageError.
   */
  async recover(key: string, now: string): Promise<string | null> {
    const text = await this.#place.read(key);
    const found: unknown = text === null ? null : parsed(text);
    if (found === null) return null;
    const id = isKeptRecord(found) ? await this.#recoverKept(found) : await this.#recoverLive(found as Snapshot, now);
    if (id !== null) await this.#place.remove(key);
    return id;
  }

  /** What is offered, for a file, without what of it is damaged; null where it is no longer there or cannot be read. */
  async assessmentOf(key: string): Promise<Assessment | null> {
    const text = await this.#place.read(key);
    const found = text === null ? null : parsed(text);
    if (isKeptRecord(found)) {
      const { readAssessment } = await bringReader();
      const reading = readAssessment(found.file);
      return reading.ok ? reading.assessment : null;
    }
    const header = headerFromFile((found as Snapshot | null)?.autoevaluacion);
    if (!header.ok) return null;
    const { respuestas, documentos } = found as Snapshot;
    const answers = respuestas.flatMap(({ criterionId, answer }) => {
      const decoded = answerFromFile(answer);
      return decoded.ok ? [[criterionId, decoded.value] as const] : [];
    });
    return { ...header.value, answers: Object.fromEntries(answers), documents: recordsToDocuments(documentos) };
  }

  /** Throws away what is offered. Nothing brings it back. */
  async discard(key: string): Promise<void> {
    await this.#place.remove(key);
  }

  /** The instant (ISO 8601 in UTC) of the oldest copy of those that go on; null where there is none. */
  async age(): Promise<string | null> {
    const times = (await this.#place.notes()).filter(({ key }) => key.startsWith(LIVE)).map(({ at }) => at);
    return times.length === 0 ? null : times.reduce((oldest, at) => (at < oldest ? at : oldest));
  }

  /** Resolves when everything that was written so far has its copy, or was refused. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #written({ ids, kept }: Written): void {
    for (const id of ids) this.#dirty.add(id);
    this.#isKeptDirty ||= kept;
    this.#running ??= alone(() => this.#drain())
      .then(
        () => (this.refusal = null),
        // No room, or a browser that says no: the database has everything; the list says how old the copies are.
        (cause: unknown) => (this.refusal = cause),
      )
      .then(() => (this.#running = undefined));
  }

  async #drain(): Promise<void> {
    while (this.#dirty.size > 0 || this.#isKeptDirty) {
      const ids = this.#dirty;
      this.#dirty = new Set();
      const isKeptDirty = this.#isKeptDirty;
      this.#isKeptDirty = false;
      for (const id of ids) await this.#write(id);
      if (isKeptDirty) {
        const kept = await this.#kept();
        for (const { key } of await this.#place.notes()) {
          if (key.startsWith(KEPT) && !kept.has(key)) await this.#place.remove(key);
        }
        await this.#writeMissing(new Map(), kept);
      }
    }
  }

  async #write(id: string): Promise<void> {
    const raw = (await rawRecords(this.#store, id)) as unknown as Snapshot;
    if (raw.autoevaluacion === null) {
      await this.#place.remove(LIVE + id);
      return;
    }
    const revision = Number(raw.autoevaluacion['revision'] ?? 0);
    await this.#place.write({ key: LIVE + id, revision, at: new Date().toISOString() }, JSON.stringify(raw));
  }

  /** What is kept aside in the database, by the key of its copy. */
  async #kept(): Promise<Map<string, KeptRecord>> {
    const records = await this.#store.read(['kept'], (transaction) => transaction.objectStore('kept').getAll());
    return new Map(
      records.map((record) => [`${KEPT}${record.assessmentId}/${record.reason}/${record.at}`, record] as const),
    );
  }

  async #compareLive(
    note: CopyNote,
    revisions: ReadonlyMap<string, number | null>,
    damaged: ReadonlySet<string>,
    kept: ReadonlyMap<string, KeptRecord>,
  ): Promise<void> {
    const id = note.key.slice(LIVE.length);
    const revision = revisions.get(id);
    if (revision === undefined) {
      // Taken out of the list by the person, who has it among the kept: only its copy was left behind.
      const isDeleted = [...kept.values()].some(({ assessmentId }) => assessmentId === id);
      if (isDeleted) await this.#place.remove(note.key);
      else await this.#offer(note, 'missing');
    } else if (revision === null || damaged.has(id)) {
      if (isWhole((await this.#place.read(note.key)) ?? '')) await this.#offer(note, 'damaged');
    } else if (note.revision > revision) await this.#offer(note, 'older');
  }

  /** Puts a copy where no later one is written over it. */
  async #offer(note: CopyNote, reason: OfferReason): Promise<void> {
    const text = await this.#place.read(note.key);
    if (text !== null) await this.#place.write({ ...note, key: `${OFFERED}${reason}/${note.key}/${note.at}` }, text);
    await this.#place.remove(note.key);
  }

  async #writeMissing(
    revisions: ReadonlyMap<string, number | null>,
    kept: ReadonlyMap<string, KeptRecord>,
  ): Promise<void> {
    const has = new Map((await this.#place.notes()).map(({ key, revision }) => [key, revision] as const));
    for (const [id, revision] of revisions) {
      if (revision !== null && has.get(LIVE + id) !== revision) await this.#write(id);
    }
    for (const [key, record] of kept) {
      if (!has.has(key)) await this.#place.write({ key, revision: 0, at: record.at }, JSON.stringify(record));
    }
  }

  async #recoverKept(record: KeptRecord): Promise<string> {
    await this.#store.transact({ ids: [], kept: true }, (transaction) => transaction.objectStore('kept').add(record));
    return record.assessmentId;
  }

  async #recoverLive(
    { autoevaluacion, respuestas, documentos, apartadas }: Snapshot,
    now: string,
  ): Promise<string | null> {
    if (autoevaluacion === null) return null;
    const { id } = autoevaluacion;
    await this.#store.transact({ ids: [id], kept: true }, async (transaction) => {
      const present = await presentIn(transaction, id);
      const later = present === null ? [] : laterThan(respuestas, present);
      if (present !== null) await keepAside(transaction, present, 'replaced', now);
      await clearStored(transaction, id, now);
      const revision = Math.max(present?.revision ?? 0, Number(autoevaluacion['revision'] ?? 0)) + 1;
      const header = present === null ? autoevaluacion : { ...autoevaluacion, revision, modificada: now };
      await transaction.objectStore('assessments').put(header);
      for (const record of [...respuestas, ...later]) await transaction.objectStore('answers').put(record);
      for (const record of documentos) await transaction.objectStore('documents').put(record);
      for (const record of apartadas) await transaction.objectStore('quarantine').add(record);
    });
    return id;
  }
}

/** What stands in the database under an id, as far as it can be read; null where there is nothing readable. */
async function presentIn(transaction: Writing, id: string): Promise<Assessment | null> {
  const header = headerFromFile(await transaction.objectStore('assessments').get(id));
  return header.ok ? readStored(transaction, id) : null;
}

/** The present answers that were changed after those of a copy, or that it does not have. */
function laterThan(copied: readonly StoredAnswer[], present: Assessment): StoredAnswer[] {
  const times = new Map(
    copied.map(({ criterionId, answer }) => {
      const decoded = answerFromFile(answer);
      return [criterionId, decoded.ok ? decoded.value.updatedAt : ''] as const;
    }),
  );
  return Object.entries(present.answers)
    .filter(([criterionId, { updatedAt }]) => updatedAt > (times.get(criterionId) ?? ''))
    .map(([criterionId, answer]) => ({ assessmentId: present.id, criterionId, answer: answerToFile(answer) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // A copy that was cut is none.
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function isKeptRecord(found: unknown): found is KeptRecord {
  return typeof found === 'object' && found !== null && 'file' in found;
}

function headerIn(text: string): AssessmentHeader | null {
  const found = parsed(text);
  const raw = isKeptRecord(found) ? found.file : (found as Snapshot | null)?.autoevaluacion;
  const header = headerFromFile(raw);
  return header.ok ? header.value : null;
}

/** True where everything of a copy can be read. */
function isWhole(text: string): boolean {
  const found = parsed(text) as Snapshot | null;
  return (
    found !== null &&
    headerFromFile(found.autoevaluacion).ok &&
    found.respuestas.every(({ answer }) => answerFromFile(answer).ok)
  );
}

import type { Answer } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { ProfileAnswers } from '../domain/profile.ts';
import {
  answerFromFile,
  answerToFile,
  assessmentToFile,
  headerFromFile,
  headerToFile,
} from '../formats/assessment-file.ts';
import { readAssessment } from '../formats/assessment-record.ts';
import { documentOfKey } from '../formats/document-key.ts';
import {
  openDatabase,
  StorageError,
  toStorageError,
  type CopyRecord,
  type Database,
  type KeepReason,
  type Schema,
} from './database.ts';
import { documentsToRecords, joinRecords, recordsToDocuments } from './document-records.ts';
import type { IDBPObjectStore, IDBPTransaction } from 'idb';

/** A stored record that could not be read: what it is of, where it fails, and its content as it was found. */
export interface Damage {
  readonly assessmentId: string;
  /** The answer that is damaged, or null where it is the assessment's own data. */
  readonly criterionId: string | null;
  readonly problem: string;
  readonly raw: unknown;
}

export interface Loaded {
  readonly assessment: Assessment;
  readonly damage: readonly Damage[];
}

/** A whole assessment that was kept aside, and its number among them. */
export interface Kept {
  readonly key: number;
  readonly reason: KeepReason;
  readonly at: string;
  readonly assessment: Assessment;
}

const WRITTEN = ['assessments', 'answers', 'documents', 'quarantine', 'kept', 'copies'] as const;
type Writing = IDBPTransaction<Schema, (typeof WRITTEN)[number][], 'readwrite'>;

/** What is known of an assessment that nobody has copied to a file. */
const NO_COPY: Omit<CopyRecord, 'assessmentId'> = {
  at: null,
  revision: 0,
  fileName: '',
  handle: null,
  fileModified: 0,
  fileRevision: null,
  outside: null,
};

/** `strict`: the browser confirms only after the data has been handed to the disk, so «Guardado» is true. */
const STRICT = { durability: 'strict' } as const;

function describe(problems: readonly { path: string; expected: string }[]): string {
  return problems.map(({ path, expected }) => (path === '' ? expected : `${path}: ${expected}`)).join('; ');
}

function isSame(one: Answer, other: Answer | undefined): boolean {
  return other !== undefined && JSON.stringify(answerToFile(one)) === JSON.stringify(answerToFile(other));
}

function rangeOf(assessmentId: string): IDBKeyRange {
  return IDBKeyRange.bound([assessmentId], [assessmentId, []]);
}

/** The place after the last project of an assessment. */
async function nextPosition(
  store: IDBPObjectStore<Schema, (typeof WRITTEN)[number][], 'documents', 'readwrite'>,
  assessmentId: string,
): Promise<number> {
  const projects = await store.getAll(IDBKeyRange.bound([assessmentId, 'project'], [assessmentId, 'project', []]));
  return projects.reduce((last, { position }) => Math.max(last, position + 1), 0);
}

/** The assessments of this browser. Every method throws StorageError where the browser refuses. */
export class AssessmentStore {
  #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Opens the browser's assessments. */
  static async open(): Promise<AssessmentStore> {
    return new AssessmentStore(await openDatabase());
  }

  /** Every assessment, the last changed first, and the headers that could not be read. */
  async list(): Promise<{ headers: AssessmentHeader[]; damage: Damage[] }> {
    return this.#guard(async () => {
      const headers: AssessmentHeader[] = [];
      const damage: Damage[] = [];
      for (const raw of await this.#database.getAll('assessments')) {
        const decoded = headerFromFile(raw);
        if (decoded.ok) headers.push(decoded.value);
        else damage.push({ assessmentId: String(raw.id), criterionId: null, problem: describe(decoded.problems), raw });
      }
      headers.sort((a, b) => b.modified.localeCompare(a.modified));
      return { headers, damage };
    });
  }

  /** One assessment with what of it is damaged; null where there is none or its header cannot be read. */
  async load(id: string): Promise<Loaded | null> {
    return this.#guard(async () => {
      const transaction = this.#database.transaction(['assessments', 'answers', 'documents'], 'readonly');
      const [rawHeader, rawAnswers, records] = await Promise.all([
        transaction.objectStore('assessments').get(id),
        transaction.objectStore('answers').getAll(rangeOf(id)),
        transaction.objectStore('documents').getAll(rangeOf(id)),
      ]);
      const header = rawHeader === undefined ? undefined : headerFromFile(rawHeader);
      if (header === undefined || !header.ok) return null;
      const answers: [string, Answer][] = [];
      const damage: Damage[] = [];
      for (const { criterionId, answer: raw } of rawAnswers) {
        const decoded = answerFromFile(raw);
        if (decoded.ok) answers.push([criterionId, decoded.value]);
        else damage.push({ assessmentId: id, criterionId, problem: describe(decoded.problems), raw });
      }
      const documents = recordsToDocuments(records);
      return { assessment: { ...header.value, answers: Object.fromEntries(answers), documents }, damage };
    });
  }

  /** Everything that is stored of one assessment, exactly as it is, readable or not: for a copy to a file. */
  async raw(id: string): Promise<unknown> {
    return this.#guard(async () => {
      const stores = ['assessments', 'answers', 'documents', 'quarantine'] as const;
      const transaction = this.#database.transaction(stores, 'readonly');
      const [header, answers, documents, quarantine] = await Promise.all([
        transaction.objectStore('assessments').get(id),
        transaction.objectStore('answers').getAll(rangeOf(id)),
        transaction.objectStore('documents').getAll(rangeOf(id)),
        transaction.objectStore('quarantine').getAll(),
      ]);
      const apart = quarantine.filter(({ assessmentId }) => assessmentId === id);
      return { autoevaluacion: header ?? null, respuestas: answers, documentos: documents, apartadas: apart };
    });
  }

  /** Stores a new assessment with its answers. Throws where its id is taken. */
  async create(assessment: Assessment): Promise<void> {
    await this.#write((transaction) => this.#put(transaction, assessment, 'add'));
  }

  /**
   * Stores an assessment that came from a file, under a new id where its own is taken. A closed version under a new id
   * would no longer be the file that was closed, so that it comes in open. `file` is the file that holds all of it, and
   * so is a copy of it. Says under which id.
   */
  async addCopy(
    assessment: Assessment,
    newId: string,
    file: { fileName: string; at: string } | null = null,
  ): Promise<{ id: string; isCopy: boolean }> {
    return this.#write(async (transaction) => {
      const isCopy = (await transaction.objectStore('assessments').getKey(assessment.id)) !== undefined;
      const copy = isCopy ? { ...assessment, id: newId, closing: null } : assessment;
      await this.#put(transaction, copy, 'add');
      if (file && !isCopy) await this.#note(transaction, copy.id, { ...file, revision: copy.revision });
      return { id: copy.id, isCopy };
    });
  }

  /**
   * Puts an assessment in the place of the stored one with its id, and keeps that one aside. Takes the revision that the
   * person saw: where another tab has changed it since, nothing is replaced. `received` is the number of a kept file that
   * is in the result and need not be kept any longer. Gives the number under which the old one is kept, or null where it
   * was not replaced.
   */
  async replace(
    assessment: Assessment,
    input: { seenRevision: number; reason: 'replaced' | 'merged'; now: string; received?: number | null },
  ): Promise<number | null> {
    const { seenRevision, reason, now, received = null } = input;
    return this.#write(async (transaction) => {
      const before = await this.#read(transaction, assessment.id);
      if (before.revision !== seenRevision) return null;
      const key = await this.#keep(transaction, before, reason, now);
      if (received !== null) await this.#settle(transaction, assessment.id, received);
      await this.#clear(transaction, assessment.id, now);
      // A closed version stays to the letter what was closed; any other has one revision more than what it replaces.
      const next = assessment.closing ? assessment : { ...assessment, revision: before.revision + 1, modified: now };
      await this.#put(transaction, next, 'put');
      return key;
    });
  }

  /** Takes an assessment out of the list and keeps it aside. Gives its number. */
  async remove(id: string, now: string): Promise<number> {
    return this.#write(async (transaction) => {
      const before = await this.#read(transaction, id);
      const key = await this.#keep(transaction, before, 'deleted', now);
      await this.#clear(transaction, id, now);
      return key;
    });
  }

  /** Keeps an assessment aside as it is, without putting it in the list. Gives its number. */
  async keep(assessment: Assessment, reason: KeepReason, now: string): Promise<number> {
    return this.#write((transaction) => this.#keep(transaction, assessment, reason, now));
  }

  /** Everything that is kept aside, the last first. What can no longer be read is left out and stays where it is. */
  async kept(): Promise<Kept[]> {
    return this.#guard(async () => {
      const transaction = this.#database.transaction('kept', 'readonly');
      const [keys, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return records
        .flatMap(({ reason, at, file }, index): Kept[] => {
          const reading = readAssessment(file);
          const key = keys[index];
          return reading.ok && key !== undefined ? [{ key, reason, at, assessment: reading.assessment }] : [];
        })
        .reverse();
    });
  }

  /**
   * Brings back what was kept aside. Where its id is in the list again, the present one is kept aside in its turn; but a
   * file that came to be merged is added beside it under the new id, and so is whatever would take the place of a closed
   * version. Gives the id under which it now is, or null where it is no longer kept.
   */
  async restore(key: number, newId: string, now: string): Promise<string | null> {
    return this.#write(async (transaction) => {
      const record = await transaction.objectStore('kept').get(key);
      const reading = record && readAssessment(record.file);
      if (!record || !reading?.ok) return null;
      const { assessment } = reading;
      const isTaken = (await transaction.objectStore('assessments').getKey(assessment.id)) !== undefined;
      const present = isTaken ? await this.#read(transaction, assessment.id) : null;
      let back = assessment;
      if (present && (record.reason === 'received' || present.closing)) {
        back = { ...assessment, id: newId, closing: null };
      } else if (present) {
        await this.#keep(transaction, present, 'replaced', now);
        await this.#clear(transaction, assessment.id, now);
        if (!assessment.closing) back = { ...assessment, revision: present.revision + 1, modified: now };
      }
      await this.#put(transaction, back, 'put');
      await transaction.objectStore('kept').delete(key);
      return back.id;
    });
  }

  /** Throws away what was kept aside. Nothing brings it back. */
  async discard(key: number): Promise<void> {
    await this.#write((transaction) => transaction.objectStore('kept').delete(key));
  }

  /**
   * Closes a version: takes the closed assessment, whose digest was taken over `seenRevision` plus one. False where
   * another tab has changed it since: then nothing is closed and the digest has to be taken again.
   */
  async close(closed: Assessment, seenRevision: number): Promise<boolean> {
    return this.#write(async (transaction) => {
      const before = await this.#read(transaction, closed.id);
      if (before.closing !== null) throw new StorageError('closed', closed.id);
      if (before.revision !== seenRevision) return false;
      const { answers: _answers, documents: _documents, ...header } = closed;
      await transaction.objectStore('assessments').put(headerToFile(header) as Schema['assessments']['value']);
      return true;
    });
  }

  /** What is known of the copies in files, by assessment. */
  async copies(): Promise<ReadonlyMap<string, CopyRecord>> {
    return this.#guard(
      async () =>
        new Map((await this.#database.getAll('copies')).map((record) => [record.assessmentId, record] as const)),
    );
  }

  /** What is known of the copies of one assessment in files, or null where there is none. */
  async copy(id: string): Promise<CopyRecord | null> {
    return this.#guard(async () => (await this.#database.get('copies', id)) ?? null);
  }

  /** Notes a copy in a file, or the file that is to be kept up to date; what is not given stays as it was. */
  async noteCopy(id: string, change: Partial<Omit<CopyRecord, 'assessmentId'>>): Promise<CopyRecord> {
    return this.#write((transaction) => this.#note(transaction, id, change));
  }

  /**
   * Stores answers of an assessment in one transaction. Takes, for each criterion, the stored answer that the person saw
   * (none where there was none): where another tab has stored something else meanwhile, that answer is put in quarantine
   * and given back as displaced, so that nothing is written over unseen. So is a damaged record. Answers are compared
   * whole, because two tabs can change one in the same millisecond.
   */
  async saveAnswers(
    id: string,
    answers: Readonly<Record<string, Answer>>,
    seen: ReadonlyMap<string, Answer>,
    now: string,
  ): Promise<{ revision: number; displaced: ReadonlyMap<string, Answer> }> {
    return this.#write(async (transaction) => {
      const { revision } = await this.#touch(transaction, id, now);
      const displaced = new Map<string, Answer>();
      for (const [criterionId, answer] of Object.entries(answers)) {
        const before = await transaction.objectStore('answers').get([id, criterionId]);
        if (before !== undefined) {
          const decoded = answerFromFile(before.answer);
          const isForeign = decoded.ok && !isSame(decoded.value, seen.get(criterionId));
          if (isForeign) displaced.set(criterionId, decoded.value);
          if (isForeign || !decoded.ok) {
            await transaction
              .objectStore('quarantine')
              .add({ assessmentId: id, criterionId, found: now, raw: before.answer });
          }
        }
        await transaction.objectStore('answers').put({ assessmentId: id, criterionId, answer: answerToFile(answer) });
      }
      return { revision, displaced };
    });
  }

  /**
   * Stores records of the plan and the projects in one transaction, by `documentKey`; null takes one away. Takes each
   * record as the person saw it (none where there was none). Where another tab has changed one meanwhile, both changes
   * stand, key by key; where both changed one key, this tab's stands and the other's record goes to quarantine and is
   * given back as displaced. A record that another tab has changed is not taken away. A damaged record goes to
   * quarantine before something new takes its place; which one is damaged, the caller says, who alone brings the schemas
   * of the plan with it. Gives what is stored now of each.
   */
  async saveDocuments(
    id: string,
    changes: Readonly<Record<string, unknown>>,
    seen: ReadonlyMap<string, unknown>,
    now: string,
    isReadable: (key: string, record: unknown) => boolean,
  ): Promise<{ revision: number; stored: ReadonlyMap<string, unknown>; displaced: ReadonlyMap<string, unknown> }> {
    return this.#write(async (transaction) => {
      const { revision } = await this.#touch(transaction, id, now);
      const store = transaction.objectStore('documents');
      const stored = new Map<string, unknown>();
      const displaced = new Map<string, unknown>();
      for (const [key, record] of Object.entries(changes)) {
        const { kind, id: own } = documentOfKey(key);
        const before = await store.get([id, kind, own]);
        const isForeign =
          before !== undefined && JSON.stringify(before.record) !== JSON.stringify(seen.get(key) ?? null);
        if (record === null) {
          if (isForeign) stored.set(key, before.record);
          else {
            await store.delete([id, kind, own]);
            stored.set(key, null);
          }
          continue;
        }
        const isDamaged = before !== undefined && !isReadable(key, before.record);
        const joined =
          isForeign && !isDamaged ? joinRecords(seen.get(key), record, before.record) : { record, isClash: false };
        if (joined.isClash) displaced.set(key, before?.record);
        if (joined.isClash || isDamaged) {
          await transaction
            .objectStore('quarantine')
            .add({ assessmentId: id, criterionId: key, found: now, raw: before?.record });
        }
        const position = before?.position ?? (kind === 'project' ? await nextPosition(store, id) : 0);
        await store.put({ assessmentId: id, kind, id: own, position, record: joined.record });
        stored.set(key, joined.record);
      }
      return { revision, stored, displaced };
    });
  }

  /** Changes the entity and the cut-off date; profile and answers stay as they are. Gives the new revision. */
  async saveEntity(id: string, change: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>, now: string): Promise<number> {
    return this.#write(
      async (transaction) =>
        (
          await this.#touch(transaction, id, now, (before) => ({
            cutoffDate: change.cutoffDate,
            // What this version does not know of the entity stays.
            entity: {
              ...before.entity,
              ...change.entity,
              contact: { ...before.entity.contact, ...change.entity.contact },
            },
          }))
        ).revision,
    );
  }

  /** Gives an assessment another label; '' takes it away. */
  async saveLabel(id: string, label: string, now: string): Promise<void> {
    await this.#write(async (transaction) => {
      await this.#touch(transaction, id, now, () => ({ label }));
    });
  }

  /** Stores answers to the profile beside those that are there, of this tab or of another. Gives the new revision. */
  async saveProfile(id: string, answers: ProfileAnswers, now: string): Promise<number> {
    return this.#write(async (transaction) => {
      const { revision } = await this.#touch(transaction, id, now, (header) => ({
        profile: { ...header.profile, ...answers },
      }));
      return revision;
    });
  }

  /** One assessment within a transaction, without what is damaged. Throws where it is gone or its header damaged. */
  async #read(transaction: Writing, id: string): Promise<Assessment> {
    const header = headerFromFile(await transaction.objectStore('assessments').get(id));
    if (!header.ok) throw new DOMException(`The assessment ${id} is gone or damaged.`, 'InvalidStateError');
    const records = await transaction.objectStore('answers').getAll(rangeOf(id));
    const answers = records.flatMap(({ criterionId, answer }) => {
      const decoded = answerFromFile(answer);
      return decoded.ok ? [[criterionId, decoded.value] as const] : [];
    });
    const documents = recordsToDocuments(await transaction.objectStore('documents').getAll(rangeOf(id)));
    return { ...header.value, answers: Object.fromEntries(answers), documents };
  }

  async #put(transaction: Writing, assessment: Assessment, how: 'add' | 'put'): Promise<void> {
    const { answers, documents, ...header } = assessment;
    await transaction.objectStore('assessments')[how](headerToFile(header) as Schema['assessments']['value']);
    const store = transaction.objectStore('answers');
    for (const [criterionId, answer] of Object.entries(answers)) {
      await store.put({ assessmentId: assessment.id, criterionId, answer: answerToFile(answer) });
    }
    for (const record of documentsToRecords(assessment.id, documents)) {
      await transaction.objectStore('documents').put(record);
    }
  }

  async #keep(transaction: Writing, assessment: Assessment, reason: KeepReason, now: string): Promise<number> {
    return transaction
      .objectStore('kept')
      .add({ assessmentId: assessment.id, reason, at: now, file: assessmentToFile(assessment) });
  }

  async #note(
    transaction: Writing,
    id: string,
    change: Partial<Omit<CopyRecord, 'assessmentId'>>,
  ): Promise<CopyRecord> {
    const store = transaction.objectStore('copies');
    const record = { ...NO_COPY, ...(await store.get(id)), ...change, assessmentId: id };
    await store.put(record);
    return record;
  }

  /** A kept file that is now in its assessment: no longer kept, and where it came from its linked file, that may be written. */
  async #settle(transaction: Writing, id: string, received: number): Promise<void> {
    await transaction.objectStore('kept').delete(received);
    const record = await transaction.objectStore('copies').get(id);
    if (record?.outside?.key !== received) return;
    await transaction
      .objectStore('copies')
      .put({ ...record, fileModified: record.outside.modified, fileRevision: null, outside: null });
  }

  /** Takes an assessment's records away; those that cannot be read are in no copy of it, and go to quarantine. */
  async #clear(transaction: Writing, id: string, now: string): Promise<void> {
    for (const { criterionId, answer } of await transaction.objectStore('answers').getAll(rangeOf(id))) {
      if (!answerFromFile(answer).ok) {
        await transaction.objectStore('quarantine').add({ assessmentId: id, criterionId, found: now, raw: answer });
      }
    }
    await transaction.objectStore('assessments').delete(id);
    await transaction.objectStore('answers').delete(rangeOf(id));
    await transaction.objectStore('documents').delete(rangeOf(id));
  }

  /**
   * Changes the header with one more revision. Throws where the assessment is gone, its header damaged, or its version
   * closed.
   */
  async #touch(
    transaction: Writing,
    id: string,
    now: string,
    change: (header: AssessmentHeader) => Partial<AssessmentHeader> = () => ({}),
  ): Promise<AssessmentHeader> {
    const store = transaction.objectStore('assessments');
    const decoded = headerFromFile(await store.get(id));
    if (!decoded.ok) throw new DOMException(`The assessment ${id} is gone or damaged.`, 'InvalidStateError');
    const before = decoded.value;
    if (before.closing !== null) throw new StorageError('closed', id);
    const header = { ...before, ...change(before), modified: now, revision: before.revision + 1 };
    await store.put(headerToFile(header) as Schema['assessments']['value']);
    return header;
  }

  async #write<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    return this.#guard(async () => {
      const transaction = this.#database.transaction(WRITTEN, 'readwrite', STRICT);
      // A failed request aborts the transaction: `done` rejects too, and is heard here so that it is reported once.
      const done = transaction.done.then(
        () => undefined,
        (cause: unknown) => cause,
      );
      try {
        const result = await work(transaction as unknown as Writing);
        const failure = await done;
        if (failure !== undefined) throw failure;
        return result;
      } catch (cause) {
        // Nothing of a failed change may stay: undo what was written before the fault, unless the browser already did.
        if (transaction.error === null) abortQuietly(transaction);
        await done;
        throw cause;
      }
    });
  }

  /** A connection that the browser has closed is opened once more; what goes wrong then is a StorageError. */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (first) {
      if (!(first instanceof DOMException && first.name === 'InvalidStateError')) throw toStorageError(first);
      this.#database = await openDatabase();
      try {
        return await work();
      } catch (cause) {
        throw toStorageError(cause);
      }
    }
  }
}

/** Aborts a transaction; one that has already finished cannot be aborted, and then there is nothing to undo. */
function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
  }
}

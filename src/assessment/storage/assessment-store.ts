import type { Answer } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import { answerFromFile, headerFromFile } from '../file/assessment-file.ts';
import type { FileProblem } from '../../kit/bytes/raw-object.ts';
import type { IDBPTransaction, StoreNames } from 'idb';
import { Connection } from './connection.ts';
import { abortQuietly, toStorageError, type Schema } from './database.ts';
import { recordsToDocuments } from './document-records.ts';
import { putStored, rangeOf, touchHeader, WRITTEN, type Writing } from './records.ts';

/** A stored record that could not be read: what it is of, what is wrong where in it, and its content as it was found. */
export interface Damage {
  readonly assessmentId: string;
  /** The answer that is damaged, or null where it is the assessment's own data. */
  readonly criterionId: string | null;
  readonly problems: readonly FileProblem[];
  readonly raw: unknown;
}

export interface Loaded {
  readonly assessment: Assessment;
  readonly damage: readonly Damage[];
}

/** What a change touched, told after it is in the database: assessments by id, and whether it was among the kept. */
export interface Written {
  readonly ids: readonly string[];
  readonly kept: boolean;
}

/** The assessments of this browser. Every method throws StorageError where the browser refuses. */
export class AssessmentStore {
  readonly #connection = new Connection();
  readonly #listeners: ((written: Written) => void)[] = [];

  private constructor() {
    // Made by `open` alone: an assessment store that nobody could open is of no use to a page.
  }

  /** Opens the browser's assessments. */
  static async open(): Promise<AssessmentStore> {
    const store = new AssessmentStore();
    await store.#connection.ready();
    return store;
  }

  /** Calls back after each change of this page, once the database has it. */
  onWritten(listener: (written: Written) => void): void {
    this.#listeners.push(listener);
  }

  /** Breaks off what does not end, and lets it begin anew on a connection of its own. */
  renew(): void {
    this.#connection.renew();
  }

  /** Every assessment, the last changed first, and the headers that could not be read. */
  async list(): Promise<{ headers: AssessmentHeader[]; damage: Damage[] }> {
    return this.read(['assessments'], async (transaction) => {
      const headers: AssessmentHeader[] = [];
      const damage: Damage[] = [];
      for (const raw of await transaction.objectStore('assessments').getAll()) {
        const decoded = headerFromFile(raw);
        if (decoded.ok) headers.push(decoded.value);
        else damage.push({ assessmentId: String(raw.id), criterionId: null, problems: decoded.problems, raw });
      }
      headers.sort((a, b) => b.modified.localeCompare(a.modified));
      return { headers, damage };
    });
  }

  /** One assessment with what of it is damaged; null where there is none or its header cannot be read. */
  async load(id: string): Promise<Loaded | null> {
    return this.read(['assessments', 'answers', 'documents'], async (transaction) => {
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
        else damage.push({ assessmentId: id, criterionId, problems: decoded.problems, raw });
      }
      const documents = recordsToDocuments(records);
      return { assessment: { ...header.value, answers: Object.fromEntries(answers), documents }, damage };
    });
  }

  /** Stores a new assessment with its answers. Throws where its id is taken. */
  async create(assessment: Assessment): Promise<void> {
    await this.#write(ofOne(assessment.id), (transaction) => putStored(transaction, assessment, 'add'));
  }

  /**
   * Changes something of an open assessment in one transaction, with one revision more: for what has a room of its own
   * in `storage`. Throws where the assessment is gone, damaged or closed; then nothing has changed.
   */
  async change<T>(
    id: string,
    now: string,
    work: (transaction: Writing) => Promise<T>,
  ): Promise<{ revision: number; result: T }> {
    return this.#write(ofOne(id), async (transaction) => {
      const { revision } = await touchHeader(transaction, id, now);
      return { revision, result: await work(transaction) };
    });
  }

  /** How many records are set aside, of all assessments. */
  async countSetAside(): Promise<number> {
    return this.read(['quarantine'], (transaction) => transaction.objectStore('quarantine').count());
  }

  /**
   * Does something within one transaction without a new revision: for what has a room of its own in `storage`. Takes what
   * it touches of the assessments and of the kept.
   */
  async transact<T>(
    touched: Written | ((result: T) => Written),
    work: (transaction: Writing) => Promise<T>,
  ): Promise<T> {
    return this.#write(touched, work);
  }

  /** Reads from some stores within one transaction. Throws StorageError. */
  async read<const Stores extends readonly StoreNames<Schema>[], T>(
    stores: Stores,
    work: (transaction: IDBPTransaction<Schema, StoreNames<Schema>[]>) => Promise<T>,
  ): Promise<T> {
    return this.#guard(async () => work(this.#connection.begin(await this.#connection.ready(), stores, 'readonly')));
  }

  async #write<T>(touched: Written | ((result: T) => Written), work: (transaction: Writing) => Promise<T>): Promise<T> {
    const result = await this.#guard(async () => {
      const transaction = this.#connection.begin(await this.#connection.ready(), WRITTEN, 'readwrite');
      // A failed request aborts the transaction: `done` rejects too, and is heard here so that it is reported once.
      const done = transaction.done.then(
        () => null,
        (cause: unknown) => ({ cause }),
      );
      try {
        const result = await work(transaction);
        const failure = await done;
        if (failure !== null) throw failure.cause;
        return result;
      } catch (cause) {
        // Nothing of a failed change may stay: undo what was written before the fault, unless the browser already did.
        if (transaction.error === null) abortQuietly(transaction);
        await done;
        throw cause;
      }
    });
    const written = typeof touched === 'function' ? touched(result) : touched;
    for (const listener of this.#listeners) listener(written);
    return result;
  }

  /** What a lost connection could not do is done once more on a new one; what goes wrong then is a StorageError. */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (first) {
      if (!Connection.isLost(first)) throw toStorageError(first);
      this.#connection.renew();
      try {
        return await work();
      } catch (cause) {
        // Whoever tries again later gets a new connection, too.
        if (Connection.isLost(cause)) this.#connection.renew();
        throw toStorageError(cause);
      }
    }
  }
}

function ofOne(id: string): Written {
  return { ids: [id], kept: false };
}

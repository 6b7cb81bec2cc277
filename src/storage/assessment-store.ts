import type { Answer } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import { answerFromFile, answerToFile, headerFromFile, headerToFile } from '../formats/assessment-file.ts';
import { openDatabase, toStorageError, type Database, type Schema } from './database.ts';
import type { IDBPTransaction } from 'idb';

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

type Writing = IDBPTransaction<Schema, ('assessments' | 'answers' | 'quarantine')[], 'readwrite'>;

/** `strict`: the browser confirms only after the data has been handed to the disk, so «Guardado» is true. */
const STRICT = { durability: 'strict' } as const;

function describe(problems: readonly { path: string; expected: string }[]): string {
  return problems.map(({ path, expected }) => (path === '' ? expected : `${path}: ${expected}`)).join('; ');
}

function rangeOf(assessmentId: string): IDBKeyRange {
  return IDBKeyRange.bound([assessmentId], [assessmentId, []]);
}

/** The assessments of this browser. Every method throws StorageError where the browser refuses. */
export class AssessmentStore {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

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
      const transaction = this.#database.transaction(['assessments', 'answers'], 'readonly');
      const [rawHeader, rawAnswers] = await Promise.all([
        transaction.objectStore('assessments').get(id),
        transaction.objectStore('answers').getAll(rangeOf(id)),
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
      return { assessment: { ...header.value, answers: Object.fromEntries(answers) }, damage };
    });
  }

  /** Everything that is stored of one assessment, exactly as it is, readable or not: for a copy to a file. */
  async raw(id: string): Promise<unknown> {
    return this.#guard(async () => {
      const transaction = this.#database.transaction(['assessments', 'answers'], 'readonly');
      const [header, answers] = await Promise.all([
        transaction.objectStore('assessments').get(id),
        transaction.objectStore('answers').getAll(rangeOf(id)),
      ]);
      return { autoevaluacion: header ?? null, respuestas: answers };
    });
  }

  /** Stores a new assessment with its answers. */
  async create(assessment: Assessment): Promise<void> {
    await this.#write(async (transaction) => {
      const { answers, ...header } = assessment;
      await transaction.objectStore('assessments').add(headerToFile(header) as Schema['assessments']['value']);
      for (const [criterionId, answer] of Object.entries(answers)) {
        await transaction
          .objectStore('answers')
          .put({ assessmentId: assessment.id, criterionId, answer: answerToFile(answer) });
      }
    });
  }

  /** Stores answers of an assessment in one transaction; gives the new revision. A damaged record is set aside first. */
  async saveAnswers(id: string, answers: Readonly<Record<string, Answer>>, now: string): Promise<number> {
    return this.#write(async (transaction) => {
      const revision = await this.#touch(transaction, id, now);
      for (const [criterionId, answer] of Object.entries(answers)) {
        const before = await transaction.objectStore('answers').get([id, criterionId]);
        if (before !== undefined && !answerFromFile(before.answer).ok) {
          await transaction
            .objectStore('quarantine')
            .add({ assessmentId: id, criterionId, found: now, raw: before.answer });
        }
        await transaction.objectStore('answers').put({ assessmentId: id, criterionId, answer: answerToFile(answer) });
      }
      return revision;
    });
  }

  /** Changes the entity, the cut-off date or the profile; the answers stay as they are. Gives the new revision. */
  async saveHeader(
    id: string,
    change: Partial<Pick<AssessmentHeader, 'entity' | 'cutoffDate' | 'profile'>>,
    now: string,
  ): Promise<number> {
    return this.#write((transaction) => this.#touch(transaction, id, now, change));
  }

  async #touch(transaction: Writing, id: string, now: string, change: Partial<AssessmentHeader> = {}): Promise<number> {
    const store = transaction.objectStore('assessments');
    const decoded = headerFromFile(await store.get(id));
    if (!decoded.ok) throw new DOMException(`The assessment ${id} is gone or damaged.`, 'InvalidStateError');
    const header = { ...decoded.value, ...change, modified: now, revision: decoded.value.revision + 1 };
    await store.put(headerToFile(header) as Schema['assessments']['value']);
    return header.revision;
  }

  async #write<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    return this.#guard(async () => {
      const transaction = this.#database.transaction(['assessments', 'answers', 'quarantine'], 'readwrite', STRICT);
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

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw toStorageError(cause);
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

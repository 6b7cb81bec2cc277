import type { Answer } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { ProfileAnswers } from '../domain/profile.ts';
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

function isSame(one: Answer, other: Answer | undefined): boolean {
  return other !== undefined && JSON.stringify(answerToFile(one)) === JSON.stringify(answerToFile(other));
}

function rangeOf(assessmentId: string): IDBKeyRange {
  return IDBKeyRange.bound([assessmentId], [assessmentId, []]);
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
      const transaction = this.#database.transaction(['assessments', 'answers', 'quarantine'], 'readonly');
      const [header, answers, quarantine] = await Promise.all([
        transaction.objectStore('assessments').get(id),
        transaction.objectStore('answers').getAll(rangeOf(id)),
        transaction.objectStore('quarantine').getAll(),
      ]);
      const apart = quarantine.filter(({ assessmentId }) => assessmentId === id);
      return { autoevaluacion: header ?? null, respuestas: answers, apartadas: apart };
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

  /** Stores an assessment that came from a file, under a new id where its own is taken. Says whether it was. */
  async addCopy(assessment: Assessment, newId: string): Promise<{ id: string; isCopy: boolean }> {
    const isCopy = await this.#guard(
      async () => (await this.#database.get('assessments', assessment.id)) !== undefined,
    );
    const id = isCopy ? newId : assessment.id;
    await this.create({ ...assessment, id });
    return { id, isCopy };
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

  /** Stores answers to the profile beside those that are there, of this tab or of another; gives the whole profile. */
  async saveProfile(id: string, answers: ProfileAnswers, now: string): Promise<ProfileAnswers> {
    return this.#write(async (transaction) => {
      const { profile } = await this.#touch(transaction, id, now, (header) => ({
        profile: { ...header.profile, ...answers },
      }));
      return profile;
    });
  }

  /** Changes the header with one more revision. Throws where the assessment is gone or its header damaged. */
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
    const header = { ...before, ...change(before), modified: now, revision: before.revision + 1 };
    await store.put(headerToFile(header) as Schema['assessments']['value']);
    return header;
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

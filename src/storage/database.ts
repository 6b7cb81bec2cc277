import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Why the browser's database could not be used; each has its own sentence on the page. */
export type StorageFault = 'refused' | 'full' | 'newer' | 'blocked' | 'interrupted';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`storage: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** Takes whatever a database call threw; gives it as a StorageError. */
export function toStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  // Anything else than the browser's own refusal is a fault in between: nothing is known of what was stored.
  if (!(cause instanceof DOMException)) return new StorageError('interrupted', cause);
  const { name } = cause;
  if (name === 'QuotaExceededError') return new StorageError('full', cause);
  if (name === 'VersionError') return new StorageError('newer', cause);
  if (name === 'InvalidStateError' || name === 'AbortError') return new StorageError('interrupted', cause);
  return new StorageError('refused', cause);
}

export interface StoredAnswer {
  assessmentId: string;
  criterionId: string;
  /** The answer in the form of the file; unknown until it has been read with the schema. */
  answer: unknown;
}

export interface Schema extends DBSchema {
  /** Headers in the form of the file, by id. */
  assessments: { key: string; value: { id: string } & Record<string, unknown> };
  /** One record an answer, so that two tabs on two criteria never write over each other. */
  answers: { key: [string, string]; value: StoredAnswer };
  /** Records that could not be read, kept as they were before something new took their place. */
  quarantine: { key: number; value: { assessmentId: string; criterionId: string; found: string; raw: unknown } };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE_NAME = 'gel-autoevaluaciones';
const VERSION = 1;

/** How long another tab may hold the database of an older version before the person is told, in milliseconds. */
const BLOCKED_AFTER_MS = 4000;

/** Opens the browser's database. Throws StorageError. */
export async function openDatabase(): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('blocked', 'no answer')), BLOCKED_AFTER_MS);
  });
  try {
    const opening = openDB<Schema>(DATABASE_NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('assessments', { keyPath: 'id' });
        database.createObjectStore('answers', { keyPath: ['assessmentId', 'criterionId'] });
        database.createObjectStore('quarantine', { autoIncrement: true });
      },
      // A tab with a newer version asks for the database: let go of it, so that it is not blocked.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    throw toStorageError(cause);
  } finally {
    clearTimeout(timer);
  }
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Why the browser's database could not be used; each has its own sentence on the page. */
export type StorageFault = 'refused' | 'full' | 'newer' | 'blocked' | 'interrupted' | 'failed';

/** A refusal of the browser's database, with its cause. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`storage: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** The names that browsers give to their refusals. */
const faultOf: Readonly<Record<string, StorageFault>> = {
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  QuotaExceededError: 'full',
  VersionError: 'newer',
  InvalidStateError: 'interrupted',
  AbortError: 'interrupted',
};

/** Takes whatever a database call threw; gives it as a StorageError. */
export function toStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  if (!(cause instanceof DOMException)) {
    // Not the browser's own refusal: for the person something failed, for the maintainer the console has it whole.
    reportError(cause);
    return new StorageError('failed', cause);
  }
  return new StorageError(faultOf[cause.name] ?? 'failed', cause);
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

/** Opens the browser's database. Throws StorageError. */
export async function openDatabase(): Promise<Database> {
  let giveUp: (error: StorageError) => void;
  const blocked = new Promise<never>((_, reject) => (giveUp = reject));
  try {
    const opening = openDB<Schema>(DATABASE_NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('assessments', { keyPath: 'id' });
        database.createObjectStore('answers', { keyPath: ['assessmentId', 'criterionId'] });
        database.createObjectStore('quarantine', { autoIncrement: true });
      },
      // Another tab holds an older version of the database and does not let go of it.
      blocked: () => giveUp(new StorageError('blocked', 'another tab')),
      // A tab with a newer version asks for the database: let go of it, so that it is not blocked.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    throw toStorageError(cause);
  }
}

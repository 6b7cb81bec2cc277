import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { moveDocuments, type StoredDocument } from './document-records.ts';
import { noteLoss } from './loss.ts';

/**
 * Why the browser's database could not be used; each has its own sentence on the page. `framed`: refused to a page that
 * stands inside one of another site. `gone`: the assessment is not in it. `slow`: it has not answered yet.
 */
export type StorageFault =
  'refused' | 'framed' | 'full' | 'newer' | 'blocked' | 'interrupted' | 'gone' | 'closed' | 'slow' | 'failed';

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

/** True inside a frame of another site, where browsers refuse storage, or give a place apart. */
function isFramed(): boolean {
  if (window.top === window || window.top === null) return false;
  try {
    return window.top.location.origin !== location.origin;
  } catch (cause) {
    // Another site's address cannot be read.
    if (cause instanceof DOMException) return true;
    throw cause;
  }
}

/** Takes why the database did not open; gives it as a StorageError. A browser may refuse by having no database at all. */
function toOpeningError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  // Without a database, reading `indexedDB.open` is a TypeError; a refusal while it opens has several names.
  const isRefused =
    !hasDatabase() ||
    (cause instanceof DOMException && ['SecurityError', 'NotAllowedError', 'InvalidStateError'].includes(cause.name));
  const isUnknown = cause instanceof DOMException && ['UnknownError', 'AbortError'].includes(cause.name);
  if (isFramed() && (isRefused || isUnknown)) return new StorageError('framed', cause);
  return isRefused ? new StorageError('refused', cause) : toStorageError(cause);
}

function hasDatabase(): boolean {
  try {
    return typeof window.indexedDB === 'object' && window.indexedDB !== null;
  } catch (cause) {
    // In a frame without an origin of its own even asking is refused.
    if (cause instanceof DOMException) return false;
    throw cause;
  }
}

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

/** Why a whole assessment was kept aside: it was deleted, replaced by a file, changed by a merge, or came to be merged. */
export type KeepReason = 'deleted' | 'replaced' | 'merged' | 'received';

export interface KeptRecord {
  assessmentId: string;
  reason: KeepReason;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The assessment in the form of its file. */
  file: unknown;
}

/** What this browser knows of the copies of an assessment in files. */
export interface CopyRecord {
  assessmentId: string;
  /** Instant of the last copy, ISO 8601 in UTC, and the revision that it holds; null where there is none yet. */
  at: string | null;
  revision: number;
  fileName: string;
  /** The file that is kept up to date, where the person chose one (File System Access). */
  handle: FileSystemFileHandle | null;
  /** `lastModified` of that file as this browser left it, in milliseconds: another value means that somebody changed it. */
  fileModified: number;
  /** The revision that this browser last wrote into that file; null where it has not written it. */
  fileRevision: number | null;
  /** What somebody else wrote into that file, while it waits to be merged: its number among the kept, its `lastModified`. */
  outside: { key: number; modified: number } | null;
}

export interface Schema extends DBSchema {
  /** Headers in the form of the file, by id. */
  assessments: { key: string; value: { id: string } & Record<string, unknown> };
  /** One record an answer, so that two tabs on two criteria never write over each other. */
  answers: { key: [string, string]; value: StoredAnswer };
  /** The plan and the projects, by assessment, kind and id. */
  documents: { key: [string, string, string]; value: StoredDocument };
  /** Records that could not be read, kept as they were before something new took their place. */
  quarantine: { key: number; value: { assessmentId: string; criterionId: string; found: string; raw: unknown } };
  /** Whole assessments kept aside, so that nothing is deleted or replaced without a way back. */
  kept: { key: number; value: KeptRecord };
  /** By assessment: its copies in files. */
  copies: { key: string; value: CopyRecord };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE_NAME = 'gel-autoevaluaciones';
const VERSION = 3;

/**
 * Opens the browser's database. `lost` is called when the connection ends without the page having closed it. Throws
 * StorageError.
 */
export async function openDatabase(lost: () => void): Promise<Database> {
  let giveUp: (error: StorageError) => void;
  const blocked = new Promise<never>((_, reject) => (giveUp = reject));
  try {
    const opening = openDB<Schema>(DATABASE_NAME, VERSION, {
      // Each step adds to what the one before left: nothing that is stored is touched.
      upgrade(database, from, _to, transaction, event) {
        noteLoss(event);
        // A step that is undone makes the opening fail, which is heard: that it was undone need not be heard besides.
        transaction.done.catch(() => undefined);
        // A database that something else made anew, after the browser threw this one away, has a version and no stores.
        const isNew = from < 1 || database.objectStoreNames.length === 0;
        if (isNew) {
          database.createObjectStore('assessments', { keyPath: 'id' });
          database.createObjectStore('answers', { keyPath: ['assessmentId', 'criterionId'] });
          database.createObjectStore('quarantine', { autoIncrement: true });
        }
        if (isNew || from < 2) {
          database.createObjectStore('kept', { autoIncrement: true });
          database.createObjectStore('copies', { keyPath: 'assessmentId' });
        }
        if (isNew || from < 3) {
          database.createObjectStore('documents', { keyPath: ['assessmentId', 'kind', 'id'] });
          // Before version 3 a plan that came with a file lay in its header, as keys that nobody read.
          moveDocuments(transaction.objectStore('assessments'), transaction.objectStore('documents')).catch(
            (cause: unknown) => {
              // Nobody hears a failure in here: half of the step may not stay, and the page has to be told.
              reportError(cause);
              abortQuietly(transaction);
            },
          );
        }
      },
      // Another tab holds an older version of the database and does not let go of it.
      blocked: () => giveUp(new StorageError('blocked', 'another tab')),
      // A tab with a newer version asks for the database: let go of it, so that it is not blocked.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    });
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    throw toOpeningError(cause);
  }
}

/** Aborts a transaction; one that has already finished cannot be aborted, and then there is nothing to undo. */
export function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
  }
}

/** The same with what the linked file says: records that an earlier version wrote do not have it. */
export interface LinkedCopy extends CopyRecord {
  /**
   * What the linked file said when this browser left it (`sha256Of`), and its `fileModified` then: where that is another
   * one by now, an earlier version, in another tab, has left the file since.
   */
  said?: { digest: string; modified: number } | null;
  outside: { key: number; modified: number; digest?: string } | null;
}

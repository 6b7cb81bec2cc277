import type { IDBPTransaction, StoreNames } from 'idb';
import { abortQuietly, openDatabase, StorageError, type Database, type Schema } from './database.ts';

type Mode = 'readonly' | 'readwrite';

/** `strict`: the browser confirms only after the data has been handed to the disk, so «Guardado» is true. */
const STRICT = { durability: 'strict' } as const;

/** The refusals that say that the connection itself is gone, and not that this one request was wrong. */
const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError']);

/**
 * The page's connection to the browser's database. It is opened when it is first needed, and again after the browser
 * closed it, after a failure, and after the page was left: whoever asks always gets one that is open.
 */
export class Connection {
  #opening: Promise<Database> | undefined;
  #database: Database | undefined;
  /** What has begun and not ended, so that it can be broken off. */
  readonly #running = new Map<{ abort(): void }, Mode>();
  /** Resolves when the page that was left is shown again; undefined while it has not been left. */
  #shownAgain: Promise<void> | undefined;

  constructor() {
    // A page that is left with a reading under way may be kept by the browser, which then holds up every later write of
    // the site (WebKit): what only reads is broken off, what writes is let through, and the connection is closed. Until
    // the page is shown again nothing is begun.
    window.addEventListener('pagehide', () => {
      this.#shownAgain = new Promise((resolve) =>
        window.addEventListener('pageshow', () => resolve((this.#shownAgain = undefined)), { once: true }),
      );
      this.#close((mode) => mode === 'readonly');
    });
  }

  /** Opens the database, or gives the connection that is open. Throws StorageError. */
  async ready(): Promise<Database> {
    await this.#shownAgain;
    return this.#open();
  }

  #open(): Promise<Database> {
    this.#opening ??= openDatabase(() => this.#forget()).then(
      (database) => (this.#database = database),
      (cause: unknown) => {
        this.#opening = undefined;
        throw cause;
      },
    );
    return this.#opening;
  }

  /** Begins a transaction on a connection that `ready` gave; nothing may be awaited in between. */
  begin<const Stores extends readonly StoreNames<Schema>[], M extends Mode>(
    database: Database,
    stores: Stores,
    mode: M,
  ): IDBPTransaction<Schema, StoreNames<Schema>[], M> {
    const transaction = database.transaction([...stores], mode, mode === 'readwrite' ? STRICT : undefined);
    this.#running.set(transaction, mode);
    const end = (): void => void this.#running.delete(transaction);
    transaction.done.then(end, end);
    return transaction;
  }

  /** Breaks off what is under way and closes; the next one who asks gets a new connection. */
  renew(): void {
    this.#close(() => true);
  }

  /** True where what was thrown says that the connection is of no use any more: a new one may do what this one could not. */
  static isLost(cause: unknown): boolean {
    const named = cause instanceof StorageError ? cause.cause : cause;
    return named instanceof DOMException && LOST.has(named.name);
  }

  #forget(): void {
    this.#opening = undefined;
    this.#database = undefined;
  }

  #close(isBrokenOff: (mode: Mode) => boolean): void {
    for (const [transaction, mode] of this.#running) if (isBrokenOff(mode)) abortQuietly(transaction);
    this.#database?.close();
    this.#forget();
  }
}

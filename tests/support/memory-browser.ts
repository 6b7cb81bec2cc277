import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { onTestFinished, vi } from 'vitest';
import { DATABASE_NAME } from '../../src/assessment/storage/database.ts';
import { STORES, type StoreName } from './database.ts';

/** The small memory beside the database: its keys are its own properties, as in a browser. */
class Memory {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (Reflect.get(this, key) as string) : null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, String(value));
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** What a test needs of the browser that it stands in for. */
export interface MemoryBrowser {
  /** What the page is told of, as `pagehide`. */
  readonly window: EventTarget;
  /** What `reportError` was given. */
  readonly reported: unknown[];
  readonly local: Memory;
}

/** Puts an empty browser in memory in the place of the one that the code of `storage` asks for, until the test ends. */
export function freshBrowser(): MemoryBrowser {
  const window = new EventTarget();
  const reported: unknown[] = [];
  const local = new Memory();
  Object.defineProperties(window, {
    top: { value: window, writable: true },
    indexedDB: { get: () => globalThis.indexedDB, configurable: true },
  });
  const globals = {
    window,
    indexedDB: new IDBFactory(),
    location: { origin: 'https://ejemplo.gov.co' },
    localStorage: local,
    sessionStorage: new Memory(),
    reportError: (cause: unknown) => reported.push(cause),
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return { window, reported, local };
}

/** The connections that pages open from now on, in turn. */
export function watchConnections(): IDBDatabase[] {
  const opened: IDBDatabase[] = [];
  const open = IDBFactory.prototype.open;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...input) {
    const request = open.apply(this, input);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  return opened;
}

/** The browser itself ends a connection, as where the person clears the site's data. */
export function endConnection(database: IDBDatabase): void {
  (forceCloseDatabase as unknown as (database: IDBDatabase) => void)(database);
}

/** What lies in a database: each of its stores, with its keys and its records in their order. */
export type Dump = Readonly<
  Record<
    string,
    {
      readonly keyPath: string | string[] | null;
      readonly keys: readonly IDBValidKey[];
      readonly records: readonly unknown[];
    }
  >
>;

/** Makes a database of a version as another page of the site has left it, beside `storage`. Gives its connection, open. */
export async function makeDatabase(version: number, dump: Dump): Promise<IDBDatabase> {
  const database = await openDB(DATABASE_NAME, version, {
    upgrade(fresh) {
      for (const [name, { keyPath, keys, records }] of Object.entries(dump)) {
        const store = fresh.createObjectStore(name, keyPath === null ? { autoIncrement: true } : { keyPath });
        records.forEach(
          (record, index) => void (keyPath === null ? store.put(record, keys[index]) : store.put(record)),
        );
      }
    },
  });
  return database as unknown as IDBDatabase;
}

/** Everything that lies in the database, as it is, and the version that it has. */
export async function dumpDatabase(): Promise<{ version: number; stores: Dump }> {
  const database = await openDB(DATABASE_NAME);
  const stores: [string, Dump[string]][] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).store;
    const [keyPath, keys, records] = [store.keyPath, await store.getAllKeys(), await store.getAll()];
    stores.push([name, { keyPath, keys, records }]);
  }
  database.close();
  return { version: database.version, stores: Object.fromEntries(stores) };
}

/** The records of each store, as they are. */
export async function recordsOf(): Promise<Record<StoreName, unknown[]>> {
  const { stores } = await dumpDatabase();
  return Object.fromEntries(STORES.map((name) => [name, [...(stores[name]?.records ?? [])]])) as Record<
    StoreName,
    unknown[]
  >;
}

/** Puts records where they would lie, well formed or not. */
export async function putInMemory(records: Partial<Record<StoreName, readonly unknown[]>>): Promise<void> {
  const database = await openDB(DATABASE_NAME);
  const transaction = database.transaction(Object.keys(records), 'readwrite');
  for (const [name, list] of Object.entries(records)) {
    for (const record of list) void transaction.objectStore(name).put(record);
  }
  await transaction.done;
  database.close();
}

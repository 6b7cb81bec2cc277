import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The stores of the browser's database (`src/assessment/storage/database.ts`). */
export const STORES = ['assessments', 'answers', 'documents', 'quarantine', 'kept', 'copies'] as const;
export type StoreName = (typeof STORES)[number];

/** How version 3 of the database holds each store: what it was, for ever (`golden-database.test.ts`). */
const LAYOUT = {
  version: 3,
  keyPaths: Object.fromEntries(
    Object.entries(
      JSON.parse(readFileSync('tests/golden/base-de-datos-v3.json', 'utf8')) as Record<
        string,
        { keyPath: string | string[] | null }
      >,
    ).map(([name, { keyPath }]) => [name, keyPath]),
  ),
};

/**
 * Puts records into the browser's database as they would lie there, well formed or not, in one transaction. Where there
 * is no database yet it is made as version 3 left it: the page opens it as one of an earlier visit. `clear` takes away first what one assessment has in `documents`.
 */
export async function putRecords(
  page: Page,
  records: Partial<Record<StoreName, readonly unknown[]>>,
  { clear = null }: { clear?: string | null } = {},
): Promise<void> {
  await page.evaluate(
    async ({ records, clear, layout }) => {
      const known = (await indexedDB.databases()).find(({ name }) => name === 'gel-autoevaluaciones');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gel-autoevaluaciones', known?.version ?? layout.version);
        request.onupgradeneeded = () => {
          for (const [name, keyPath] of Object.entries(layout.keyPaths)) {
            request.result.createObjectStore(name, keyPath === null ? { autoIncrement: true } : { keyPath });
          }
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const names = [...new Set([...Object.keys(records), ...(clear === null ? [] : ['documents'])])];
      const transaction = database.transaction(names, 'readwrite');
      if (clear !== null) transaction.objectStore('documents').delete(IDBKeyRange.bound([clear], [clear, []]));
      for (const [name, list] of Object.entries(records)) {
        for (const record of list ?? []) transaction.objectStore(name).put(record);
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    { records, clear, layout: LAYOUT },
  );
}

/** Everything that lies in the browser's database, as it is, by store; nothing where the browser has no database. */
export async function readRecords(page: Page): Promise<Record<StoreName, unknown[]>> {
  return page.evaluate(
    async (names) => {
      const database = await new Promise<IDBDatabase | null>((resolve, reject) => {
        const request = indexedDB.open('gel-autoevaluaciones');
        let isMissing = false;
        request.onupgradeneeded = () => {
          // Reading makes no database where there is none.
          isMissing = true;
          request.transaction?.abort();
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => (isMissing ? resolve(null) : reject(request.error));
      });
      if (database === null) return Object.fromEntries(names.map((name) => [name, []]));
      const read = (name: string): Promise<unknown[]> =>
        new Promise((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const all: [string, unknown[]][] = [];
      for (const name of names) all.push([name, await read(name)]);
      database.close();
      return Object.fromEntries(all);
    },
    [...STORES],
  ) as Promise<Record<StoreName, unknown[]>>;
}

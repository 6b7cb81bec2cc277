import type { AssessmentStore } from './assessment-store.ts';
import type { CopyRecord, LinkedCopy } from './database.ts';
import type { Writing } from './records.ts';

/** What this browser knows of the copies of its assessments in files. */

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

/** Notes what is known of the copies of an assessment in files; what is not given stays as it was. */
export async function noteCopyIn(
  transaction: Writing,
  id: string,
  change: Partial<Omit<CopyRecord, 'assessmentId'>>,
): Promise<CopyRecord> {
  const store = transaction.objectStore('copies');
  const record = { ...NO_COPY, ...(await store.get(id)), ...change, assessmentId: id };
  await store.put(record);
  return record;
}

/** What is known of the copies in files, by assessment. */
export async function listCopies(store: AssessmentStore): Promise<ReadonlyMap<string, CopyRecord>> {
  return store.read(['copies'], async (transaction) => {
    const records = await transaction.objectStore('copies').getAll();
    return new Map(records.map((record) => [record.assessmentId, record] as const));
  });
}

/** What is known of the copies of one assessment in files, or null where there is none. */
export async function copyRecord(store: AssessmentStore, id: string): Promise<LinkedCopy | null> {
  return store.read(['copies'], async (transaction) => (await transaction.objectStore('copies').get(id)) ?? null);
}

/** Notes a copy in a file, or the file that is to be kept up to date; what is not given stays as it was. */
export async function noteCopy(
  store: AssessmentStore,
  id: string,
  change: Partial<Omit<LinkedCopy, 'assessmentId'>>,
): Promise<LinkedCopy> {
  return store.transact({ ids: [], kept: false }, (transaction) => noteCopyIn(transaction, id, change));
}

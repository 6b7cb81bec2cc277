import type { AssessmentStore } from './assessment-store.ts';
import type { CopyRecord, LinkedCopy } from './database.ts';
import { noteCopyIn } from './whole-records.ts';

/** What this browser knows of the copies of its assessments in files. */

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

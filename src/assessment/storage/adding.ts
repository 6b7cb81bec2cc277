import type { Assessment } from '../domain/assessment.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { noteCopyIn } from './copies.ts';
import { putStored } from './records.ts';

/**
 * Stores an assessment that came from a file, under a new id where its own is taken. A closed version under a new id
 * would no longer be the file that was closed, so that it comes in open. `file` is the file that holds all of it, and
 * so is a copy of it. Says under which id. Throws StorageError.
 */
export async function addCopy(
  store: AssessmentStore,
  assessment: Assessment,
  newId: string,
  file: { fileName: string; at: string } | null = null,
): Promise<{ id: string; isCopy: boolean }> {
  return store.transact(
    ({ id }) => ({ ids: [id], kept: false }),
    async (transaction) => {
      const isCopy = (await transaction.objectStore('assessments').getKey(assessment.id)) !== undefined;
      const copy = isCopy ? { ...assessment, id: newId, closing: null } : assessment;
      await putStored(transaction, copy, 'add');
      if (file && !isCopy) await noteCopyIn(transaction, copy.id, { ...file, revision: copy.revision });
      return { id: copy.id, isCopy };
    },
  );
}

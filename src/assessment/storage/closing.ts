import type { Assessment } from '../domain/assessment.ts';
import { headerToFile } from '../file/assessment-file.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { StorageError } from './database.ts';
import { readStored } from './whole-records.ts';

/**
 * Closes a version: takes the closed assessment, whose digest was taken over `seenRevision` plus one. False where
 * another tab has changed it since: then nothing is closed and the digest has to be taken again.
 * Throws StorageError.
 */
export async function closeAssessment(
  store: AssessmentStore,
  closed: Assessment,
  seenRevision: number,
): Promise<boolean> {
  return store.transact({ ids: [closed.id], kept: false }, async (transaction) => {
    const before = await readStored(transaction, closed.id);
    if (before.closing !== null) throw new StorageError('closed', closed.id);
    if (before.revision !== seenRevision) return false;
    const { answers: _answers, documents: _documents, ...header } = closed;
    await transaction.objectStore('assessments').put(headerToFile(header));
    return true;
  });
}

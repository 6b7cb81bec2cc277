import type { Assessment } from '../domain/assessment.ts';
import { headerToFile } from '../file/assessment-file.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { StorageError } from './database.ts';
import { putStored } from './records.ts';
import { clearStored, keepAside, noteCopyIn, readStored, settleReceived } from './whole-records.ts';

/** What happens to an assessment as a whole: for the pages on which it does, and for no other. */

/**
 * Stores an assessment that came from a file, under a new id where its own is taken. A closed version under a new id
 * would no longer be the file that was closed, so that it comes in open. `file` is the file that holds all of it, and
 * so is a copy of it. Says under which id.
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

/**
 * Puts an assessment in the place of the stored one with its id, and keeps that one aside. Takes the revision that the
 * person saw: where another tab has changed it since, nothing is replaced. `received` is the number of a kept file that
 * is in the result and need not be kept any longer. Gives the number under which the old one is kept, or null where it
 * was not replaced.
 */
export async function replaceAssessment(
  store: AssessmentStore,
  assessment: Assessment,
  input: { seenRevision: number; reason: 'replaced' | 'merged'; now: string; received?: number | null },
): Promise<number | null> {
  const { seenRevision, reason, now, received = null } = input;
  return store.transact({ ids: [assessment.id], kept: true }, async (transaction) => {
    const before = await readStored(transaction, assessment.id);
    if (before.revision !== seenRevision) return null;
    const key = await keepAside(transaction, before, reason, now);
    if (received !== null) await settleReceived(transaction, assessment.id, received);
    await clearStored(transaction, assessment.id, now);
    // A closed version stays to the letter what was closed; any other has one revision more than what it replaces.
    const next = assessment.closing ? assessment : { ...assessment, revision: before.revision + 1, modified: now };
    await putStored(transaction, next, 'put');
    return key;
  });
}

/** Takes an assessment out of the list and keeps it aside. Gives its number. */
export async function removeAssessment(store: AssessmentStore, id: string, now: string): Promise<number> {
  return store.transact({ ids: [id], kept: true }, async (transaction) => {
    const before = await readStored(transaction, id);
    const key = await keepAside(transaction, before, 'deleted', now);
    await clearStored(transaction, id, now);
    return key;
  });
}

/**
 * Closes a version: takes the closed assessment, whose digest was taken over `seenRevision` plus one. False where
 * another tab has changed it since: then nothing is closed and the digest has to be taken again.
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

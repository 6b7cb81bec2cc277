import type { Assessment } from '../domain/assessment.ts';
import type { AssessmentStore } from './assessment-store.ts';
import type { LinkedCopy } from './database.ts';
import { putStored, type Writing } from './records.ts';
import { clearStored, keepAside, readStored } from './whole-records.ts';

/**
 * Puts an assessment in the place of the stored one with its id, and keeps that one aside. Takes the revision that the
 * person saw: where another tab has changed it since, nothing is replaced. `received` is the number of a kept file that
 * is in the result and need not be kept any longer. Gives the number under which the old one is kept, or null where it
 * was not replaced. Throws StorageError.
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

/** A kept file that is now in its assessment: no longer kept, and where it came from its linked file, that may be written. */
async function settleReceived(transaction: Writing, id: string, received: number): Promise<void> {
  await transaction.objectStore('kept').delete(received);
  const record = await transaction.objectStore('copies').get(id);
  if (record?.outside?.key !== received) return;
  const { modified, digest } = record.outside as NonNullable<LinkedCopy['outside']>;
  const said = digest === undefined ? null : { digest, modified };
  const settled: LinkedCopy = { ...record, fileModified: modified, fileRevision: null, said, outside: null };
  await transaction.objectStore('copies').put(settled);
}

import type { Assessment } from '../domain/assessment.ts';
import { part } from '../../kit/browser/part.ts';
import type { AssessmentStore } from './assessment-store.ts';
import type { KeepReason } from './database.ts';
import { putStored } from './records.ts';
import { clearStored, keepAside, readStored } from './whole-records.ts';

/** Whole assessments that are kept aside, so that nothing is deleted or replaced without a way back. */

/** A whole assessment that was kept aside, and its number among them. */
export interface Kept {
  readonly key: number;
  readonly reason: KeepReason;
  readonly at: string;
  readonly assessment: Assessment;
}

/**
 * Brings what reads a whole file: only what is kept aside asks for it, so that it weighs on no other page. A change that
 * keeps something aside asks for it first, so that there is a way back. Throws PartMissing.
 */
export const bringReader = () => part(() => import('../file/assessment-record.ts'));

/** Keeps an assessment aside as it is, without putting it in the list. Gives its number. */
export async function keep(
  store: AssessmentStore,
  assessment: Assessment,
  reason: KeepReason,
  now: string,
): Promise<number> {
  return store.transact({ ids: [], kept: true }, (transaction) => keepAside(transaction, assessment, reason, now));
}

/**
 * Everything that is kept aside, the last first. What can no longer be read is left out and stays where it is. Throws
 * StorageError or PartMissing.
 */
export async function listKept(store: AssessmentStore): Promise<Kept[]> {
  const [keys, records] = await store.read(['kept'], async (transaction) => {
    const kept = transaction.objectStore('kept');
    return Promise.all([kept.getAllKeys(), kept.getAll()]);
  });
  if (records.length === 0) return [];
  const { readAssessment } = await bringReader();
  return records
    .flatMap(({ reason, at, file }, index): Kept[] => {
      const reading = readAssessment(file);
      const key = keys[index];
      return reading.ok && key !== undefined ? [{ key, reason, at, assessment: reading.assessment }] : [];
    })
    .reverse();
}

/** The ids of what is kept aside, whether it can be read or not. Throws StorageError. */
export async function keptIds(store: AssessmentStore): Promise<Set<string>> {
  const records = await store.read(['kept'], (transaction) => transaction.objectStore('kept').getAll());
  return new Set(records.map(({ assessmentId }) => assessmentId));
}

/**
 * Brings back what was kept aside. Where its id is in the list again, the present one is kept aside in its turn; but a
 * file that came to be merged is added beside it under the new id, and so is whatever would take the place of a closed
 * version. Gives the id under which it now is, or null where it is no longer kept. Throws StorageError or PartMissing; then
 * nothing has changed.
 */
export async function restore(store: AssessmentStore, key: number, newId: string, now: string): Promise<string | null> {
  // Before the transaction, which does not wait for what is no request of its own.
  const { readAssessment } = await bringReader();
  return store.transact(
    (id) => ({ ids: id === null ? [] : [id], kept: true }),
    async (transaction) => {
      const record = await transaction.objectStore('kept').get(key);
      const reading = record && readAssessment(record.file);
      if (!record || !reading?.ok) return null;
      const { assessment } = reading;
      const isTaken = (await transaction.objectStore('assessments').getKey(assessment.id)) !== undefined;
      const present = isTaken ? await readStored(transaction, assessment.id) : null;
      let back = assessment;
      if (present && (record.reason === 'received' || present.closing)) {
        back = { ...assessment, id: newId, closing: null };
      } else if (present) {
        await keepAside(transaction, present, 'replaced', now);
        await clearStored(transaction, assessment.id, now);
        if (!assessment.closing) back = { ...assessment, revision: present.revision + 1, modified: now };
      }
      await putStored(transaction, back, 'put');
      await transaction.objectStore('kept').delete(key);
      return back.id;
    },
  );
}

/** Throws away what was kept aside. Nothing brings it back. */
export async function discard(store: AssessmentStore, key: number): Promise<void> {
  await store.transact({ ids: [], kept: true }, (transaction) => transaction.objectStore('kept').delete(key));
}

/** Takes an assessment out of the list and keeps it aside. Gives its number. Throws StorageError. */
export async function removeAssessment(store: AssessmentStore, id: string, now: string): Promise<number> {
  return store.transact({ ids: [id], kept: true }, async (transaction) => {
    const before = await readStored(transaction, id);
    const key = await keepAside(transaction, before, 'deleted', now);
    await clearStored(transaction, id, now);
    return key;
  });
}

import { answerFromFile } from '../file/assessment-file.ts';
import { documentOfKey } from '../file/document-key.ts';
import type { AssessmentStore } from './assessment-store.ts';
import type { Writing } from './records.ts';

/** A record that was set aside: another tab's, that this one's took the place of, or one that cannot be read. */
export interface SetAside {
  /** Its number among them. */
  readonly key: number;
  readonly assessmentId: string;
  /** What it is of: the id of a criterion (`INF-01`), or a `documentKey` (`activity:INF-01`). */
  readonly place: string;
  /** Instant, ISO 8601 in UTC. */
  readonly found: string;
  /** As it was stored. */
  readonly raw: unknown;
}

/** Everything that is set aside, the last first. Throws StorageError. */
export function listSetAside(store: AssessmentStore): Promise<SetAside[]> {
  return store.read(['quarantine'], async (transaction) => {
    const quarantine = transaction.objectStore('quarantine');
    const [keys, records] = [await quarantine.getAllKeys(), await quarantine.getAll()];
    return records
      .map(({ assessmentId, criterionId, found, raw }, index) => ({
        key: keys[index] ?? 0,
        assessmentId,
        place: criterionId,
        found,
        raw,
      }))
      .reverse();
  });
}

/**
 * Puts a record back in its place; what stands there now is set aside in its turn. False where it is no longer set aside.
 * Throws StorageError where its assessment is gone or closed.
 */
export async function takeBack(store: AssessmentStore, { key, assessmentId }: SetAside, now: string): Promise<boolean> {
  const { result } = await store.change(assessmentId, now, async (transaction) => {
    const quarantine = transaction.objectStore('quarantine');
    const record = await quarantine.get(key);
    if (record === undefined) return false;
    const present = await exchange(transaction, assessmentId, record.criterionId, record.raw);
    if (present !== undefined && JSON.stringify(present) !== JSON.stringify(record.raw)) {
      await quarantine.add({ assessmentId, criterionId: record.criterionId, found: now, raw: present });
    }
    await quarantine.delete(key);
    return true;
  });
  return result;
}

/** Puts a record in its place; gives what stood there, or undefined where nothing did. */
async function exchange(transaction: Writing, assessmentId: string, place: string, raw: unknown): Promise<unknown> {
  if (!place.includes(':')) {
    const answers = transaction.objectStore('answers');
    const before = await answers.get([assessmentId, place]);
    await answers.put({ assessmentId, criterionId: place, answer: raw });
    return before?.answer;
  }
  const { kind, id } = documentOfKey(place);
  const documents = transaction.objectStore('documents');
  const before = await documents.get([assessmentId, kind, id]);
  await documents.put({ assessmentId, kind, id, position: before?.position ?? 0, record: raw });
  return before?.record;
}

/** Throws away what was set aside. Nothing brings it back. Throws StorageError. */
export function throwAway(store: AssessmentStore, key: number): Promise<void> {
  return store.transact({ ids: [], kept: false }, (transaction) => transaction.objectStore('quarantine').delete(key));
}

/** True where a record that was set aside can be put back: it is an answer that can be read, or a record of the plan. */
export function canComeBack({ place, raw }: SetAside): boolean {
  return place.includes(':') || answerFromFile(raw).ok;
}

import { documentOfKey } from '../formats/document-key.ts';
import { isReadable } from '../formats/documents.ts';
import type { AssessmentStore, Writing } from './assessment-store.ts';
import { joinRecords } from './joining.ts';

/** What became of the records of one save, by `documentKey`. */
export interface SavedDocuments {
  /** The assessment's new revision. */
  readonly revision: number;
  /** What is stored now of each record; null where there is none. */
  readonly stored: ReadonlyMap<string, unknown>;
  /** What another tab had written where both changed the same: it is in quarantine. */
  readonly displaced: ReadonlyMap<string, unknown>;
}

/**
 * Stores records of the plan and the projects in one transaction, by `documentKey`; null takes one away. Takes each
 * record as the person saw it (none where there was none). Where another tab has changed one meanwhile, both changes
 * stand, key by key; where both changed one key, this tab's stands and the other's record goes to quarantine and is given
 * back as displaced. A record that another tab has changed is not taken away, and one that cannot be read goes to
 * quarantine before something takes its place. Throws StorageError.
 */
export async function saveDocuments(
  store: AssessmentStore,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  seen: ReadonlyMap<string, unknown>,
  now: string,
): Promise<SavedDocuments> {
  const { revision, result } = await store.change(id, now, async (transaction) => {
    const documents = transaction.objectStore('documents');
    const stored = new Map<string, unknown>();
    const displaced = new Map<string, unknown>();
    for (const [key, record] of Object.entries(changes)) {
      const { kind, id: own } = documentOfKey(key);
      const before = await documents.get([id, kind, own]);
      const setAside = (): Promise<unknown> =>
        transaction
          .objectStore('quarantine')
          .add({ assessmentId: id, criterionId: key, found: now, raw: before?.record });
      if (before !== undefined && !isReadable(kind, own, before.record)) await setAside();
      else if (before !== undefined && JSON.stringify(before.record) !== JSON.stringify(seen.get(key) ?? null)) {
        if (record === null) {
          stored.set(key, before.record);
          continue;
        }
        const joined = joinRecords(seen.get(key), record, before.record);
        if (joined.isClash) {
          displaced.set(key, before.record);
          await setAside();
        }
        await documents.put({ ...before, record: joined.record });
        stored.set(key, joined.record);
        continue;
      }
      stored.set(key, record);
      if (record === null) {
        await documents.delete([id, kind, own]);
        continue;
      }
      const position = before?.position ?? (kind === 'project' ? await nextPosition(transaction, id) : 0);
      await documents.put({ assessmentId: id, kind, id: own, position, record });
    }
    return { stored, displaced };
  });
  return { revision, ...result };
}

/** The place after the last project of an assessment. */
async function nextPosition(transaction: Writing, assessmentId: string): Promise<number> {
  const range = IDBKeyRange.bound([assessmentId, 'project'], [assessmentId, 'project', []]);
  const projects = await transaction.objectStore('documents').getAll(range);
  return projects.reduce((last, { position }) => Math.max(last, position + 1), 0);
}

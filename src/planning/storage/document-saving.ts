import { criterionOfId, freeActivityId } from '../domain/plan.ts';
import { freeProjectId } from '../../assessment/domain/project-id.ts';
import { documentKey, documentOfKey, type DocumentKind } from '../../assessment/file/document-key.ts';
import { isReadable } from '../file/documents.ts';
import { under } from '../../kit/bytes/raw-object.ts';
import { threeWayMerge } from '../../kit/values/three-way-merge.ts';
import type { AssessmentStore } from '../../assessment/storage/assessment-store.ts';
import type { Writing } from '../../assessment/storage/records.ts';

/** What became of the records of one save, by `documentKey`. */
export interface SavedDocuments {
  /** The assessment's new revision. */
  readonly revision: number;
  /** What is stored now of each record; null where there is none. */
  readonly stored: ReadonlyMap<string, unknown>;
  /** What another tab had written where both changed the same: it is in quarantine. */
  readonly conflicts: ReadonlyMap<string, unknown>;
  /** New records whose id another tab had given meanwhile to one of its own: the key they came with, and the one they got. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Stores records of the plan and the projects in one transaction, by `documentKey`; null takes one away. Takes each
 * record as the person saw it (none where there was none). Where another tab has changed one meanwhile, both changes
 * stand, key by key; where both changed one key, this tab's stands and the other's record goes to quarantine and is given
 * back as a conflict. A record that another tab has changed is not taken away, and one that cannot be read goes to
 * quarantine before something takes its place. A new record whose id another tab has given meanwhile gets the next free
 * one, so that two things do not become one; `isGiven` says which keys the page has given besides. Throws StorageError.
 */
export async function saveDocuments(
  store: AssessmentStore,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  seen: ReadonlyMap<string, unknown>,
  now: string,
  isGiven: (key: string) => boolean = () => false,
): Promise<SavedDocuments> {
  const { revision, result } = await store.change(id, now, async (transaction) => {
    const documents = transaction.objectStore('documents');
    const stored = new Map<string, unknown>();
    const conflicts = new Map<string, unknown>();
    const renamed = new Map<string, string>();
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
        if (isNewcomer(key, record, before.record, seen)) {
          const given = new Set(await idsOf(transaction, id, kind));
          for (const other of [...seen.keys(), ...Object.keys(changes)]) given.add(documentOfKey(other).id);
          const fresh = freeIdOf(kind, own, (each) => given.has(each) || isGiven(documentKey(kind, each)));
          const position = kind === 'project' ? await nextPosition(transaction, id) : 0;
          const named = withIdOf(kind, record, fresh);
          await documents.put({ assessmentId: id, kind, id: fresh, position, record: named });
          renamed.set(key, documentKey(kind, fresh));
          stored.set(key, before.record).set(documentKey(kind, fresh), named);
          continue;
        }
        const merged = threeWayMerge(seen.get(key), record, before.record);
        if (merged.isConflict) {
          conflicts.set(key, before.record);
          await setAside();
        }
        await documents.put({ ...before, record: merged.record });
        stored.set(key, merged.record);
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
    return { stored, conflicts, renamed };
  });
  return { revision, ...result };
}

/**
 * True where two tabs have each made something of their own under one id. What both have already worded alike is one
 * thing: the same proposal, taken up in both.
 */
function isNewcomer(key: string, record: unknown, stored: unknown, seen: ReadonlyMap<string, unknown>): boolean {
  const { kind } = documentOfKey(key);
  if (kind === 'texts' || (seen.get(key) ?? null) !== null) return false;
  const isNamed = (under(record, kind === 'project' ? 'nombre' : 'actividad') ?? '') !== '';
  return !isNamed || JSON.stringify(record) !== JSON.stringify(stored);
}

/** The record as it is under another id: a project holds its own. */
export function withIdOf(kind: DocumentKind, record: unknown, id: string): unknown {
  return kind === 'project' && typeof record === 'object' && record !== null ? { ...record, id } : record;
}

function freeIdOf(kind: DocumentKind, id: string, isTaken: (id: string) => boolean): string {
  const used = { has: isTaken };
  return kind === 'project' ? freeProjectId(used) : freeActivityId(used, criterionOfId(id));
}

/** The ids that records of one kind have in the database. */
async function idsOf(transaction: Writing, assessmentId: string, kind: DocumentKind): Promise<string[]> {
  const range = IDBKeyRange.bound([assessmentId, kind], [assessmentId, kind, []]);
  return (await transaction.objectStore('documents').getAll(range)).map(({ id }) => id);
}

/** The place after the last project of an assessment. */
async function nextPosition(transaction: Writing, assessmentId: string): Promise<number> {
  const range = IDBKeyRange.bound([assessmentId, 'project'], [assessmentId, 'project', []]);
  const projects = await transaction.objectStore('documents').getAll(range);
  return projects.reduce((last, { position }) => Math.max(last, position + 1), 0);
}

import type { Assessment } from '../../domain/assessment.ts';
import type { AssessmentStore, Damage } from '../../storage/assessment-store.ts';
import { listCopies } from '../../storage/copies.ts';
import type { CopyRecord } from '../../storage/database.ts';
import { keptIds } from '../../storage/kept.ts';

/** What the list shows, and what is known of it. */
export interface ReadList {
  readonly stored: readonly Assessment[];
  /**
   * What was shown, is no longer stored, and nobody deleted: whoever clears the site's data under the page still gets a
   * copy of it from here. It counts as stored for nothing, so that this copy can be opened again.
   */
  readonly gone: readonly Assessment[];
  /** By assessment: its copies in files. */
  readonly copies: ReadonlyMap<string, CopyRecord>;
  readonly damage: readonly Damage[];
}

export const NOTHING_READ: ReadList = { stored: [], gone: [], copies: new Map(), damage: [] };

/**
 * Reads the list. Takes what was read before and the ids of what the person changed since, which is never shown as gone.
 * Throws StorageError.
 */
export async function readList(
  store: AssessmentStore,
  before: ReadList,
  changed: readonly string[],
): Promise<ReadList> {
  const { headers, damage } = await store.list();
  const loaded = (await Promise.all(headers.map(({ id }) => store.load(id)))).filter((each) => each !== null);
  const copies = await listCopies(store);
  const stored = loaded.map(({ assessment }) => assessment);
  const allDamage = [...damage, ...loaded.flatMap((each) => each.damage)];
  const known = new Set([...changed, ...stored.map(({ id }) => id), ...allDamage.map((each) => each.assessmentId)]);
  const missing = [...before.stored, ...before.gone].filter(({ id }) => !known.has(id));
  const kept = missing.length > 0 ? await keptIds(store) : new Set();
  return { stored, gone: missing.filter(({ id }) => !kept.has(id)), copies, damage: allDamage };
}

/** What is still shown where the list could not be read: what was read before, but for what was changed since. */
export function unread(before: ReadList, changed: readonly string[]): ReadList {
  return { ...before, stored: before.stored.filter(({ id }) => !changed.includes(id)) };
}

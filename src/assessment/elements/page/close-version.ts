import type { Assessment } from '../../domain/assessment.ts';
import { close } from '../../file/closing.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { dayOf } from '../../../kit/browser/day-of.ts';
import { closeAssessment } from '../../storage/closing.ts';

/** How often the digest is taken again because another tab went on writing. */
const MAX_TRIES = 5;

/**
 * Closes a stored version as it is now: its digest is taken, and it is stored only if nobody changed it meanwhile. Gives
 * the closed assessment, or null where it is gone or does not come to rest. Throws StorageError.
 */
export async function closeVersion(
  store: AssessmentStore,
  id: string,
  responsible: string,
): Promise<Assessment | null> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const loaded = await store.load(id);
    if (!loaded) return null;
    const now = new Date();
    const { assessment } = loaded;
    const last = { ...assessment, modified: now.toISOString(), revision: assessment.revision + 1 };
    const closed = await close(last, { date: dayOf(now), responsible });
    if (await closeAssessment(store, closed, assessment.revision)) return closed;
  }
  return null;
}

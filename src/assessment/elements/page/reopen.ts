import { copyOf, freeLabel, type Assessment } from '../../domain/assessment.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showChangeFault } from './notice.ts';
import { saidWhileSlow } from './start.ts';

/** Stores an open copy of a closed version. Gives its id, or null, with the reason at the given place. */
export async function reopen(store: AssessmentStore, assessment: Assessment, faults: Element): Promise<string | null> {
  try {
    return await saidWhileSlow(faults, 'asked', () => stored(store, assessment));
  } catch (error) {
    showChangeFault(faults, toStorageError(error));
    return null;
  }
}

async function stored(store: AssessmentStore, assessment: Assessment): Promise<string> {
  const { headers } = await store.list();
  const label = freeLabel(headers, assessment, assessment.cutoffDate);
  const copy = copyOf(assessment, { id: newId(), now: new Date().toISOString(), label });
  await store.create(copy);
  const channel = openNotices(() => undefined);
  channel.tell({ assessmentId: copy.id });
  channel.close();
  return copy.id;
}

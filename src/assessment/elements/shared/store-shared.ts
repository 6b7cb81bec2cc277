import type { Assessment } from '../../domain/assessment.ts';
import { assessmentToText } from '../../file/assessment-file.ts';
import { AssessmentStore } from '../../storage/assessment-store.ts';
import { toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showChangeFault } from '../page/notice.ts';
import { saidWhileSlow } from '../page/start.ts';
import { addCopy } from '../../storage/adding.ts';

/**
 * Stores an assessment that came in a link, beside those that are there; what is stored already, to the letter, is not
 * stored twice. Gives the id under which it is, or null, with the reason at the given place.
 */
export async function storeShared(assessment: Assessment, faults: Element): Promise<string | null> {
  try {
    return await saidWhileSlow(faults, 'asked', () => stored(assessment));
  } catch (error) {
    showChangeFault(faults, toStorageError(error));
    return null;
  }
}

async function stored(assessment: Assessment): Promise<string> {
  const store = await AssessmentStore.open();
  const present = await store.load(assessment.id);
  if (present && assessmentToText(present.assessment) === assessmentToText(assessment)) return assessment.id;
  const { id } = await addCopy(store, assessment, newId());
  const channel = openNotices(() => undefined);
  channel.tell({ assessmentId: id });
  channel.close();
  return id;
}

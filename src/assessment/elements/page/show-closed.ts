import { closedVersion, reopenLabel } from '../../copy/storage.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { part } from '../../../kit/browser/part.ts';
import { longDate } from '../../../kit/words/dates.ts';
import { goTo } from './hold-address.ts';
import { withAssessment } from './keep-assessment.ts';
import { act } from './start.ts';

/** Says that the version is closed, and offers a copy of it to go on working in. */
export function showClosed(notices: Element, assessment: Assessment, store: AssessmentStore): void {
  const { date = '', responsible = '' } = assessment.closing ?? {};
  const faults = document.createElement('div');
  const reopen = async (): Promise<void> => {
    const id = await (await part(() => import('./reopen.ts'))).reopen(store, assessment, faults);
    if (id !== null) goTo(withAssessment(location.href, id));
  };
  showNotice(
    notices,
    closedVersion(longDate(date), responsible),
    { label: reopenLabel, run: () => void act(faults, reopen) },
    'calm',
  );
  notices.append(faults);
}

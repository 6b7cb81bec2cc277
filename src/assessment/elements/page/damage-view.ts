import { damagedAnswers, damagedHeader, saveDamaged, saveWhole, type Damaged } from '../../copy/damage.ts';
import type { FaultMessage } from '../../../kit/words/fault.ts';
import type { AssessmentStore, Damage } from '../../storage/assessment-store.ts';
import { rawRecords } from '../../storage/raw-records.ts';
import { criterionName } from './criterion-names.ts';
import { act } from './start.ts';
import { download } from '../../../kit/browser/download.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';

/** Says what is damaged, and offers it as it was found, with what a maintainer needs to know of it. */
export function tellDamage(
  place: Element,
  damage: readonly Damage[],
  store: AssessmentStore,
  nameOf: (assessmentId: string) => string,
): void {
  for (const { assessmentId, problems, raw } of damage.filter(({ criterionId }) => criterionId === null)) {
    const faults = document.createElement('div');
    const save = async (): Promise<void> => {
      const all = { problemas: problems, ...(await rawRecords(store, assessmentId)) };
      download('autoevaluacion-danada.json', `${JSON.stringify(all, null, 2)}\n`);
    };
    showNotice(place, damagedHeader({ problems, raw }), {
      label: saveWhole,
      run: () => {
        faults.replaceChildren();
        void act(faults, save);
      },
    });
    place.append(faults);
  }
  const answers = damage.filter(({ criterionId }) => criterionId !== null);
  for (const id of new Set(answers.map(({ assessmentId }) => assessmentId))) {
    const own = answers.filter(({ assessmentId }) => assessmentId === id);
    const damaged = own.map(({ criterionId, ...rest }): Damaged => ({ ...rest, place: criterionId ?? '' }));
    showDamaged(place, damagedAnswers(damaged, criterionName, nameOf(id)), 'autoevaluacion-datos-danados.json', own);
  }
}

/** Shows what is said of damaged records, and offers them under a file name. */
export function showDamaged(
  place: Element,
  message: FaultMessage,
  fileName: string,
  records: readonly unknown[],
): void {
  showNotice(place, message, {
    label: saveDamaged,
    run: () => download(fileName, `${JSON.stringify(records, null, 2)}\n`),
  });
}

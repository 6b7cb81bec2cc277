import { changeFault, copyUnnoted, damageMessage, damagedHeaderMessage, openFault } from '../../copy/storage.ts';
import { secondCopyOff, secondCopyUnchecked } from '../../copy/second-copy.ts';
import type { AssessmentStore, Damage } from '../../storage/assessment-store.ts';
import { StorageError, toStorageError } from '../../storage/database.ts';
import { download } from './download.ts';
import { showNotice } from './notice-box.ts';

/** Shows why the browser's data could not be opened or read. */
export function showOpenFault(place: Element, error: StorageError): void {
  showNotice(place, openFault[error.fault]);
}

/** Says that the second copy is not being made on this page, beside the work, which goes on; the cause is in the console. */
export function showSecondCopyOff(place: Element, error: unknown): void {
  // A database that refuses is told where the work meets it; the second copy begins again with the next page.
  if (error instanceof StorageError) showNotice(place, secondCopyUnchecked, undefined, 'calm');
  else {
    showNotice(place, secondCopyOff, undefined, 'calm');
    reportError(error);
  }
}

/** Shows why something that the person asked for was not stored, in the place of what was said there before. */
export function showChangeFault(place: Element, error: StorageError): void {
  place.replaceChildren();
  showNotice(place, changeFault(error.fault));
  place.scrollIntoView({ block: 'nearest' });
}

/** Says that a copy is in its file although the browser could not note it, in the place of what was said there before. */
export function showCopyUnnoted(place: Element, fileName: string, error: StorageError): void {
  place.replaceChildren();
  showNotice(place, copyUnnoted(fileName, error.fault));
  place.scrollIntoView({ block: 'nearest' });
}

/** Tells of damaged records, each with its place, and offers them as they were found. */
export function showDamage(place: Element, damage: readonly Damage[], store: AssessmentStore): void {
  for (const { assessmentId, problem } of damage.filter(({ criterionId }) => criterionId === null)) {
    const save = async (): Promise<void> => {
      try {
        download('autoevaluacion-danada.json', `${JSON.stringify(await store.raw(assessmentId), null, 2)}\n`);
      } catch (error) {
        showOpenFault(place, toStorageError(error));
      }
    };
    showNotice(place, damagedHeaderMessage(problem), {
      label: 'Guardar todo lo de esa autoevaluación',
      run: () => void save(),
    });
  }
  const answers = damage.filter(({ criterionId }) => criterionId !== null);
  if (answers.length === 0) return;
  showNotice(place, damageMessage(answers.map(({ criterionId, problem }) => `${criterionId} (${problem})`)), {
    label: 'Guardar una copia de lo dañado',
    run: () => download('autoevaluacion-datos-danados.json', `${JSON.stringify(answers, null, 2)}\n`),
  });
}

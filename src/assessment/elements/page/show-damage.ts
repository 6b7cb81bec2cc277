import { part } from '../../../kit/browser/part.ts';
import type { AssessmentStore, Damage } from '../../storage/assessment-store.ts';
import { showFault } from './notice.ts';

/**
 * Tells of damaged records, each with its place, and offers them as they were found. Where several assessments are shown,
 * `nameOf` says which is which. What tells it comes only where there is something to tell.
 */
export function showDamage(
  place: Element,
  damage: readonly Damage[],
  store: AssessmentStore,
  nameOf: (assessmentId: string) => string = () => '',
): void {
  if (damage.length === 0) return;
  // Its place is taken at once: what is said there after it stays below it, and what empties the place takes it along.
  const box = document.createElement('div');
  place.append(box);
  const tell = async (): Promise<void> => {
    const { tellDamage } = await part(() => import('./damage-view.ts'));
    tellDamage(box, damage, store, nameOf);
  };
  tell().catch((error: unknown) => {
    showFault(box, 'showing', error);
    reportError(error);
  });
}

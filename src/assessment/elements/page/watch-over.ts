import { copiesOffered, databaseLost, seeOffers } from '../../copy/second-copy.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';
import { lossOf, settleLoss } from '../../storage/loss.ts';
import { SecondCopy, type Offer } from '../../storage/second-copy.ts';
import { secondPlace, type SecondPlace } from '../../storage/second-place.ts';
import { begin, beginNewLog } from '../../storage/unclean-end.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';

/** What watches over the browser's own faults while a page works. */
export interface Watch {
  /** Null where the browser has no second place. */
  readonly copy: SecondCopy | null;
  readonly kind: SecondPlace['kind'] | null;
  readonly offers: readonly Offer[];
  /** Instant at which a lost database was noticed, ISO 8601 in UTC. */
  readonly lostAt: string | null;
}

/**
 * Begins to keep the second copy, mends what a killed browser may have left torn, and finds what the database has lost.
 * Takes the assessments of which something stored could not be read. Throws StorageError where the database refuses.
 */
export async function watchOver(store: AssessmentStore, damaged: Iterable<string>): Promise<Watch> {
  const { isDoubtful, left } = await begin(newId());
  const place = await secondPlace();
  const copy = place && new SecondCopy(store, place);
  const offers = copy ? await copy.compare(new Set(damaged)) : [];
  // Nothing is mended where nothing is stored.
  if (isDoubtful && (await store.list()).headers.length > 0) await beginNewLog(left);
  return { copy, kind: place?.kind ?? null, offers, lostAt: lossOf() };
}

/**
 * Tells a page that works on one assessment what was lost, and where it can be taken back. Takes the address of the list.
 * Gives true where there was something to tell.
 */
export function tellLoss(notices: Element, { offers, lostAt }: Watch, list: string): boolean {
  if (offers.length > 0) {
    showNotice(notices, copiesOffered(offers.length, lostAt), {
      label: seeOffers,
      run: () => location.assign(`${list}#recuperar`),
    });
    return true;
  }
  if (lostAt === null) return false;
  const box = document.createElement('div');
  showNotice(box, databaseLost(lostAt), {
    label: 'Entendido',
    run: () => {
      settleLoss();
      box.remove();
    },
  });
  notices.append(box);
  return true;
}

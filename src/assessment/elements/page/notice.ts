import { FILE_NAME, RELOAD, type Fault, type FaultTable, type Situation } from '../../copy/fault-names.ts';
import type { FaultMessage } from '../../../kit/words/fault.ts';
import { PartMissing } from '../../../kit/browser/part.ts';
import type { StorageError } from '../../storage/database.ts';
import { pageData } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { reloadSafely } from '../../../kit/browser/reload.ts';

/** Takes whatever was thrown; says which fault it is. A part that did not come is told as such through any other error. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof PartMissing || error.cause instanceof PartMissing) return 'partMissing';
  // By its name: the class comes with the database, which not every page needs.
  return error.name === 'StorageError' ? (error as StorageError).fault : 'unknown';
}

/** The words for what was thrown while the page was doing something. `fileName` is for a copy that is in its file. */
export function faultMessage(situation: Situation, error: unknown, fileName = ''): FaultMessage {
  const { happened, ...rest } = pageData<FaultTable>(document, 'faults')[situation][faultOf(error)];
  return { ...rest, happened: happened.replace(FILE_NAME, () => fileName) };
}

/**
 * Shows at a place what went wrong while the page was doing something; a part that did not come is reloaded from here.
 * Gives its box: what may be tried again takes it away once it works (`standing-fault.ts`).
 */
export function showFault(place: Element, situation: Situation, error: unknown, fileName = ''): HTMLElement {
  const message = faultMessage(situation, error, fileName);
  const reload = { label: RELOAD, run: () => void reloadSafely() };
  return showNotice(place, message, faultOf(error) === 'partMissing' ? reload : undefined);
}

/** Shows why the browser's data could not be opened or read. */
export function showOpenFault(place: Element, error: unknown): HTMLElement {
  return showFault(place, 'opening', error);
}

/** Shows why something that the person asked for was not done, in the place of what was said there before. */
export function showChangeFault(place: Element, error: unknown): HTMLElement {
  place.replaceChildren();
  const box = showFault(place, 'asked', error);
  place.scrollIntoView({ block: 'nearest' });
  return box;
}

/** Says that the second copy is not being made on this page, beside the work, which goes on. */
export function showSecondCopyOff(place: Element, error: unknown): void {
  showNotice(place, faultMessage('secondCopy', error), undefined, 'calm');
  // What the browser refuses, as while somebody clears the site's data, has been told; anything else is for whoever mends it.
  const isRefusal = error instanceof DOMException || (error instanceof Error && error.name === 'StorageError');
  if (!isRefusal) reportError(error);
}

/** Says that a copy is in its file although the browser could not note it, in the place of what was said there before. */
export function showCopyUnnoted(place: Element, fileName: string, error: unknown): HTMLElement {
  place.replaceChildren();
  const box = showFault(place, 'noting', error, fileName);
  place.scrollIntoView({ block: 'nearest' });
  return box;
}

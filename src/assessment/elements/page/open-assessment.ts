import { href } from '../../../addresses.ts';
import { assessmentWithCutoff } from '../../copy/assessments.ts';
import type { AssessmentHeader } from '../../domain/assessment.ts';
import { part } from '../../../kit/browser/part.ts';
import { AssessmentStore, type Damage, type Loaded } from '../../storage/assessment-store.ts';
import { StorageError, toStorageError } from '../../storage/database.ts';
import type { CopyLine } from '../copy-line/copy-line.ts';
import { need } from '../../../kit/browser/dom.ts';
import { addressedId, holdAddress } from './hold-address.ts';
import { keepAssessment } from './keep-assessment.ts';
import { showOpenFault, showSecondCopyOff } from './notice.ts';
import { showDamage } from './show-damage.ts';

/** Where this tab remembers its assessment, for pages that are reached by a link without the parameter. */
const TAB_KEY = 'gel-autoevaluacion';

/** What a page works with once its assessment is open. */
export interface Opened {
  readonly store: AssessmentStore;
  readonly loaded: Loaded;
  readonly copyLine: CopyLine;
}

type Opening =
  | { readonly kind: 'ready'; readonly store: AssessmentStore; readonly loaded: Loaded }
  | {
      readonly kind: 'none';
      readonly store: AssessmentStore;
      readonly damage: readonly Damage[];
      /** The address named an assessment that this browser does not have. */
      readonly isUnknown: boolean;
    }
  | { readonly kind: 'fault'; readonly error: StorageError };

/** Opens the assessment that the address names, or else the one changed last. A browser that refuses is a value too. */
async function open(): Promise<Opening> {
  try {
    const store = await AssessmentStore.open();
    const wanted = addressedId();
    const { headers, damage } = await store.list();
    const remembered = rememberedId();
    const known = headers.find((header) => header.id === remembered) ?? headers[0];
    const id = wanted ?? known?.id;
    const loaded = id === undefined ? null : await store.load(id);
    return loaded === null
      ? { kind: 'none', store, damage, isUnknown: wanted !== null && headers.length > 0 && !isDamaged(wanted, damage) }
      : { kind: 'ready', store, loaded };
  } catch (error) {
    return { kind: 'fault', error: toStorageError(error) };
  }
}

function isDamaged(id: string, damage: readonly Damage[]): boolean {
  return damage.some(({ assessmentId }) => assessmentId === id);
}

/**
 * Opens the page's assessment and says on the page which one it is: in the address, in the links to its other parts and
 * beside them. Gives null, with the reason on the page, where there is none to work on.
 */
export async function openAssessment(element: HTMLElement): Promise<Opened | null> {
  // A page that the browser kept and brings back shows what was true when it was left: read everything again.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  const notices = need(element, '[data-notices]');
  // What stands beside the work comes beside it: it is not needed before the assessment is there.
  const [opening, copies] = await Promise.all([open(), part(() => import('../copy-line/copy-line.ts'))]);
  if (opening.kind === 'fault') {
    showOpenFault(notices, opening.error);
    return null;
  }
  if (opening.kind === 'none') {
    showDamage(notices, opening.damage, opening.store);
    // Where the browser has lost what it had, «there is none yet» would not be true.
    if (await tellWhatWasLost(notices, opening.store, opening.damage)) return null;
    if (opening.isUnknown) showOpenFault(notices, new StorageError('gone', null));
    // One that cannot be opened is there all the same.
    need(element, '[data-none-yet]').hidden = opening.damage.length > 0;
    return null;
  }
  const { store, loaded } = opening;
  showDamage(notices, loaded.damage, store);
  // Beside the work, which does not wait for it.
  setTimeout(() => void tellWhatWasLost(notices, store, loaded.damage));
  remember(loaded.assessment.id);
  holdAddress(loaded.assessment.id);
  keepAssessment(loaded.assessment.id);
  nameAssessment(loaded.assessment);
  if (loaded.assessment.closing) {
    const { showClosed } = await part(() => import('./show-closed.ts'));
    showClosed(notices, loaded.assessment, store);
  }
  return { store, loaded, copyLine: new copies.CopyLine(store, loaded.assessment) };
}

/** Begins to keep the second copy, and tells what the browser has lost. Gives true where there was something to tell. */
async function tellWhatWasLost(notices: Element, store: AssessmentStore, damage: readonly Damage[]): Promise<boolean> {
  try {
    const { tellLoss, watchOver } = await part(() => import('./watch-over.ts'));
    const damaged = damage.map(({ assessmentId }) => assessmentId);
    return tellLoss(notices, await watchOver(store, damaged), href('/autoevaluacion/'));
  } catch (error) {
    showSecondCopyOff(notices, error);
    return false;
  }
}

function rememberedId(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch (error) {
    // A browser that refuses this small memory only forgets which of several assessments the tab was on.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Says which assessment the page works on, where the page has a place for it. */
export function nameAssessment(header: Pick<AssessmentHeader, 'entity' | 'label' | 'cutoffDate'>): void {
  for (const place of document.querySelectorAll('[data-assessment-name]')) {
    place.textContent = assessmentWithCutoff(header);
  }
}

import { actionFault, pageFault } from '../../copy/storage.ts';
import { need } from './dom.ts';
import { showNotice } from './notice-box.ts';

/**
 * Runs what makes an element of the page work. Whatever goes wrong is told on the page, in the element's own notices,
 * and left in the console for whoever mends it.
 */
export async function start(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showNotice(need(element, '[data-notices]'), pageFault);
    reportError(error);
  }
}

/**
 * Runs what a person asked for on a page that already works. Whatever goes wrong is told in the given place, instead of
 * what it said before, and left in the console.
 */
export async function act(place: Element, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    place.replaceChildren();
    showNotice(place, actionFault);
    place.scrollIntoView({ block: 'nearest' });
    reportError(error);
  }
}

import { need } from './dom.ts';
import { showChangeFault, showFault } from './notice.ts';

/**
 * Runs what makes an element of the page work. Whatever goes wrong is told on the page, in the element's own notices,
 * and left in the console for whoever mends it.
 */
export async function start(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showFault(need(element, '[data-notices]'), 'opening', error);
    reportError(error);
  }
}

/**
 * Shows a part of a page that already works. Whatever goes wrong is told in the given place, which holds nothing else, and
 * left in the console.
 */
export async function show(place: Element, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    place.replaceChildren();
  } catch (error) {
    place.replaceChildren();
    showFault(place, 'showing', error);
    reportError(error);
  }
}

/**
 * Runs what a person asked for on a page that already works. Whatever goes wrong is told in the given place, instead of
 * what it said before, and left in the console. What the work needs it brings before it changes anything.
 */
export async function act(place: Element, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showChangeFault(place, error);
    reportError(error);
  }
}

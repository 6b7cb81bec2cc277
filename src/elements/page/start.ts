import { actionFault, openFault, pageFault, type FaultMessage } from '../../copy/storage.ts';
import { need } from './dom.ts';
import { showNotice } from './notice-box.ts';

/** How long the browser's data may take to answer before the person is told that the page waits, in milliseconds. */
const SLOW_MS = 5000;

/** Waits for the browser's data; while they take longer than a person expects, says so in the given place. */
export async function saidWhileSlow<T>(place: Element, message: FaultMessage, work: () => Promise<T>): Promise<T> {
  const box = document.createElement('div');
  const slow = setTimeout(() => {
    showNotice(box, message);
    place.append(box);
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(slow);
    box.remove();
  }
}

/**
 * Runs what makes an element of the page work. Whatever goes wrong is told on the page, in the element's own notices,
 * and left in the console for whoever mends it.
 */
export async function start(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  try {
    await saidWhileSlow(need(element, '[data-notices]'), openFault.slow, work);
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

import type { Situation } from '../../copy/fault-names.ts';
import { StorageError } from '../../storage/database.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showChangeFault, showFault } from './notice.ts';
import { keepUntilItWorks, withdraw } from './standing-fault.ts';

/** How long the browser's data may take to answer before the person is told that the page waits, in milliseconds. */
const SLOW_MS = 5000;

/** Waits for the browser's data; while they take longer than a person expects, says so in the given place. */
export async function saidWhileSlow<T>(place: Element, situation: Situation, work: () => Promise<T>): Promise<T> {
  const box = document.createElement('div');
  const slow = setTimeout(() => {
    showFault(box, situation, new StorageError('slow', null));
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
  const place = need(element, '[data-notices]');
  try {
    await saidWhileSlow(place, 'opening', work);
    withdraw(place, 'start');
  } catch (error) {
    keepUntilItWorks(place, 'start', showFault(place, 'opening', error));
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
 * what it said before, and left in the console. What the work needs it brings before it changes anything. Once it works
 * its fault is gone; `what` tells the things apart that share a place.
 */
export async function act(place: Element, work: () => Promise<void>, what = ''): Promise<void> {
  try {
    await work();
    withdraw(place, what);
  } catch (error) {
    keepUntilItWorks(place, what, showChangeFault(place, error));
    reportError(error);
  }
}

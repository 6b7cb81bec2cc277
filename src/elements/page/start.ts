import { pageFault } from '../../copy/storage.ts';
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

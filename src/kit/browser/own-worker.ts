/** Why there is no worker: none can be had here, or it never ran. Then the work is done on the page's own thread. */
export class NoWorker extends Error {}

/**
 * Takes what starts a module worker of this site; gives it, or null where a policy forbids workers or the browser has
 * no module workers. (The bundler finds a worker by its address, so that it stands where it is used.)
 */
export function startWorker(start: () => Worker): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return start();
  } catch (reason) {
    // A policy or an old browser that has no module workers throws here; anything else is a mistake of ours.
    if (reason instanceof DOMException || reason instanceof TypeError) return null;
    throw reason;
  }
}

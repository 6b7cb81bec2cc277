/** What the browser promises of the data of this site: `kept` until the person erases it, or erased when it sees fit. */
export type Persistence = 'kept' | 'mayErase' | 'unknown';

/** Asks nothing; gives what the browser says today. */
export async function persistence(): Promise<Persistence> {
  if (!('storage' in navigator) || !('persisted' in navigator.storage)) return 'unknown';
  try {
    return (await navigator.storage.persisted()) ? 'kept' : 'mayErase';
  } catch (error) {
    // A browser without storage for this site has nothing to say of it; the page tells that elsewhere.
    if (error instanceof DOMException || error instanceof TypeError) return 'unknown';
    throw error;
  }
}

/** Asks the browser to keep the data. Some decide by themselves, others ask the person. Gives what it says afterwards. */
export async function askPersistence(): Promise<Persistence> {
  if ((await persistence()) !== 'mayErase') return persistence();
  try {
    await navigator.storage.persist();
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
  return persistence();
}

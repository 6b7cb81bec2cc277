import { deleteDB, openDB } from 'idb';

/**
 * Chromium keeps databases in a log. A kill in the middle of a write leaves a torn end; the next start still reads
 * everything, but writes behind the tear, and the start after that finds the log broken and throws the database away
 * (google/leveldb issue 1287). Writing some five million random bytes makes it begin a new log, and the tear is gone.
 */

/** A page that is open, or was when its browser was killed; the rest of the key is the page's own id. */
const OPEN = 'gel-abierta:';
/** Says, for this tab, that the log was begun anew, where the browser cannot tell which pages are alive. */
const HEALED = 'gel-sanada';

const SCRATCH = 'gel-borrador';
/** Below the size at which Chromium puts a value into a file of its own, beside the log. */
const PIECE_BYTES = 32_768;
/** One and a half times what Chromium gathers before it begins a new log (4 MiB). */
const PIECES = 192;

/** Only Chromium's engine has this, and only its database is kept in such a log. */
function hasLog(): boolean {
  return 'IDBVersionChangeEvent' in window && 'dataLoss' in IDBVersionChangeEvent.prototype;
}

/**
 * Notes that this page is open, and takes the note back when it is left. Gives the notes of pages that were open when
 * their browser ended. Local storage may refuse: then nothing is known, and this gives none.
 */
export async function leftOpen(pageId: string): Promise<string[]> {
  if (!hasLog()) return [];
  try {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(OPEN));
    const mark = OPEN + pageId;
    localStorage.setItem(mark, '');
    window.addEventListener('pagehide', () => localStorage.removeItem(mark));
    window.addEventListener('pageshow', ({ persisted }) => persisted && localStorage.setItem(mark, ''));
    const alive = await livePages(mark);
    if (alive !== null) return left.filter((key) => !alive.has(key));
    const isKnown = sessionStorage.getItem(HEALED) !== null;
    sessionStorage.setItem(HEALED, '');
    return isKnown ? [] : left;
  } catch (cause) {
    if (cause instanceof DOMException) return [];
    throw cause;
  }
}

/** The marks of the pages that are open now, this one's among them; null where the browser cannot say. */
async function livePages(mark: string): Promise<ReadonlySet<string> | null> {
  if (!('locks' in navigator)) return null;
  // Held as long as the page lives.
  void navigator.locks.request(mark, () => new Promise<never>(() => undefined));
  const { held = [], pending = [] } = await navigator.locks.query();
  return new Set([mark, ...[...held, ...pending].map(({ name = '' }) => name)]);
}

/**
 * Makes the browser begin a new log, and forgets the notes of the pages that its end had left open. Where the disk has no
 * room for it nothing is lost but this: the second copy still stands.
 */
export async function beginNewLog(left: readonly string[]): Promise<void> {
  try {
    const database = await openDB(SCRATCH, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('pieces', { autoIncrement: true }),
    });
    const transaction = database.transaction('pieces', 'readwrite', { durability: 'relaxed' });
    for (let piece = 0; piece < PIECES; piece += 1) {
      void transaction.store.add(crypto.getRandomValues(new Uint8Array(PIECE_BYTES)));
    }
    await transaction.done;
    database.close();
    await deleteDB(SCRATCH);
    for (const key of left) localStorage.removeItem(key);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}

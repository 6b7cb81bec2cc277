import { deleteDB, openDB } from 'idb';

/**
 * Chromium keeps databases in a log. A kill in the middle of a write leaves a torn end; the next start still reads
 * everything, but writes behind the tear, and the start after that finds the log broken and throws the database away
 * (google/leveldb issue 1287). Writing some five million random bytes makes it begin a new log, and the tear is gone.
 */

/** A page that is open, or was when its browser was killed; the rest of the key is the page's own id. */
const OPEN = 'gel-abierta:';
/** Says, for this tab, that the log was begun anew in this run of the browser. */
const RENEWED = 'gel-registro-nuevo';

const SCRATCH = 'gel-borrador';
/** Below the size at which Chromium puts a value into a file of its own, beside the log. */
const PIECE_BYTES = 32_768;
/** What is written at a time, so that the page can do other things in between. */
const PIECES_AT_ONCE = 16;
/** In all one and a half times what Chromium gathers before it begins a new log (4 MiB). */
const ROUNDS = 12;

/** Only Chromium's engine has this, and only its database is kept in such a log. */
function hasLog(): boolean {
  return 'IDBVersionChangeEvent' in window && 'dataLoss' in IDBVersionChangeEvent.prototype;
}

/** What is known when a page opens. */
export interface Beginning {
  /** True where the browser may have ended uncleanly since its log was last begun anew. */
  readonly isDoubtful: boolean;
  /** The notes of pages that were open when their browser ended. */
  readonly left: readonly string[];
}

/**
 * Notes that this page is open, and takes the note back when it is left. In doubt are a browser that left pages open, and
 * one that has no other page of the site: a note takes seconds to reach the disk, so that a kill can take it along. Local
 * storage may refuse: then nothing is known.
 */
export async function begin(pageId: string): Promise<Beginning> {
  if (!hasLog()) return { isDoubtful: false, left: [] };
  try {
    const notes = Object.keys(localStorage).filter((key) => key.startsWith(OPEN));
    const mark = OPEN + pageId;
    localStorage.setItem(mark, '');
    window.addEventListener('pagehide', () => localStorage.removeItem(mark));
    window.addEventListener('pageshow', ({ persisted }) => persisted && localStorage.setItem(mark, ''));
    const others = await livePages(mark);
    const isFirst = others.size === 0 && sessionStorage.getItem(RENEWED) === null;
    const left = 'locks' in navigator ? notes.filter((key) => !others.has(key)) : isFirst ? notes : [];
    return { isDoubtful: left.length > 0 || isFirst, left };
  } catch (cause) {
    if (cause instanceof DOMException) return { isDoubtful: false, left: [] };
    throw cause;
  }
}

/** The notes of the other pages that are open now; none where the browser cannot say. */
async function livePages(mark: string): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  // Held as long as the page lives.
  void navigator.locks.request(mark, () => new Promise<never>(() => undefined));
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(OPEN) ? [name] : [])));
}

/**
 * Makes the browser begin a new log, and forgets the notes of the pages that its end had left open. Where the disk has no
 * room for it nothing is lost but this: the second copy still stands.
 */
export async function beginNewLog(left: readonly string[]): Promise<void> {
  try {
    const database = await openDB(SCRATCH, 1, {
      upgrade(fresh, _from, _to, making) {
        // Where it is undone, as by somebody who clears the site's data, the opening fails, which is heard below.
        making.done.catch(() => undefined);
        fresh.createObjectStore('pieces', { autoIncrement: true });
      },
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      const transaction = database.transaction('pieces', 'readwrite', { durability: 'relaxed' });
      // What repeats would be packed to nothing.
      const pieces = Array.from({ length: PIECES_AT_ONCE }, () => crypto.getRandomValues(new Uint8Array(PIECE_BYTES)));
      await Promise.all([...pieces.map((piece) => transaction.store.add(piece)), transaction.done]);
    }
    database.close();
    await deleteDB(SCRATCH);
    sessionStorage.setItem(RENEWED, '');
    for (const key of left) localStorage.removeItem(key);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}

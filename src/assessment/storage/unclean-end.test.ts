import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshBrowser, type MemoryBrowser } from '../../../tests/support/memory-browser.ts';
import { begin, beginNewLog } from './unclean-end.ts';

let browser: MemoryBrowser;
let held: Set<string>;

/** A browser of Chromium's engine, which keeps its database in a log and knows which pages are open. */
function chromium({ locks = true } = {}): void {
  class LossEvent {
    get dataLoss(): string {
      return 'none';
    }
  }
  vi.stubGlobal('IDBVersionChangeEvent', LossEvent);
  Object.assign(browser.window, { IDBVersionChangeEvent: LossEvent });
  const manager = {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    request: (name: string) => {
      held.add(name);
      return new Promise(() => undefined);
    },
  };
  vi.stubGlobal('navigator', locks ? { locks: manager } : {});
}
/** The browser is started again on the same memory: nothing of what was open is. */
function restart(): void {
  held = new Set();
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
}
const notes = () => Object.keys(browser.local);

beforeEach(() => {
  browser = freshBrowser();
  held = new Set();
});

describe('a page that opens', () => {
  it('doubts nothing and notes nothing where the browser has no such log', async () => {
    expect(await begin('a')).toEqual({ isDoubtful: false, left: [] });
    expect(notes()).toEqual([]);
  });

  it('doubts where it is the first, because a note takes seconds to reach the disk', async () => {
    chromium();
    expect(await begin('a')).toEqual({ isDoubtful: true, left: [] });
    expect(await begin('b')).toEqual({ isDoubtful: false, left: [] });
    expect(notes()).toEqual(['gel-abierta:a', 'gel-abierta:b']);
  });

  it('doubts where pages were open when the browser ended, and names them, and not those that are open now', async () => {
    chromium();
    await begin('a');
    await begin('b');
    restart();
    expect(await begin('c')).toEqual({ isDoubtful: true, left: ['gel-abierta:a', 'gel-abierta:b'] });
    expect(await begin('d')).toEqual({ isDoubtful: true, left: ['gel-abierta:a', 'gel-abierta:b'] });
  });

  it('takes its note back when it is left, and makes it again where the browser kept the page', async () => {
    chromium();
    await begin('a');
    const tell = (name: string, persisted: boolean) =>
      browser.window.dispatchEvent(Object.assign(new Event(name), { persisted }));
    tell('pagehide', true);
    expect(notes()).toEqual([]);
    tell('pageshow', false);
    expect(notes()).toEqual([]);
    tell('pageshow', true);
    expect(notes()).toEqual(['gel-abierta:a']);
  });

  it('knows nothing where local storage is refused, and doubts each first page where nobody says which are open', async () => {
    chromium({ locks: false });
    await begin('a');
    expect(await begin('b')).toEqual({ isDoubtful: true, left: ['gel-abierta:a'] });
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    expect(await begin('c')).toEqual({ isDoubtful: false, left: [] });
  });
});

describe('a new log', () => {
  it('is begun by more bytes than the browser gathers, in pieces that it puts into the log; nothing of them stays', async () => {
    chromium();
    browser.local.setItem('gel-abierta:a', '');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    await beginNewLog(['gel-abierta:a']);
    const sizes = add.mock.calls.map(([piece]) => (piece as Uint8Array).byteLength);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(1.5 * 4 * 1024 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect(await indexedDB.databases()).toEqual([]);
    expect(notes()).toEqual([]);
    // In this run of the browser it need not be begun again.
    expect((await begin('b')).isDoubtful).toBe(false);
  });

  it('that the disk has no room for leaves the doubt as it was', async () => {
    chromium();
    browser.local.setItem('gel-abierta:a', '');
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await beginNewLog(['gel-abierta:a']);
    expect(await begin('b')).toEqual({ isDoubtful: true, left: ['gel-abierta:a'] });
  });

  it('whose making is undone, as where the site’s data are cleared, leaves no rejection that nobody hears', async () => {
    chromium();
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      const request = open(name, version);
      request.addEventListener('upgradeneeded', () => queueMicrotask(() => request.transaction?.abort()));
      return request;
    });
    await beginNewLog([]);
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshBrowser, type MemoryBrowser } from '../../../tests/support/memory-browser.ts';
import { NOW } from '../../../tests/builders/stored-assessment.ts';
import { secondPlace, type SecondPlace } from './second-place.ts';

let browser: MemoryBrowser;
beforeEach(() => {
  browser = freshBrowser();
});

/** Cache Storage as far as the place uses it: one cache, by address. It can be taken away, as by clearing the site's data. */
function giveCaches(): { clear: () => void } {
  let isThere = true;
  const open = () => {
    const held = new Map<string, Response>();
    const isOpen = isThere;
    const addressOf = (request: string | Request): string => (typeof request === 'string' ? request : request.url);
    const use = <T>(work: () => T): Promise<T> =>
      isOpen === isThere ? Promise.resolve(work()) : Promise.reject(new DOMException('', 'NotFoundError'));
    return Promise.resolve({
      keys: () => use(() => [...held.keys()].map((url) => new Request(url))),
      match: (request: string | Request) => use(() => held.get(addressOf(request))?.clone()),
      put: (url: string, response: Response) => use(() => void held.set(url, response)),
      delete: (url: string) => use(() => held.delete(url)),
    });
  };
  vi.stubGlobal('caches', { open });
  Object.assign(browser.window, { caches: {} });
  return { clear: () => void (isThere = !isThere) };
}

describe.each(['cache', 'local'] as const)('the second place in %s', (kind) => {
  let place: SecondPlace;
  beforeEach(async () => {
    if (kind === 'cache') giveCaches();
    place = (await secondPlace()) as SecondPlace;
  });

  it('holds texts by key with their notes, and one that is written again has the last', async () => {
    expect([place.kind, await place.notes()]).toEqual([kind, []]);
    const one = { key: 'autoevaluacion/a ñ?#1/x:y', revision: 7, at: NOW };
    const other = { key: 'conservada/b', revision: 0, at: '' };
    await place.write({ ...one, revision: 6 }, 'antes');
    await place.write(one, 'línea\notra: {"a": 1}');
    await place.write(other, '');
    expect(await place.notes()).toEqual([one, other]);
    expect([await place.read(one.key), await place.read(other.key)]).toEqual(['línea\notra: {"a": 1}', '']);
  });

  it('has nothing under a key that was removed, and never had one that was not written', async () => {
    await place.write({ key: 'a', revision: 1, at: NOW }, 'uno');
    await place.write({ key: 'b', revision: 1, at: NOW }, 'dos');
    await place.remove('a');
    await place.remove('ninguna');
    expect([await place.read('a'), await place.read('ninguna'), await place.read('b')]).toEqual([null, null, 'dos']);
    expect((await place.notes()).map(({ key }) => key)).toEqual(['b']);
  });
});

it('the cache is asked for anew where the open one was taken away', async () => {
  const { clear } = giveCaches();
  const place = (await secondPlace()) as SecondPlace;
  await place.write({ key: 'a', revision: 1, at: NOW }, 'uno');
  clear();
  expect(await place.read('a')).toBeNull();
  await place.write({ key: 'a', revision: 2, at: NOW }, 'dos');
  expect([await place.read('a'), await place.notes()]).toEqual(['dos', [{ key: 'a', revision: 2, at: NOW }]]);
});

it('local storage is told apart from what else the site remembers', async () => {
  browser.local.setItem('gel-base-perdida', NOW);
  const place = (await secondPlace()) as SecondPlace;
  expect(await place.notes()).toEqual([]);
  expect(Object.keys(browser.local)).toEqual(['gel-base-perdida']);
});

describe('a browser that refuses', () => {
  const refusing = (refusal: unknown) => {
    vi.stubGlobal('caches', { open: () => Promise.reject(refusal) });
    Object.assign(browser.window, { caches: {} });
  };

  it.each([new DOMException('', 'SecurityError'), new TypeError('no cache')])(
    'the cache is asked for local storage: %s',
    async (refusal) => {
      refusing(refusal);
      expect((await secondPlace())?.kind).toBe('local');
    },
  );

  it('both has no second place; a mistake of ours is none of its refusals', async () => {
    refusing(new DOMException('', 'SecurityError'));
    const storageOf = (cause: unknown) => ({
      setItem: () => {
        throw cause;
      },
    });
    vi.stubGlobal('localStorage', storageOf(new DOMException('', 'QuotaExceededError')));
    expect(await secondPlace()).toBeNull();
    const mistake = new RangeError('a mistake of ours');
    vi.stubGlobal('localStorage', storageOf(mistake));
    await expect(secondPlace()).rejects.toBe(mistake);
    refusing(mistake);
    await expect(secondPlace()).rejects.toBe(mistake);
  });
});

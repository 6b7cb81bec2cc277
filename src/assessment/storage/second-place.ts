/** Where the browser keeps a second copy of each assessment, apart from its database. */

/** What is known of a copy without reading it. */
export interface CopyNote {
  readonly key: string;
  /** The revision of the assessment that it holds. */
  readonly revision: number;
  /** Instant at which it was written, ISO 8601 in UTC. */
  readonly at: string;
}

/** A place of texts by key. Every method throws DOMException where the browser refuses. */
export interface SecondPlace {
  readonly kind: 'cache' | 'local';
  notes(): Promise<CopyNote[]>;
  read(key: string): Promise<string | null>;
  write(note: CopyNote, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

const NAME = 'gel-segunda-copia';

/**
 * The place that this browser offers, or null where it has none. Cache Storage comes first: it is in files of its own
 * and not in the kind of database that a killed browser can tear (docs/decisions/0006-second-copy.md has the measures).
 * Where it is not to be had, as over plain http, local storage takes some five million letters.
 */
export async function secondPlace(): Promise<SecondPlace | null> {
  try {
    if ('caches' in window) return cachePlace(await caches.open(NAME));
  } catch (cause) {
    // Refused, as in a private window of some browsers: the next place is asked.
    if (!(cause instanceof DOMException || cause instanceof TypeError)) throw cause;
  }
  try {
    localStorage.setItem(`${NAME}?`, '');
    localStorage.removeItem(`${NAME}?`);
    return localPlace();
  } catch (cause) {
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

function cachePlace(opened: Cache): SecondPlace {
  let cache = opened;
  /** Whoever clears the site's data takes the open cache away too: then a new one is asked. */
  async function use<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
      cache = await caches.open(NAME);
      return work();
    }
  }
  // An address of the site that no page has: a cache is kept by addresses, and this one is never asked for.
  const root = new URL(`/${NAME}/`, location.origin).href;
  const address = (key: string): string => root + encodeURIComponent(key);
  return {
    kind: 'cache',
    async notes() {
      const requests = (await use(() => cache.keys())).filter(({ url }) => url.startsWith(root));
      const notes = await Promise.all(
        requests.map(async (request) => {
          const { headers } = (await cache.match(request)) ?? {};
          if (!headers) return null;
          const key = decodeURIComponent(request.url.slice(root.length));
          return { key, revision: Number(headers.get('x-revision')), at: headers.get('x-at') ?? '' };
        }),
      );
      return notes.filter((note) => note !== null);
    },
    async read(key) {
      return (await (await use(() => cache.match(address(key))))?.text()) ?? null;
    },
    write({ key, revision, at }, text) {
      const headers = { 'content-type': 'application/json', 'x-revision': String(revision), 'x-at': at };
      return use(() => cache.put(address(key), new Response(text, { headers })));
    },
    async remove(key) {
      await use(() => cache.delete(address(key)));
    },
  };
}

/** Each value is its note in one line, then the text. */
function localPlace(): SecondPlace {
  const prefix = `${NAME}:`;
  const noteOf = (key: string, value: string): CopyNote => {
    const [revision = '', at = ''] = value.slice(0, value.indexOf('\n')).split(' ');
    return { key, revision: Number(revision), at };
  };
  return {
    kind: 'local',
    notes: async () =>
      Object.keys(localStorage)
        .filter((name) => name.startsWith(prefix))
        .map((name) => noteOf(name.slice(prefix.length), localStorage.getItem(name) ?? '\n')),
    async read(key) {
      const value = localStorage.getItem(prefix + key);
      return value === null ? null : value.slice(value.indexOf('\n') + 1);
    },
    async write({ key, revision, at }, text) {
      localStorage.setItem(prefix + key, `${revision} ${at}\n${text}`);
    },
    async remove(key) {
      localStorage.removeItem(prefix + key);
    },
  };
}

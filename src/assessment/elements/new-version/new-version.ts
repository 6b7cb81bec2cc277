import { onPartMissing } from '../../../kit/browser/part.ts';
import { need } from '../../../kit/browser/dom.ts';
import { reloadSafely } from '../../../kit/browser/reload.ts';

/**
 * Tells that the site was changed under an open page: its own version stands in its HTML, and what is published now in a
 * small file, which is asked for where a part of the program does not come, and where the page is seen again after a while.
 */

/** The least time between two questions, in milliseconds: on coming back to the page, and where a part is missing. */
const ON_RETURN_MS = 10 * 60_000;
const ON_MISSING_MS = 60_000;

const VERSION = /^[0-9a-f]{32}$/;

const place = need(document, '[data-new-version]');
const line = need(place, 'p');
const own = document.querySelector<HTMLMetaElement>('meta[name="gel-version"]')?.content ?? '';
const opened = Date.now();
let asked = -Infinity;

/** The version that is published, or null where nobody can say: then nothing is said of it. */
async function published(): Promise<string | null> {
  const response = await fetch(place.dataset['file'] ?? '', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) return null;
  // What a filter sends in its place is no version.
  const text = (await response.text().catch(() => '')).trim();
  return VERSION.test(text) ? text : null;
}

async function ask(): Promise<void> {
  // A page that does not know its own version, as while the site is being written, has nothing to compare.
  if (!line.hidden || !VERSION.test(own)) return;
  asked = Date.now();
  const version = await published();
  if (version !== null && version !== own) line.hidden = false;
}

onPartMissing(() => {
  if (Date.now() - asked >= ON_MISSING_MS) void ask();
});
document.addEventListener('visibilitychange', () => {
  const since = Date.now() - Math.max(opened, asked);
  if (document.visibilityState === 'visible' && since >= ON_RETURN_MS) void ask();
});
need(line, '[data-reload]').addEventListener('click', () => void reloadSafely());

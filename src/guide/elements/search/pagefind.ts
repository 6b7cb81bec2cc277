import { part } from '../../../kit/browser/part.ts';

/** The part of Pagefind's interface that this site uses (its script is made after the build, so it has no types here). */
export interface Fragment {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly weighted_locations: readonly { readonly balanced_score: number; readonly location: number }[];
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
}

interface SearchResponse {
  readonly results: readonly { readonly data: () => Promise<Fragment> }[];
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  preload(term: string): Promise<void>;
  search(term: string, options?: { filters?: Record<string, string> }): Promise<SearchResponse>;
}

/** Loads Pagefind from its address. Rejects where it cannot be had. */
export async function loadPagefind(address: string, base: string): Promise<Pagefind> {
  const pagefind = (await part(() => import(/* @vite-ignore */ address))) as Pagefind;
  await pagefind.options({
    baseUrl: base,
    excerptLength: 24,
    // The index is small: a worker would cost one more file and round trip before the first result.
    noWorker: true,
    ranking: { termFrequency: 0.6, pageLength: 0.4, termSimilarity: 2.5, metaWeights: { title: 8 } },
  });
  await pagefind.init();
  return pagefind;
}

/** The address of the paragraph where the best match stands: the last named place before it on the page. */
export function placeOf(fragment: Fragment): string {
  if (fragment.url.includes('#')) return fragment.url;
  const best = [...fragment.weighted_locations].sort((a, b) => b.balanced_score - a.balanced_score)[0];
  if (!best) return fragment.url;
  const before = fragment.anchors.filter(({ id, location }) => location <= best.location && id !== 'contenido');
  const last = before.sort((a, b) => a.location - b.location).at(-1);
  return last ? `${fragment.url}#${last.id}` : fragment.url;
}

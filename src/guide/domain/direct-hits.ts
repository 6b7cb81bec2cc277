import { fold } from '../../kit/words/fold.ts';

/** Things that have a name of their own in the norm: a code, an article, a norm's number. */
export interface Catalogue {
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  readonly articles: readonly { readonly number: number; readonly subject: string; readonly path: string }[];
  readonly norms: readonly {
    readonly kind: string;
    readonly number: string;
    readonly label: string;
    readonly path: string;
  }[];
}

export interface DirectHit {
  readonly title: string;
  readonly path: string;
  readonly kind: string;
}

/**
 * What a search names outright: `INF-12`, `inf12`, `inf 12`; «artículo 8»; «decreto 2693». It comes before what the
 * words find.
 */
export function directHits(query: string, catalogue: Catalogue): DirectHit[] {
  const text = fold(query);
  const hits: DirectHit[] = [];
  for (const [, code, digits] of text.matchAll(/\b(pre|inf|int|tra|trf|dem)[\s-]?0*(\d{1,5})\b/g)) {
    const wanted = `${code ?? ''}-${(digits ?? '').padStart(2, '0')}`.toUpperCase();
    const criterion = catalogue.criteria.find(({ id }) => id === wanted);
    if (criterion) hits.push({ title: `${criterion.id} ${criterion.name}`, path: criterion.path, kind: 'Criterio' });
  }
  for (const [, digits] of text.matchAll(/\barticulo\s+0*(\d{1,3})\b/g)) {
    const article = catalogue.articles.find(({ number }) => number === Number(digits));
    if (article) {
      hits.push({
        title: `Decreto 1151, artículo ${article.number}: ${article.subject}`,
        path: article.path,
        kind: 'Decreto',
      });
    }
  }
  for (const norm of catalogue.norms) {
    const names = new RegExp(
      `\\b${fold(norm.kind).replace(/[^a-z]+/g, '[\\s-]*')}\\s+(?:no\\.?\\s*)?0*${norm.number.replace(/^0+/, '')}\\b`,
    );
    if (names.test(text)) hits.push({ title: norm.label, path: norm.path, kind: 'Norma' });
  }
  return hits;
}

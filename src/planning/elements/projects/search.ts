import { fold } from '../../../kit/words/fold.ts';
import { isFound } from '../../../kit/words/typed-search.ts';

/** Takes a text; gives it as it is compared: without accents, capitals and doubled spaces. */
function folded(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/** What a person meant with a typed text. */
export type Meant =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'many'; readonly ids: readonly string[] };

/**
 * Takes criteria and what was typed: a code, a code with its name, or some words of a name; gives which criterion that is,
 * or which ones it may be.
 */
export function criterionMeant(
  criteria: readonly { readonly id: string; readonly name: string }[],
  typed: string,
): Meant {
  const text = folded(typed);
  if (text === '') return { kind: 'blank' };
  const coded = criteria.find(({ id }) => text === folded(id) || text.startsWith(`${folded(id)} `));
  if (coded) return { kind: 'one', id: coded.id };
  const [first, ...others] = criteria
    .filter(({ id, name }) => isFound(typed, { texts: [name], codes: [id] }))
    .map(({ id }) => id);
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', id: first } : { kind: 'many', ids: [first, ...others] };
}

/** Takes a text and a length; gives its beginning, in one line, with «…» where something follows. */
export function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length <= length ? line : `${signs.slice(0, length).join('').trimEnd()}…`;
}

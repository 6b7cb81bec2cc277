import { href } from '../../../addresses.ts';

/** Takes an assessment's id and a text; gives the link to its results. */
export function resultsLink(id: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  const url = new URL(href('/autoevaluacion/resultados/'), location.href);
  url.searchParams.set('id', id);
  link.href = url.href;
  link.textContent = text;
  return link;
}

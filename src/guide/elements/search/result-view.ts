import { need } from '../../../kit/browser/dom.ts';
import { namedText } from '../../copy/search.ts';
import { excerptOf, type ExcerptPart } from '../../domain/search/excerpt.ts';
import type { Hit } from '../../domain/search/search.ts';

function partView({ text, isMatch }: ExcerptPart): Node {
  if (!isMatch) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

/** Draws a result from the page's template: where it leads, what it is, and the passage where its words stand. */
export function resultView(template: HTMLTemplateElement, hit: Hit, base: string): Element {
  const { title, path, kind, phase } = hit.record;
  const item = template.content.cloneNode(true) as DocumentFragment;
  const { anchor, parts } = excerptOf(hit);
  const place = anchor === '' || path.includes('#') ? '' : `#${anchor}`;
  const link = need<HTMLAnchorElement>(item, '[data-title]');
  link.href = `${base}${path.slice(1)}${place}`;
  link.textContent = title;
  need(item, '[data-where]').textContent = [kind, phase].filter((each) => each !== '').join(' · ');
  need(item, '[data-excerpt]').append(...parts.map(partView));
  const name = need(item, '[data-name]');
  if (hit.name === null) name.remove();
  else name.textContent = namedText(hit.name);
  return need(item, 'li');
}

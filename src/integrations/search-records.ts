import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser';
import type { SearchRecord, Section } from '../guide/domain/search/record.ts';

/** What is no text of the page, or nothing that one searches for. */
const LEFT_OUT = 'script, style, template, noscript, svg, nav, [data-search-ignore]';
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 LI OL P PRE SECTION SUMMARY TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const HEADINGS = new Set(['H1', 'H2', 'H3']);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const linesOf = (text: string): string => text.split('\n').map(plain).filter(Boolean).join('\n');

/** Everything that a heading says but its link to itself. */
const headingText = (heading: HTMLElement | null): string => plain(heading?.text ?? '');

/** The text of a part of a page, cut where something has an address of its own. */
function sectionsOf(root: HTMLElement): Section[] {
  const sections: { anchor: string; heading: string; text: string; isAside: boolean }[] = [];
  let open = { anchor: '', heading: '', text: '', isAside: false };
  const begin = (anchor: string, isAside: boolean): void => {
    sections.push(open);
    open = { anchor, heading: '', text: '', isAside };
  };
  const visit = (node: Node, isAside: boolean): void => {
    if (node.nodeType === NodeType.TEXT_NODE) open.text += node.text;
    if (node.nodeType !== NodeType.ELEMENT_NODE) return;
    const element = node as HTMLElement;
    const isAsideHere = isAside || element.hasAttribute('data-search-aside');
    const id = element.getAttribute('id');
    if (id !== undefined && element !== root) begin(id, isAsideHere);
    else if (isAsideHere !== open.isAside) begin(open.anchor, isAsideHere);
    if (HEADINGS.has(element.tagName) && open.text.trim() === '' && open.heading === '') {
      open.heading = headingText(element);
      return;
    }
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) open.text += '\n';
    for (const child of element.childNodes) visit(child, isAsideHere);
    if (isBlock) open.text += '\n';
    if (!isAside && isAsideHere) begin(open.anchor, false);
  };
  visit(root, false);
  sections.push(open);
  return sections
    .map((section) => ({ ...section, text: linesOf(section.text) }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

function recordOfEntry(path: string, entry: HTMLElement, context: string): SearchRecord {
  const heading = entry.querySelector('h2, h3');
  const anchor = entry.getAttribute('id') ?? heading?.getAttribute('id');
  const title = headingText(heading);
  if (anchor === undefined || title === '') throw new Error(`${path}: a search entry lacks its heading or its id.`);
  heading?.remove();
  const kind = entry.getAttribute('data-search-entry') ?? '';
  const sections = sectionsOf(entry).map((section) => ({ ...section, anchor: '' }));
  return { path: `${path}#${anchor}`, title, context, kind, phase: '', sections };
}

/**
 * Takes a built page; gives what a search can find on it. What it marks with `data-search-entry` (a term, a norm, an
 * article, a question, an entity) is a record of its own, at its own place, and leaves the page's: on a page of sixty
 * terms each would weigh a sixtieth. Of a tool, search knows the name and what it is for.
 */
export function recordsOfPage(path: string, html: string): SearchRecord[] {
  const root = parse(html);
  const main = root.querySelector('main[data-search-kind]');
  if (!main) return [];
  for (const extra of main.querySelectorAll(LEFT_OUT)) extra.remove();
  const heading = headingText(main.querySelector('h1'));
  const entries = main.querySelectorAll('[data-search-entry]');
  const records = entries.map((entry) => recordOfEntry(path, entry, heading));
  for (const entry of entries) entry.remove();
  const description = root.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
  const sections = main.hasAttribute('data-search-summary')
    ? [{ anchor: '', heading: '', text: description, isAside: false }]
    : sectionsOf(main);
  const page = {
    path,
    title: main.getAttribute('data-search-title') ?? heading,
    context: '',
    kind: main.getAttribute('data-search-kind') ?? '',
    phase: main.getAttribute('data-search-phase') ?? '',
    sections,
  };
  return [page, ...records];
}

import {
  labelledLines,
  type DocumentBlock,
  type DocumentColumn,
  type DocumentModel,
} from '../../documents/document-model.ts';
import { element } from '../../../kit/browser/element.ts';

/** Levels of heading in HTML; a document that stands deep in a page has the last one more than once. */
const LAST_LEVEL = 6;
/** A row with more signs than this may be parted between two pages: kept whole it would leave half a page blank. */
const LONG_ROW = 1500;
/** A table with so few rows is not parted between two pages, as long as none of them is long. */
const FEW_ROWS = 8;
/** What a table that is not parted may hold at most, in signs: about a third of a page. */
const SHORT_TABLE = 1200;

function heading(level: number, className: string, text: string): HTMLElement {
  return element(`h${Math.min(level, LAST_LEVEL)}` as 'h6', className, text);
}

/**
 * Takes a document and the level of heading that its title has in the page; gives it as HTML. Everything that people
 * wrote goes in as text, its line breaks kept by the style sheet.
 */
export function paper(model: DocumentModel, level: number): HTMLElement {
  const article = element('article', 'paper');
  article.dataset['kind'] = model.kind;
  article.append(
    element(
      'header',
      'paper-title',
      heading(level, '', model.title),
      ...(model.subtitle === '' ? [] : [element('p', '', model.subtitle)]),
    ),
    ...model.blocks.map((block) => blockOf(block, level)),
  );
  if (model.signatures.length > 0) article.append(signatures(model));
  return article;
}

function blockOf(block: DocumentBlock, level: number): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return heading(level + block.level - 1, `paper-heading-${block.level}`, block.text);
    case 'paragraph':
      return element('p', block.isNote === true ? 'paper-note' : '', block.text);
    case 'list':
      return element('ul', '', ...block.items.map((item) => element('li', '', item)));
    case 'facts':
      return element(
        'dl',
        'facts',
        ...block.facts.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]),
      );
    case 'table':
      return table(block);
  }
}

function table({ caption, columns, rows, foot }: Extract<DocumentBlock, { kind: 'table' }>): HTMLElement {
  const made = element('table', '');
  const signs = rows.flat().reduce((sum, { length }) => sum + length, 0);
  made.toggleAttribute('data-short', rows.length <= FEW_ROWS && signs <= SHORT_TABLE);
  // A first cell of many lines is a text of its own: read out before each other cell of its row it would drown them.
  const hasHeads = rows.every(([first = '']) => !first.includes('\n'));
  made.append(
    element('caption', '', caption),
    element('colgroup', '', ...columns.map(columnOf)),
    element('thead', '', element('tr', '', ...columns.map((column) => headOf(column)))),
    element('tbody', '', ...rows.map((row) => rowOf(row, columns, hasHeads))),
    ...(foot === undefined ? [] : [element('tfoot', '', rowOf(foot, columns, true))]),
  );
  return made;
}

function columnOf({ width }: DocumentColumn): HTMLElement {
  const column = element('col', '');
  // Through the object model: an attribute `style` is what the page's policy forbids.
  column.style.width = `${width}%`;
  return column;
}

function headOf({ name, isNumber }: DocumentColumn): HTMLElement {
  const cell = element('th', isNumber === true ? 'number' : '', name);
  cell.scope = 'col';
  return cell;
}

function rowOf(texts: readonly string[], columns: readonly DocumentColumn[], hasHead: boolean): HTMLTableRowElement {
  const row = element('tr', '');
  row.toggleAttribute('data-long', texts.reduce((sum, { length }) => sum + length, 0) > LONG_ROW);
  texts.forEach((text, index) => {
    const isHead = hasHead && index === 0;
    const className = columns[index]?.isNumber === true ? 'number' : '';
    const cell = element(isHead ? 'th' : 'td', className, ...cellContent(text));
    if (isHead) cell.scope = 'row';
    row.append(cell);
  });
  return row;
}

/** The lines of a cell, the name of each in front of it. */
function cellContent(text: string): (Node | string)[] {
  return labelledLines(text).flatMap(({ label, text: line }, index) => [
    ...(index === 0 ? [] : ['\n']),
    ...(label === '' ? [line] : [element('b', '', label), ` ${line}`]),
  ]);
}

function signatures({ signatures: people }: DocumentModel): HTMLElement {
  return element(
    'div',
    'paper-signatures',
    ...people.map(({ role, name, position }) =>
      element(
        'div',
        '',
        element('p', 'paper-line', `${role}:`),
        element('p', '', 'Nombre: ', ...filled(name)),
        element('p', '', 'Cargo: ', ...filled(position)),
      ),
    ),
  );
}

/** What is known, or a line on which it is written by hand. */
function filled(text: string): Node[] {
  return [text.trim() === '' ? element('span', 'paper-blank') : element('span', '', text)];
}

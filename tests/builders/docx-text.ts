import { strFromU8, unzipSync } from 'fflate';

/** What stands in a Word file, in its order: paragraphs outside tables, and tables as texts. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly style: string; readonly text: string }
  | {
      readonly kind: 'table';
      /** How many rows are repeated on each page. */
      readonly headings: number;
      /** The paragraphs of a cell are parted by line breaks. */
      readonly rows: readonly (readonly string[])[];
    };

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The parts of a Word file as text, by path. */
export function docxParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

/** Reads the body of a Word file back, with none of the writer's code. Throws where its tags do not close. */
export function docxBlocks(bytes: Uint8Array): DocxBlock[] {
  const xml = docxParts(bytes)['word/document.xml'] ?? '';
  const blocks: DocxBlock[] = [];
  const open: string[] = [];
  let table: { headings: number; rows: string[][] } | null = null;
  let cell: string[] = [];
  let paragraph = { style: '', text: '' };
  for (const [, text, close, name, attributes = '', empty] of xml.matchAll(
    /([^<]+)|<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>|<\?[^<>]*>/g,
  )) {
    if (text !== undefined) {
      if (open.at(-1) === 'w:t') paragraph.text += plain(text);
      continue;
    }
    if (name === undefined) continue;
    if (name === 'w:pStyle') paragraph.style = /w:val="([^"]*)"/.exec(attributes)?.[1] ?? '';
    if (name === 'w:br') paragraph.text += '\n';
    if (name === 'w:tblHeader' && table) table.headings += 1;
    if (close === '' && empty === '') {
      open.push(name);
      if (name === 'w:tbl') table = { headings: 0, rows: [] };
      if (name === 'w:tr') table?.rows.push([]);
      if (name === 'w:tc') cell = [];
      if (name === 'w:p') paragraph = { style: '', text: '' };
    } else if (empty === '') {
      if (open.pop() !== name) throw new Error(`${name} closes what is not open`);
      if (name === 'w:p') {
        if (table) cell.push(paragraph.text);
        else blocks.push({ kind: 'paragraph', ...paragraph });
      }
      if (name === 'w:tc') table?.rows.at(-1)?.push(cell.join('\n'));
      if (name === 'w:tbl' && table) {
        blocks.push({ kind: 'table', ...table });
        table = null;
      }
    } else if (name === 'w:p' && table) cell.push('');
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} stays open`);
  return blocks;
}

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DocumentBlock, DocumentModel } from './document-model.ts';
import { BULLETS, MARGIN, numbering, PAGE, RULE, STYLE, styles, TEXT_WIDTH } from './docx-style.ts';
import { factsOf, NO_BORDERS, tableOf } from './docx-table.ts';
import { xmlText } from '../../kit/bytes/xml-text.ts';

/** The media type of a Word document. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A day on which every file of the archive is dated: the same document gives the same bytes. */
const ARCHIVE_DATE = new Date(1980, 0, 1);
/** What a document without an origin says of its dates. */
const NO_INSTANT = '1980-01-01T00:00:00Z';
const PROPERTIES_FILE = 'docProps/core.xml';

const headingLevels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function lines(text: string, style?: string): Paragraph[] {
  return xmlText(text)
    .split('\n')
    .map((line) => new Paragraph({ ...(style !== undefined && { style }), children: [new TextRun(line)] }));
}

/** `next` is what stands after it: a sentence that leads to a list or a table stays with it. */
function blockOf(block: DocumentBlock, next: DocumentBlock | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          children: [new TextRun(xmlText(block.text).replaceAll('\n', ' '))],
        }),
      ];
    case 'paragraph':
      return [paragraphOf(block.text, block.isNote === true, next?.kind === 'list' || next?.kind === 'table')];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: brokenLines(item) }),
      );
    case 'facts':
      return factsOf(block);
    case 'table':
      return tableOf(block);
  }
}

/** A text with its line breaks within one paragraph. */
function brokenLines(text: string): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}

function paragraphOf(text: string, isNote: boolean, keepNext: boolean): Paragraph {
  return new Paragraph({
    ...(isNote && { style: STYLE.note }),
    ...(keepNext && { keepNext }),
    children: brokenLines(text),
  });
}

/** Who signs, side by side: a line to sign on, then name and post, or room to write them. */
function signaturesOf(signatures: DocumentModel['signatures']): (Paragraph | Table)[] {
  if (signatures.length === 0) return [];
  const width = Math.floor(TEXT_WIDTH / 2);
  const cell = (children: Paragraph[]): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children });
  const signature = ({ role, name, position }: DocumentModel['signatures'][number]): TableCell =>
    cell([
      new Paragraph({
        style: STYLE.fact,
        spacing: { before: 900 },
        keepNext: true,
        children: [new TextRun('_'.repeat(38))],
      }),
      ...[`${role}:`, `Nombre: ${name}`, `Cargo: ${position}`].map(
        (text, index) =>
          new Paragraph({
            style: STYLE.fact,
            keepNext: true,
            children: [new TextRun({ text: xmlText(text).replaceAll('\n', ' '), bold: index === 0 })],
          }),
      ),
    ]);
  const rows = Array.from({ length: Math.ceil(signatures.length / 2) }, (_, index) =>
    signatures.slice(index * 2, index * 2 + 2),
  );
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * 2, type: WidthType.DXA },
      columnWidths: [width, width],
      margins: { top: 0, bottom: 0, left: 0, right: 160 },
      borders: NO_BORDERS,
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: [...row.map(signature), ...(row.length < 2 ? [cell([new Paragraph({ children: [] })])] : [])],
          }),
      ),
    }),
  ];
}

function documentOf(model: DocumentModel): Document {
  const author = xmlText(model.origin?.author ?? '');
  return new Document({
    title: xmlText(`${model.title}. ${model.subtitle}`),
    ...(author !== '' && { creator: author, lastModifiedBy: author }),
    styles,
    numbering,
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: MARGIN } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: STYLE.head,
                border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
                children: [new TextRun(xmlText(model.runningHead).replaceAll('\n', ' '))],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: STYLE.head,
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: ['Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(xmlText(model.title))] }),
          ...lines(model.subtitle, 'Subtitle'),
          ...model.blocks.flatMap((block, index) => blockOf(block, model.blocks[index + 1])),
          ...signaturesOf(model.signatures),
        ],
      },
    ],
  });
}

/**
 * Takes a document; gives it as the bytes of a Word file (docs/formats.md), made on this thread. The same document gives
 * the same bytes: the library's dates, which are the clock's, give way to those of the document.
 */
export async function documentToDocx(model: DocumentModel): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await Packer.pack(documentOf(model), 'uint8array');
  const files = unzipSync(packed);
  const properties = files[PROPERTIES_FILE];
  if (!properties) throw new Error(`The library wrote no ${PROPERTIES_FILE}.`);
  const instant = model.origin?.modified ?? NO_INSTANT;
  const dated = strFromU8(properties).replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${/^[\d:.TZ-]+$/.test(instant) ? instant : NO_INSTANT}`,
  );
  return zipSync({ ...files, [PROPERTIES_FILE]: strToU8(dated) }, { level: 6, mtime: ARCHIVE_DATE });
}

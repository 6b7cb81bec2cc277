import {
  AlignmentType,
  convertMillimetersToTwip,
  LevelFormat,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';

/** A font that Word has and LibreOffice has in the same widths: pages break alike in both. */
const FONT = 'Arial';

/** Letter, as it is used in Colombia, in twips (twentieths of a point). */
export const PAGE = { width: 12_240, height: 15_840 } as const;
export const MARGIN = {
  top: convertMillimetersToTwip(25),
  bottom: convertMillimetersToTwip(20),
  left: convertMillimetersToTwip(20),
  right: convertMillimetersToTwip(20),
  header: convertMillimetersToTwip(12),
  footer: convertMillimetersToTwip(10),
} as const;
/** How wide the text is. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

export const BLUE = '003893';
export const SOFT = '494B54';
export const RULE = 'C9C4B5';
export const WASH = 'F1EDE1';

/** The styles of our own, beside Word's. */
export const STYLE = {
  note: 'Note',
  cell: 'Cell',
  cellHeading: 'CellHeading',
  head: 'RunningHead',
  fact: 'Fact',
} as const;
export const BULLETS = 'bullets';

/** Sizes in half-points. */
const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: BLUE },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, language: { value: 'es-CO', eastAsia: 'es-CO', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    heading1: heading(34, 0, 40),
    heading2: heading(25, 320, 120),
    heading3: heading(21, 220, 80),
    caption: {
      run: { size: 18, bold: true, italics: false, color: SOFT },
      paragraph: { spacing: { before: 120, after: 80 }, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 22, color: SOFT },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: STYLE.note,
      name: 'Nota',
      basedOn: 'Normal',
      run: { size: 17, color: SOFT },
      paragraph: { spacing: { before: 60, after: 80 } },
    },
    {
      id: STYLE.fact,
      name: 'Dato',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: STYLE.cell,
      name: 'Celda',
      basedOn: 'Normal',
      run: { size: 16 },
      paragraph: { spacing: { after: 20, line: 240 } },
    },
    {
      id: STYLE.cellHeading,
      name: 'Encabezado de celda',
      basedOn: STYLE.cell,
      run: { bold: true, color: 'FFFFFF' },
      // Keeps the headings of a table with its first row.
      paragraph: { keepNext: true },
    },
    {
      id: STYLE.head,
      name: 'Encabezado de página',
      basedOn: 'Normal',
      run: { size: 16, color: SOFT },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
};

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 260 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
};

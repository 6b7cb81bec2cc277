import type { Row } from 'write-excel-file/universal';
import type { Assessment } from '../domain/assessment.ts';
import type { Criterion, Section } from '../../instrument/instrument.ts';
import { LIMITS } from '../file/schema.ts';
import { cellsOf } from './workbook-cells.ts';
import type { CellRule } from '../../kit/xlsx/workbook-features.ts';
import { COLUMNS, MARKS, RESPONSES, checkCode, letterOf, sheetName, type ColumnKey } from './workbook-layout.ts';
import {
  CENTRED,
  HEADING,
  OWN_ROW,
  RULED,
  SOFT,
  WRITTEN,
  heightOf,
  type DesignedSheet,
  type Style,
  type Texts,
} from '../../kit/xlsx/workbook-sheet.ts';

const WIDTH = Object.fromEntries(COLUMNS.map(({ key, width }) => [key, width])) as Record<ColumnKey, number>;

/** The rules for what may be written in the cells of a section, over the rows of its criteria and checks. */
function rulesOf(section: Section): CellRule[] {
  const response = letterOf('response');
  const asked: { free: string[]; bound: string[]; checks: string[] } = { free: [], bound: [], checks: [] };
  const own: number[] = [];
  let row = 2;
  for (const { checks, admitsNotApplicable } of section.criteria) {
    own.push(row);
    (admitsNotApplicable ? asked.free : asked.bound).push(`${response}${row}`);
    asked.checks.push(`${response}${row + 1}:${response}${row + checks.length}`);
    row += 1 + checks.length;
  }
  const lists: CellRule[] = [
    {
      cells: asked.free.join(' '),
      allows: [RESPONSES.assessed, RESPONSES.notApplicable],
      title: 'Respuesta del criterio',
      message: 'Escoja «Se evalúa» o «No aplica», o deje la celda en blanco.',
    },
    {
      cells: asked.bound.join(' '),
      allows: [RESPONSES.assessed],
      title: 'Respuesta del criterio',
      message: 'Este criterio se aplica a todas las entidades: escoja «Se evalúa» o deje la celda en blanco.',
    },
    {
      cells: asked.checks.join(' '),
      allows: [MARKS.yes, MARKS.no],
      title: 'Respuesta de la verificación',
      message: 'Escoja «Sí» o «No», o deje la celda en blanco.',
    },
  ];
  const texts = (['note', 'justification', 'legalGround'] as const).map((key): CellRule => ({
    cells: own.map((each) => `${letterOf(key)}${each}`).join(' '),
    allows: LIMITS[key],
    title: 'Texto muy largo',
    message: `Escriba ${LIMITS[key]} caracteres como máximo.`,
  }));
  return [...lists, ...texts].filter(({ cells }) => cells !== '');
}

/** The row of a criterion and those of its checks. */
function criterionRows(criterion: Criterion, assessment: Assessment, texts: Texts): Row[] {
  const { answers } = assessment;
  const cells = cellsOf(criterion, Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined);
  const centred: Style = { ...WRITTEN, ...CENTRED };
  const height = heightOf([
    [criterion.name, WIDTH.text * 0.9 - 2],
    [cells.note, WIDTH.note - 2],
    [cells.justification, WIDTH.justification - 2],
    [cells.legalGround, WIDTH.legalGround - 2],
    [cells.evidence, WIDTH.evidence * 0.9 - 2],
  ]);
  return [
    [
      texts.cell(criterion.id, { ...OWN_ROW, height }),
      texts.cell(criterion.name, OWN_ROW),
      texts.cell(cells.response, { ...centred, fontWeight: 'bold' }),
      texts.cell(cells.note, WRITTEN),
      texts.cell(cells.justification, WRITTEN),
      texts.cell(cells.legalGround, WRITTEN),
      texts.cell(cells.evidence, WRITTEN),
    ],
    ...criterion.checks.map(({ id, text }) => [
      texts.cell(checkCode(criterion.id, id), { ...RULED, textColor: SOFT, fontSize: 9 }),
      texts.cell(text, { ...RULED, wrap: true, indent: 2, height: heightOf([[text, WIDTH.text - 3]], 2) }),
      texts.cell(cells.marks.get(id) ?? '', centred),
    ]),
  ];
}

/** Takes a section and an assessment; gives the sheet on which that section is answered. */
export function sectionSheet(section: Section, assessment: Assessment, texts: Texts, footer: string): DesignedSheet {
  const name = sheetName(section);
  const heading = COLUMNS.map((column) =>
    texts.cell(column.heading, { ...HEADING, ...(column.key === 'response' && CENTRED), height: 24 }),
  );
  return {
    sheet: {
      sheet: name,
      data: [heading, ...section.criteria.flatMap((criterion) => criterionRows(criterion, assessment, texts))],
      columns: COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    extras: { name, rules: rulesOf(section), orientation: 'landscape', repeatsHeading: true, footer },
  };
}

import type { Row } from 'write-excel-file/universal';
import { missingAmounts, projectSumSentence } from './amounts.ts';
import { longDate } from '../../kit/words/dates.ts';
import { entityFacts, plainText, PROJECTS_TITLE, VIGENCIA_FIRST } from './document-parts.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { projectKindName, resourceName } from '../copy/planning.ts';
import type { Planning } from '../domain/planning.ts';
import { resourceKinds, type ProjectSum } from '../domain/projects.ts';
import { PROJECT_HEADINGS, projectColumns, SERVES } from './plan-table.ts';
import { factsSheet } from './workbook-document-facts.ts';
import { FilledCells } from '../../kit/xlsx/workbook-fill.ts';
import { columnLetter } from '../../kit/xlsx/columns.ts';
import { packWorkbook } from '../../kit/xlsx/workbook-pack.ts';
import { footerOf } from '../../assessment/workbook/workbook-layout.ts';
import {
  AMOUNT,
  CENTRED,
  HEADING,
  OWN_ROW,
  RULED,
  SOFT,
  type DesignedSheet,
  type Style,
} from '../../kit/xlsx/workbook-sheet.ts';
import { moneyCell, rowRange, tableSheet } from './workbook-table.ts';

const SHEET = 'Proyectos';

const COUNT: Style = { ...RULED, ...CENTRED };

/** What chooses the projects of a row of totals: pairs of a range and what it must hold; none for all of them. */
type Chosen = readonly (readonly [range: string, criterion: string])[];

const COLUMNS = [
  ['Fase, tipo o recurso', 34],
  ['Proyectos', 12],
  ...resourceKinds.map((kind) => [resourceName[kind], 22] as const),
  ['Total', 24],
  ['Valores sin escribir', 14],
] as const;

/** The sums of the projects by phase and kind, each a formula over the sheet of the projects. */
function totalsSheet(cells: FilledCells, planning: Planning, footer: string): DesignedSheet {
  const { totals, results, projects } = planning;
  const headings = projectColumns(planning).map(({ heading }) => heading);
  const { first, last } = rowRange(projects.length);
  const range = (heading: string): string => {
    const letter = columnLetter(headings.indexOf(heading));
    return `${SHEET}!$${letter}$${first}:$${letter}$${last}`;
  };
  const sumColumns = [
    ...resourceKinds.map((kind) => ({
      range: range(`${resourceName[kind]} (pesos)`),
      of: ({ amounts }: ProjectSum) => amounts[kind],
    })),
    { range: range(PROJECT_HEADINGS.total), of: ({ total }: ProjectSum) => total },
  ];
  const row = (name: string, sum: ProjectSum, chosen: Chosen, isTotal = false): Row => {
    const figure: Style = isTotal ? { ...OWN_ROW, align: 'right', indent: 0 } : AMOUNT;
    const count: Style = isTotal ? { ...OWN_ROW, ...CENTRED } : COUNT;
    const pairs = chosen.map(([where, what]) => `${where},${what}`).join(',');
    const ids = range('Código');
    return [
      cells.text(name, isTotal ? OWN_ROW : { ...RULED, wrap: true }),
      cells.formula(chosen.length === 0 ? `COUNTA(${ids})` : `COUNTIFS(${pairs})`, String(sum.projects), count),
      ...sumColumns.map((column) =>
        moneyCell(
          cells,
          column.of(sum),
          figure,
          chosen.length === 0 ? `SUM(${column.range})` : `SUMIFS(${column.range},${pairs})`,
        ),
      ),
      cells.formula(
        chosen.length === 0
          ? `SUM(${range('Valores sin escribir')})`
          : `SUMIFS(${range('Valores sin escribir')},${pairs})`,
        String(sum.unstated),
        count,
      ),
    ];
  };
  const names = new Map<string, string>(results.phases.map(({ section }) => [section.id, section.name]));
  const phaseRanges = results.phases.map(({ section }) => range(section.name));
  const kinds = range(PROJECT_HEADINGS.kinds);
  const all = row('Todos, cada uno una vez', totals.all, [], true);
  const heading = (name: string): Row =>
    COLUMNS.map(([text], index) =>
      cells.text(index === 0 ? name : text, { ...HEADING, ...(index > 0 && CENTRED), height: 30 }),
    );
  const note = (text: string): Row => [cells.text(text, { textColor: SOFT })];
  const name = 'Totales';
  return {
    sheet: {
      sheet: name,
      data: [
        heading('Fase'),
        ...totals.byPhase.map(({ phaseId, sum }, index) =>
          row(names.get(phaseId) ?? phaseId, sum, [[phaseRanges[index] ?? '', `"${SERVES}"`]]),
        ),
        ...(totals.withoutPhase.projects === 0
          ? []
          : [
              row(
                'Sin fase de este instrumento',
                totals.withoutPhase,
                phaseRanges.map((where) => [where, `"<>${SERVES}"`] as const),
              ),
            ]),
        all,
        [],
        heading('Tipo'),
        ...totals.byKind.map(({ kind, sum }) =>
          row(projectKindName[kind], sum, [[kinds, `"*${projectKindName[kind]}*"`]]),
        ),
        ...(totals.withoutKind.projects === 0 ? [] : [row('Sin tipo', totals.withoutKind, [[kinds, '""']])]),
        all,
        [],
        note(
          'Un proyecto que sirve a varias fases cuenta completo en cada una: las filas pueden sumar más que el total.',
        ),
        note('Lo mismo pasa con los tipos. El total de cada recurso está al pie de su columna.'),
        note('Donde hay valores sin escribir, las sumas son mínimos.'),
      ],
      columns: COLUMNS.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
    },
    extras: { name, orientation: 'landscape', footer },
  };
}

/**
 * Takes everything that follows from an assessment; gives its projects as the bytes of a workbook, made on this thread:
 * whose they are, a row a project with its amounts and their sums, and the totals by phase, kind and resource.
 */
export async function projectsWorkbook(planning: Planning): Promise<Uint8Array<ArrayBuffer>> {
  const { assessment, instrument, projects, totals } = planning;
  const cells = new FilledCells();
  const footer = footerOf(assessment);
  const { all } = totals;
  const subtitle = `${VIGENCIA_FIRST}. ${isolated(plainText(assessment.entity.name))}, corte del ${longDate(assessment.cutoffDate)}`;
  const sheets = [
    factsSheet(
      cells,
      { title: PROJECTS_TITLE, subtitle },
      [...entityFacts(assessment, instrument), ['Proyectos', projectSumSentence(all)]],
      footer,
    ),
    tableSheet(cells, {
      name: SHEET,
      columns: projectColumns(planning),
      items: projects,
      none: 'Sin proyectos',
      remark: all.unstated === 0 ? '' : `El total es un mínimo: ${missingAmounts(all)}.`,
      footer,
      pagesWide: 3,
    }),
    ...(projects.length === 0 ? [] : [totalsSheet(cells, planning, footer)]),
  ];
  return packWorkbook(sheets, (path, xml) => cells.into(path, xml), cells.feature);
}

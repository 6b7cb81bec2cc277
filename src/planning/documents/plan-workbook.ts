import type { Row } from 'write-excel-file/universal';
import { activitySumSentence } from './amounts.ts';
import { longDate } from '../../kit/words/dates.ts';
import { entityFacts, PLAN_TITLE, plainText, VIGENCIA_FIRST, writtenText } from './document-parts.ts';
import { reachedText } from './plan-document.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { textFieldName } from '../copy/planning.ts';
import { resultRow } from '../../assessment/copy/results.ts';
import { GOAL, shownPercent, showPoints } from '../../assessment/domain/percent.ts';
import type { Planning } from '../domain/planning.ts';
import type { SectionScore } from '../../assessment/domain/scoring.ts';
import { planColumns, archivedColumns } from './plan-table.ts';
import { factsSheet } from './workbook-document-facts.ts';
import { FilledCells } from '../../kit/xlsx/workbook-fill.ts';
import { packWorkbook } from '../../kit/xlsx/workbook-pack.ts';
import { footerOf } from '../../assessment/workbook/workbook-layout.ts';
import { CENTRED, FIGURE, HEADING, WORDS, heightOf, type DesignedSheet } from '../../kit/xlsx/workbook-sheet.ts';
import { tableSheet } from './workbook-table.ts';

const PHASE_COLUMNS = [
  { heading: 'Fase', width: 27 },
  { heading: 'Al corte', width: 13 },
  { heading: 'Al corte (número)', width: 13 },
  { heading: 'Con el plan, al plazo', width: 14 },
  { heading: 'Con el plan (número)', width: 14 },
  { heading: 'Meta', width: 12 },
  { heading: 'Plazo', width: 14 },
  { heading: 'Llega a la meta', width: 24 },
  { heading: 'Estado al corte', width: 38 },
] as const;

/** What each phase reaches: the shown percentage, and the same, cut as it is, as a number. */
function phasesSheet(cells: FilledCells, { results, outlook }: Planning, footer: string): DesignedSheet {
  const name = 'Fases';
  const number = ({ percent }: SectionScore) =>
    percent === null
      ? cells.text('', FIGURE)
      : cells.number(showPoints(percent).replace(',', '.'), { ...FIGURE, format: '0.0' });
  const percent = (score: SectionScore) => cells.text(shownPercent(score), { ...FIGURE, format: '@' });
  const rows = results.phases.map((result): Row => {
    const row = resultRow(result);
    const way = outlook.phases.find(({ section }) => section.id === result.section.id);
    return [
      cells.text(row.name, { ...WORDS, fontWeight: 'bold', height: heightOf([[row.state, 36]], 8) }),
      percent(result.score),
      number(result.score),
      ...(way ? [percent(way.atDeadline), number(way.atDeadline)] : [cells.text('', FIGURE), cells.text('', FIGURE)]),
      cells.text(GOAL, { ...FIGURE, format: '@' }),
      cells.date(result.deadline?.date ?? '', FIGURE),
      cells.text(way ? reachedText(way) : '', WORDS),
      cells.text(row.state, WORDS),
    ];
  });
  return {
    sheet: {
      sheet: name,
      data: [
        PHASE_COLUMNS.map(({ heading }, index) =>
          cells.text(heading, { ...HEADING, ...(index > 0 && index < 7 && CENTRED), height: 36 }),
        ),
        ...rows,
      ],
      columns: PHASE_COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    extras: { name, orientation: 'landscape', repeatsHeading: true, footer },
  };
}

/**
 * Takes everything that follows from an assessment; gives its plan as the bytes of a workbook, made on this thread:
 * whose it is and what the plan says as a whole, the activities with their total, the phases, and what left the plan.
 */
export async function planWorkbook(planning: Planning): Promise<Uint8Array<ArrayBuffer>> {
  const { assessment, instrument, plan, sum } = planning;
  const cells = new FilledCells();
  const footer = footerOf(assessment);
  const facts = [
    ...entityFacts(assessment, instrument),
    ['Actividades', activitySumSentence(sum)] as const,
    ...(['procedures', 'citizenService', 'mechanisms', 'resources'] as const).map(
      (field) => [textFieldName[field], writtenText(plan.texts[field])] as const,
    ),
  ];
  const subtitle = `${VIGENCIA_FIRST}. ${isolated(plainText(assessment.entity.name))}, corte del ${longDate(assessment.cutoffDate)}`;
  const sheets = [
    factsSheet(cells, { title: PLAN_TITLE, subtitle }, facts, footer),
    tableSheet(cells, {
      name: 'Plan de acción',
      columns: planColumns(planning),
      items: planning.rows,
      none: 'Sin actividades',
      remark: sum.unstated === 0 ? '' : `El total es un mínimo. ${activitySumSentence(sum)}.`,
      footer,
      pagesWide: 4,
    }),
    phasesSheet(cells, planning, footer),
    ...(plan.archived.length === 0
      ? []
      : [
          tableSheet(cells, {
            name: 'Salieron del plan',
            columns: archivedColumns,
            items: plan.archived,
            none: '',
            remark: '',
            footer,
            pagesWide: 1,
          }),
        ]),
  ];
  return packWorkbook(sheets, (path, xml) => cells.into(path, xml), cells.feature);
}

import type { Planning } from '../domain/planning.ts';
import { csvText } from '../../kit/bytes/csv.ts';
import { csvCell, type TableColumn } from './document-table.ts';
import { planColumns, projectColumns } from './plan-table.ts';

function tableCsv<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  return csvText([
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ cell }) => csvCell(cell(row)))),
  ]);
}

/** Takes everything that follows from an assessment; gives the CSV of its plan: a row an activity, in the plan's order. */
export function planCsv(planning: Planning): string {
  return tableCsv(planColumns(planning), planning.rows);
}

/** Takes everything that follows from an assessment; gives the CSV of its projects: a row a project. */
export function projectsCsv(planning: Planning): string {
  return tableCsv(projectColumns(planning), planning.projects);
}

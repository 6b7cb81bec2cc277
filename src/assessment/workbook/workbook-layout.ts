import type { Section } from '../../instrument/instrument.ts';

/** What the hidden sheet says first, so that a workbook of this site is told from any other (docs/formats.md). */
export const WORKBOOK_FORMAT = 'gel-autoevaluacion-libro';
/** The version of the workbook's layout that this code writes and reads. */
export const WORKBOOK_VERSION = 1;

/** The sheets that are no section's. */
export const SHEETS = { guide: 'Léame', results: 'Resultados', base: 'gel' } as const;

/** The columns of a section's sheet. Width in characters. */
export const COLUMNS = [
  { key: 'code', heading: 'Código', width: 21 },
  { key: 'text', heading: 'Criterio o verificación', width: 50 },
  { key: 'response', heading: 'Respuesta', width: 13 },
  { key: 'note', heading: 'Observación', width: 36 },
  { key: 'justification', heading: 'Justificación', width: 30 },
  { key: 'legalGround', heading: 'Fundamento', width: 22 },
  { key: 'evidence', heading: 'Evidencias', width: 38 },
] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** What is chosen in the response of a criterion. */
export const RESPONSES = { assessed: 'Se evalúa', notApplicable: 'No aplica' } as const;
/** What is chosen in the response of a check. */
export const MARKS = { yes: 'Sí', no: 'No' } as const;

/** The longest text that goes into one cell; Excel itself takes 32,767 characters. */
export const MAX_CELL = 32_000;

/** The name of a section's sheet: 31 characters at most, without the signs that Excel refuses. */
export function sheetName({ shortName }: Pick<Section, 'shortName'>): string {
  return shortName.replace(/[[\]/\\:*?']/g, ' ').slice(0, 31);
}

/** The code of a check's row: `INF-01.mision`. */
export function checkCode(criterionId: string, checkId: string): string {
  return `${criterionId}.${checkId}`;
}

/** Takes a column's place, from 0; gives its letters: «A», «AB». */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Takes one of our columns; gives its letter. */
export function letterOf(key: ColumnKey): string {
  return columnLetter(COLUMNS.findIndex((column) => column.key === key));
}

import type { Section } from '../../instrument/instrument.ts';
import { columnLetter } from '../../kit/xlsx/columns.ts';
import type { AssessmentHeader } from '../domain/assessment.ts';
import { cellText } from '../../kit/bytes/xml-text.ts';

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

/** The name of a section's sheet: 31 characters at most, without the signs that Excel refuses. */
export function sheetName({ shortName }: Pick<Section, 'shortName'>): string {
  return shortName.replace(/[[\]/\\:*?']/g, ' ').slice(0, 31);
}

/** The code of a check's row: `INF-01.mision`. */
export function checkCode(criterionId: string, checkId: string): string {
  return `${criterionId}.${checkId}`;
}

/** Takes one of our columns; gives its letter. */
export function letterOf(key: ColumnKey): string {
  return columnLetter(COLUMNS.findIndex((column) => column.key === key));
}

/** At the foot of each printed page: whose it is, of what day, and which page. In this place `&` begins a command. */
export function footerOf({ entity, cutoffDate }: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  const name = cellText(entity.acronym || entity.name)
    .replaceAll('&', '&&')
    .slice(0, 80);
  return `&L${name}, corte ${cutoffDate}&C&A&RPágina &P de &N`;
}

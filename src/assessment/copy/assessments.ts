import type { AssessmentHeader, Closing, Entity } from '../domain/assessment.ts';
import { showPoints } from '../domain/percent.ts';
import type { Fraction } from '../../kit/values/fraction.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';

/** What names an assessment within a sentence. */
export type Named = Pick<AssessmentHeader, 'label' | 'cutoffDate'> & {
  readonly entity: Pick<Entity, 'name' | 'acronym'>;
};

/** «Instituto Nacional de Salud (INS) · Mitad de Sistemas». */
export function assessmentTitle({ entity, label }: Omit<Named, 'cutoffDate'>): string {
  const name = isolated(entity.name);
  const named = entity.acronym ? `${name} (${isolated(entity.acronym)})` : name;
  return label === '' ? named : `${named} · ${isolated(label)}`;
}

/** «INS, 1 de noviembre de 2009»: enough to tell one from another within a sentence. */
export function assessmentShort({ entity, label, cutoffDate }: Named): string {
  const name = isolated(entity.acronym || entity.name);
  return `${name}${label === '' ? '' : ` (${isolated(label)})`}, ${longDate(cutoffDate)}`;
}

/** The facts of an assessment in a line. Takes also how many criteria it has data of. */
export function assessmentFacts(
  {
    cutoffDate,
    modified,
    closing,
  }: Pick<AssessmentHeader, 'cutoffDate' | 'modified'> & {
    readonly closing: Pick<Closing, 'date' | 'responsible'> | null;
  },
  answered: number,
): string {
  const state = closing ? ` Versión cerrada el ${longDate(closing.date)} por ${isolated(closing.responsible)}.` : '';
  return `Fecha de corte: ${longDate(cutoffDate)}. ${plural(answered, 'criterio con datos', 'criterios con datos')}. Último cambio: ${longInstant(modified)}.${state}`;
}

/** Which assessment a page works on: its title and its cut-off date. */
export const assessmentWithCutoff = (header: Named): string =>
  `${assessmentTitle(header)} · fecha de corte: ${longDate(header.cutoffDate)}`;

/** The instrument by its id and its version: «gel-2008, versión 2026.1». */
export const instrumentName = ({ id, version }: AssessmentHeader['instrument']): string =>
  `${isolated(id)}, versión ${isolated(version)}`;

/** At the head of what is printed of an assessment. */
export const paperHead = ({ entity, cutoffDate }: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string =>
  `Entidad: ${isolated(entity.name)}. Fecha de corte: ${longDate(cutoffDate)}.`;

/** The title of a page on an assessment, and with it the name of a file printed from it. Takes what the page shows. */
export const pageTitle = (
  page: string,
  { entity, cutoffDate }: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>,
): string => `${page} · ${isolated(entity.name)} · ${cutoffDate} · Gobierno en Línea`;

/** What a section may still come to. */
export const ceilingText = (ceiling: string): string => `hasta ${ceiling} si cumple lo que falta por responder`;

/** «12 de 35 respondidos». */
export const answeredText = (answered: number, total: number): string =>
  `${answered} de ${plural(total, 'respondido', 'respondidos')}`;

/** «+ 2,4 puntos»: what a criterion would add to its section. */
export const gainText = (gain: Fraction): string => `+ ${showPoints(gain)} puntos`;

import type { AssessmentHeader, Closing, Entity } from '../domain/assessment.ts';
import type { KeepReason } from '../storage/database.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';

type Named = Pick<AssessmentHeader, 'label' | 'cutoffDate'> & { readonly entity: Pick<Entity, 'name' | 'acronym'> };

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

/** Why a whole assessment is kept aside, as the list of them says it. */
export const keptReason: Record<KeepReason, string> = {
  deleted: 'Borrada de la lista',
  replaced: 'Como estaba antes de reemplazarla',
  merged: 'Como estaba antes de unirla',
  received: 'Archivo que llegó para unir',
};

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

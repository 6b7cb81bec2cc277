import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { KeepReason } from '../storage/database.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';

type Named = Pick<AssessmentHeader, 'entity' | 'label' | 'cutoffDate'>;

/** «Instituto Nacional de Salud (INS) · Mitad de Sistemas». */
export function assessmentTitle({ entity, label }: Pick<Named, 'entity' | 'label'>): string {
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

/** The facts of an assessment in a line. */
export function assessmentFacts({ cutoffDate, modified, answers, closing }: Assessment): string {
  const state = closing ? ` Versión cerrada el ${longDate(closing.date)} por ${isolated(closing.responsible)}.` : '';
  return `Fecha de corte: ${longDate(cutoffDate)}. ${plural(Object.keys(answers).length, 'criterio con datos', 'criterios con datos')}. Último cambio: ${longInstant(modified)}.${state}`;
}

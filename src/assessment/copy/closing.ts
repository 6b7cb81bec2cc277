import type { FaultMessage } from '../../kit/words/fault.ts';
import { LIMITS } from '../file/schema.ts';
import { fieldTooLong } from '../../kit/words/field-too-long.ts';
import { plural } from '../../kit/words/plural.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** Before a version is closed. Takes which one, and how many criteria have no answer. */
export function closeAbout(what: string, pending: number): string {
  return pending === 0
    ? `${what}: todos los criterios están respondidos.`
    : `${what}: faltan ${plural(pending, 'criterio', 'criterios')} por responder. Puede cerrarla así; sus porcentajes quedan como mínimos.`;
}

/** What is wrong with the name of whoever closes a version, or ''. */
export function responsibleProblem(text: string): string {
  if (text === '') return 'Escriba quién cierra esta versión. Sin eso no se cierra; nada ha cambiado.';
  return text.length > LIMITS.responsible ? fieldTooLong(text.length, LIMITS.responsible) : '';
}

export const labelTooLong = (length: number): string => fieldTooLong(length, LIMITS.label);

/** After a version was closed. Takes the day in words and the digest. */
export const closedNow = (day: string, digest: string): string =>
  `La versión quedó cerrada el ${day}. Huella SHA-256: ${digest}. Guarde ahora su archivo: es el que se podrá comprobar.`;

/** On the results of a closed version. */
export const closedText = (day: string, responsible: string): string =>
  `Versión cerrada el ${day} por ${isolated(responsible)}.`;

/** When what is stored of a closed version is not what was closed. */
export const digestBroken: FaultMessage = {
  happened: 'Esta versión dice estar cerrada, pero su contenido no corresponde a su huella: cambió después del cierre.',
  data: 'Se muestra lo que hay guardado. No debe presentarse como la versión que se cerró.',
  remedy: 'Abra el archivo que se guardó al cerrarla, o ciérrela de nuevo desde una copia.',
};

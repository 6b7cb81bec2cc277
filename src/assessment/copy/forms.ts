import type { DateProblem } from '../../kit/values/calendar-date.ts';
import { LIMITS } from '../file/schema.ts';

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

export const nameBlank =
  'Escriba el nombre de la entidad. Sin él no se guardan estos datos; lo demás que escribió sigue aquí.';
export const nitMalformed =
  'El NIT no se entiende. Escríbalo con su dígito de verificación, por ejemplo 899999403-4, o déjelo en blanco. Lo que escribió sigue aquí.';
export const nitWrong = (expected: number): string =>
  `El dígito de verificación de ese NIT debería ser ${expected}. Revise los números o deje el NIT en blanco. Lo que escribió sigue aquí.`;
export const nitMissing = (suggested: string): string =>
  `Falta el dígito de verificación. Si el número es correcto, escriba ${suggested}. Lo que escribió sigue aquí.`;
export const emailWrong =
  'El correo no está completo. Escríbalo como nombre@entidad.gov.co o déjelo en blanco. Lo que escribió sigue aquí.';
export const orderBlank = 'Diga si la entidad es del orden nacional o del territorial: de eso dependen los plazos.';

export const dateProblem: Record<DateProblem, string> = {
  blank: 'Escriba la fecha de corte: el día que describen sus respuestas.',
  notNumeric:
    'La fecha de corte está incompleta o tiene algo que no es número. Escriba día, mes y año, por ejemplo 15, octubre, 2009.',
  impossible: 'Ese día no existe en el calendario. Revise el día y el mes. Lo que escribió sigue aquí.',
  outOfRange: 'El año debe estar entre 2000 y 2100, con sus cuatro cifras. Lo que escribió sigue aquí.',
};

export const tooLong = (what: string, length: number, maximum: number): string =>
  `${what} tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Sigue en pantalla, pero no se guardó: queda guardado el texto anterior. Acórtelo, o pase el detalle a un documento y ponga su enlace en las evidencias.`;

export const fieldTooLong = (length: number, maximum: number): string =>
  `Tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Acórtelo. Lo que escribió sigue aquí, sin cortar.`;

export const evidenceWrong =
  'El enlace no está bien escrito: debe comenzar por http:// o https:// y no llevar espacios. Sigue en pantalla, pero no se guardó. Si la evidencia no está en internet, anótela en la observación.';
export const evidenceWithoutLink = 'Falta el enlace de esta evidencia. El título sigue en pantalla, pero no se guardó.';
export const evidenceTooMany = `Se guardan ${LIMITS.evidenceRows} enlaces como máximo. Reúna los demás en un documento y enlácelo.`;
export const justificationBlank =
  'Escriba por qué no aplica. Sin justificación el criterio sigue «Sin responder»; las demás respuestas no cambian.';

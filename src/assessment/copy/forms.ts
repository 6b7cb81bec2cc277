import type { DateProblem } from '../../kit/values/calendar-date.ts';

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

import { thousands } from '../../kit/words/plural.ts';
import { LIMITS } from '../file/schema.ts';
import { statusName } from './terms.ts';

/** What the form of an answer says beside its fields; `forms.ts` has what the other forms say. */

export const tooLong = (what: string, length: number, maximum: number): string =>
  `${what} tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Sigue en pantalla, pero no se guardó: queda guardado el texto anterior. Acórtelo, o pase el detalle a un documento y ponga su enlace en las evidencias.`;

export const evidenceWrong =
  'El enlace no está bien escrito: debe comenzar por http:// o https:// y no llevar espacios. Sigue en pantalla, pero no se guardó. Si la evidencia no está en internet, anótela en la observación.';
export const evidenceWithoutLink = 'Falta el enlace de esta evidencia. El título sigue en pantalla, pero no se guardó.';
export const evidenceTooMany = `Se guardan ${LIMITS.evidenceRows} enlaces como máximo. Reúna los demás en un documento y enlácelo.`;
export const justificationBlank = `Escriba por qué no aplica. Sin justificación el criterio sigue «${statusName.pending}»; las demás respuestas no cambian.`;

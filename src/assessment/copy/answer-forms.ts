import type { Answer } from '../domain/answer.ts';
import { plural, thousands } from '../../kit/words/plural.ts';
import { LIMITS } from '../file/schema.ts';
import { statusName } from './terms.ts';

/** What the form of an answer says beside its fields; `forms.ts` has what the other forms say. */

type Mark = Answer['kind'];

export const tooLong = (what: string, length: number, maximum: number): string =>
  `${what} tiene ${thousands(length)} caracteres y el máximo es ${thousands(maximum)}. Sigue en pantalla, pero no se guardó: queda guardado el texto anterior. Acórtelo, o pase el detalle a un documento y ponga su enlace en las evidencias.`;

export const evidenceWrong =
  'El enlace no está bien escrito: debe comenzar por http:// o https:// y no llevar espacios. Sigue en pantalla, pero no se guardó. Si la evidencia no está en internet, anótela en la observación.';
export const evidenceWithoutLink = 'Falta el enlace de esta evidencia. El título sigue en pantalla, pero no se guardó.';
export const evidenceTooMany = `Se guardan ${LIMITS.evidenceRows} enlaces como máximo. Reúna los demás en un documento y enlácelo.`;
export const justificationBlank = `Escriba por qué no aplica. Sin justificación el criterio sigue «${statusName.pending}»; las demás respuestas no cambian.`;

/** The fields of text as the sentence on a text that is too long names them. */
export const fieldName = {
  justification: 'La justificación',
  legalGround: 'El fundamento',
  note: 'La observación',
  link: 'El enlace',
  title: 'El título',
} as const;

/** What is wrong with a row of evidence that was right before. Takes the address that stays saved. */
export const evidenceStays = (problem: string, url: string): string => `${problem} Queda guardado el anterior: ${url}`;

/** When another tab had stored another answer, for whoever does not see it appear. */
export const conflictSaid = (criterionId: string): string =>
  `${criterionId}: otra pestaña había guardado otra respuesta. El botón «Usar la otra» la recupera.`;

/** The same beside the criterion. Takes the status of the other answer in words, and its note. */
export function conflictText(status: string, note: string): string {
  const noted = note.trim() === '' ? '' : ` Observación: «${note}».`;
  return `Hay otra respuesta a este criterio, que guardó otra pestaña o que usted acaba de cambiar: ${status}.${noted} Con «Usar la otra» vuelve, mientras no salga de esta página.`;
}

/** What «Deshacer» would bring back. Takes the mark that stood there, the one that stands now, and how many checks went. */
export function undoText(before: Mark, now: Mark, cleared: number): string {
  if (before === 'notApplicable') return `Antes estaba «${statusName.notApplicable}».`;
  if (cleared === 0) return `Antes estaba «${statusName.unmet}».`;
  const marks = plural(cleared, 'marca', 'marcas');
  return now === 'notApplicable' ? `Las ${marks} no cuentan mientras no aplique.` : `Se quitaron ${marks}.`;
}

/** The same for whoever does not see it appear. */
export const undoSaid = (text: string): string => `${text} El botón «Deshacer» está al final del criterio.`;

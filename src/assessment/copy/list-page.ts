import type { Assessment } from '../domain/assessment.ts';
import { longDate, longInstant } from '../../kit/words/dates.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { assessmentShort, type Named } from './assessments.ts';

/** What the list of assessments says as soon as it is there; what its parts say on demand has files of its own. */

/** What the browser promises of what is stored in it. */
export const persistenceText: Record<'kept' | 'mayErase' | 'unknown', string> = {
  kept: 'Este navegador prometió no borrar estos datos por falta de espacio. Sí se pierden si alguien borra los datos de navegación o si se daña el equipo: guarde copias en archivos.',
  mayErase:
    'El navegador puede borrar estos datos si al disco le falta espacio, y Safari los borra tras siete días sin abrir el sitio. También se pierden si alguien borra los datos de navegación: guarde copias en archivos.',
  unknown:
    'El navegador puede borrar estos datos, por falta de espacio o si alguien borra los datos de navegación: guarde copias en archivos.',
};

/** Beside the list of assessments, where it could not be read again. */
export const listNotReadAgain: FaultMessage = {
  happened: 'La lista de abajo es la última que se pudo leer.',
  data: 'Puede que ya no sea lo que está guardado en este navegador.',
  remedy: 'Desde cada ficha puede guardar en un archivo lo que se leyó.',
};

/** Beside the list of assessments, where what it shows was taken out of the browser and nobody deleted it on the list. */
export const listEmptied: FaultMessage = {
  happened: 'Algo de esta lista ya no está guardado en este navegador: puede que se hayan borrado los datos del sitio.',
  data: 'Las fichas muestran lo que esta página tenía: al salir de ella se pierde.',
  remedy: 'Guarde ahora una copia en un archivo desde cada ficha, y después ábrala aquí.',
};

/** When something was asked for of what was taken out of the browser under the page. */
export const takenFromBrowser =
  'No se hizo: esa autoevaluación ya no está guardada en este navegador. Guarde una copia de su ficha.';
/** When something was asked for of what somebody deleted. */
export const deletedElsewhere =
  'Esa autoevaluación ya no está en la lista: se borró, quizá en otra pestaña. Si la borraron desde la lista, se conserva más abajo.';

export const deletedText = (assessment: Named): string => `Se borró de la lista: ${assessmentShort(assessment)}.`;

/** When what was kept can no longer be brought back. */
export const keptNoMore = 'Esa copia ya no se conserva: se borró del todo o se recuperó, quizá en otra pestaña.';

/** After the way back. Takes what came back, where the list shows it. */
export const asBefore = (assessment: Named | undefined): string =>
  assessment ? `Quedó como estaba: ${assessmentShort(assessment)}.` : 'Quedó como estaba.';

/** Before what is kept is thrown away for good. */
export const discardAbout = (assessment: Named): string =>
  `Esta copia de ${assessmentShort(assessment)} se borra de este navegador y no se puede recuperar. La de la lista, si está, no cambia.`;

/** After the word of a control on a card, for whoever does not see the card. Takes the assessment's title. */
export const ofCard = (title: string, cutoffDate: string): string => ` de ${title}, ${longDate(cutoffDate)}`;

/** The facts on a card. */
export function cardFacts({
  cutoffDate,
  modified,
  closing,
}: Pick<Assessment, 'cutoffDate' | 'modified' | 'closing'>): string {
  return `Fecha de corte: ${longDate(cutoffDate)}. Último cambio: ${longInstant(modified)}.${
    closing ? ` Versión cerrada el ${longDate(closing.date)} por ${isolated(closing.responsible)}: ya no cambia.` : ''
  }`;
}

/** The name of a card's table. Takes the assessment's title. */
export const cardTable = (title: string, cutoffDate: string): string =>
  `Cumplimiento de ${title}, ${longDate(cutoffDate)}`;

/** «42,0 %, hasta 71,0 %»; the percentage alone where nothing is pending. */
export const percentLine = (percent: string, ceiling: string | null): string =>
  ceiling ? `${percent}, hasta ${ceiling}` : percent;

import { documentOfKey } from '../file/document-key.ts';
import { longInstant } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';

/** What a record that was set aside is of. Takes a criterion's id or a `documentKey`; gives it as people say it. */
export function placeName(place: string): string {
  if (!place.includes(':')) return `Respuesta de ${isolated(place)}`;
  const { kind, id } = documentOfKey(place);
  if (kind === 'texts') return 'Textos generales del plan de acción';
  return kind === 'project' ? `Proyecto ${isolated(id)}` : `Actividad ${isolated(id)} del plan de acción`;
}

export const setAsideSummary = (count: number): string => `Apartado por este navegador (${count})`;

/** Said of what cannot be put back. */
export const unreadable = 'No se puede leer: guárdelo en un archivo y entréguelo a quien administra este sitio.';
/** Said of what belongs to an assessment that is no longer in the list. */
export const withoutAssessment = 'Su autoevaluación ya no está en la lista.';
/** Said of what belongs to a closed version. */
export const ofClosedVersion = 'Su versión está cerrada y ya no cambia.';

/** What was set aside and when. Takes its name, and why it cannot be put back, or ''. */
export const setAsideLine = (name: string, found: string, obstacle: string): string =>
  [`${name}. Apartado el ${longInstant(found)}.`, obstacle].filter((sentence) => sentence !== '').join(' ');

/** After it was put back. Takes the record's place. */
export const tookBack = (place: string): string =>
  `Se recuperó: ${placeName(place)}. Lo que estaba en su lugar quedó apartado.`;
export const tookBackAlready = 'Eso ya no estaba apartado: se recuperó o se borró, quizá en otra pestaña.';

/** Before it is thrown away for good. Takes the record's place. */
export const throwAwayAbout = (place: string): string =>
  `${placeName(place)}: lo apartado se borra de este navegador y no se puede recuperar. Lo que está en la autoevaluación no cambia.`;
export const thrownAway = 'Se borró del todo lo apartado.';

import { documentOfKey } from '../file/document-key.ts';
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

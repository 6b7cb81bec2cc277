import { longInstant } from '../../kit/words/dates.ts';
import { statusName } from './terms.ts';

/** What is said of one criterion that two assessments answer differently. */

export const bothTextsTooLong =
  'Las dos observaciones juntas pasan de 5.000 caracteres, o las evidencias de 20. Escoja una; la otra versión completa se conserva.';

/** Beside the side that is proposed. */
export const proposedText = '(propuesta: es la más reciente)';

/** One check of a side. */
export const checkText = (isMet: boolean, text: string): string => `${isMet ? 'Sí' : 'No'}: ${text}`;

/** In the place of the status, where this version of the instrument does not have the criterion. */
export const unknownCriterion = `Criterio que esta versión no tiene (${statusName.pending})`;

export const answeredAt = (instant: string): string => `Respondida el ${longInstant(instant)}.`;

import { isolated } from '../../kit/words/isolated.ts';
import { assessmentShort, type Named } from './assessments.ts';

/** What is said of what a person does with one assessment of the list; `closing.ts` has what is said of closing it. */

/** Before a copy for another cut-off date is made. */
export const duplicateAbout = (assessment: Named): string =>
  `Se copian las respuestas, observaciones, evidencias, plan y proyectos de ${assessmentShort(assessment)}. La original no cambia.`;

const copyWay = { duplicated: 'Se duplicó', reopened: 'Se reabrió como copia' } as const;

/** After a copy was made. Takes how, the copy, and a sentence on its plan, or ''. */
export const copied = (way: keyof typeof copyWay, copy: Named, plan: string): string =>
  `${copyWay[way]}: ${assessmentShort(copy)}. La original no cambió.${plan}`;

export const copyTakenOut = 'Se quitó la copia de la lista.';

/** After a name was given, or taken away with ''. */
export const labelText = (label: string): string =>
  label === '' ? 'Se quitó el nombre.' : `Ahora se llama «${isolated(label)}».`;

export const labelAsBefore = 'El nombre quedó como estaba.';

/** When the version was gone, or did not come to rest, while it was being closed. */
export const notClosed =
  'La versión no se cerró y nada cambió: ya no está en la lista, u otra pestaña la está cambiando. Revise la lista y vuelva a intentarlo.';

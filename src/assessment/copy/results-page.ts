import type { Assessment, Entity } from '../domain/assessment.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';
import { instrumentName } from './assessments.ts';

/** What the page of the results says; `results.ts` has what every screen and file says of a section. */

const LINE = '____________________________________';

const partial = (pending: number): string =>
  `Avance parcial: ${plural(pending, 'criterio sin responder', 'criterios sin responder')}.`;

/** What became of the assessment. Takes how many criteria have no answer. */
export const outcomeText = (pending: number): string =>
  `${pending === 0 ? 'Con todos los criterios respondidos en este navegador.' : partial(pending)} No se ha enviado a ninguna entidad.`;

/** What the figures are worth. Takes how many criteria have no answer. */
export const partialText = (pending: number): string =>
  pending === 0
    ? 'Todos los criterios están respondidos.'
    : `${partial(pending)} Los porcentajes son mínimos: pueden subir hasta el «máximo posible».`;

/** On paper, who signs; a line to write on where nobody is named. */
export const signedBy = ({ name, position }: Entity['contact']): string =>
  `Responsable: ${isolated(name) || LINE} Cargo: ${isolated(position) || LINE}`;

export const noPriorities =
  'De lo que ya respondió, nada está sin cumplir ni a medias. Si queda algo sin responder, comience por ahí.';

/** The button that shows all that can be improved. */
export const allPriorities = (count: number): string => `Ver los ${count} no cumplidos o parciales`;

/** Where an assessment was answered with another instrument. */
export const otherInstrument = (answered: Assessment['instrument'], present: Assessment['instrument']): string =>
  `Se respondió con el instrumento ${instrumentName(answered)}, y aquí se lee con ${instrumentName(present)}. Los criterios nuevos están sin responder.`;

/** Of what was answered and this version does not have, a sentence each. Takes the ids of the criteria and of the checks. */
export function strangersTexts(criteria: readonly string[], checks: readonly string[]): string[] {
  return [
    criteria.length > 0
      ? `Hay respuestas a criterios que esta versión no tiene: ${criteria.map(isolated).join(', ')}.`
      : '',
    checks.length > 0
      ? `Hay verificaciones marcadas que esta versión no tiene: ${checks.map(isolated).join(', ')}.`
      : '',
    criteria.length + checks.length > 0 ? 'Se conservan tal como estaban y no cuentan en ningún porcentaje.' : '',
  ].filter((sentence) => sentence !== '');
}

import { gainText } from '../../assessment/copy/assessments.ts';
import type { Fraction } from '../../kit/values/fraction.ts';
import { longDate } from '../../kit/words/dates.ts';
import { plural } from '../../kit/words/plural.ts';

/** What the plan says of the activities that it proposes. */

/** What there is to propose. Takes how many are proposed, how many criteria have no answer, and how many there are. */
export function proposalsText(
  counts: { readonly proposed: number; readonly pending: number; readonly total: number },
  isPlanEmpty: boolean,
): string {
  const { proposed, pending, total } = counts;
  if (pending === total) {
    return 'Todavía no hay respuestas en el cuestionario. Cuando responda, aquí se propone una actividad por cada criterio que no se cumple.';
  }
  if (proposed > 0) {
    const of = plural(proposed, 'criterio que no se cumple y no tiene', 'criterios que no se cumplen y no tienen');
    return `Hay ${of} actividad. Las propuestas van por plazo y por lo que aportan a su fase; cada una se puede cambiar después de agregarla.`;
  }
  if (isPlanEmpty) {
    return pending === 0
      ? 'Todos los criterios que aplican se cumplen. No hay nada que proponer.'
      : 'De los criterios respondidos que aplican, ninguno está sin cumplir. Por ahora no hay nada que proponer.';
  }
  return 'Cada criterio respondido que no se cumple tiene ya una actividad.';
}

export const addAllProposed = (count: number): string => `Agregar las ${count} actividades propuestas`;
export const allProposals = (count: number): string => `Ver las ${count} propuestas`;

/** Of what has no answer. The link to the questionnaire follows it. */
export const pendingText = (count: number): string =>
  `${plural(count, 'criterio está sin responder', 'criterios están sin responder')}: de lo que no tiene respuesta no se propone nada. `;
export const toQuestionnaire = 'Ir al cuestionario';

/** What a proposal adds to its phase, and until when. Takes `YYYY-MM-DD`, or null where it is of no phase. */
export const proposalFacts = (gain: Fraction, deadline: string | null): string =>
  `${gainText(gain)}${deadline === null ? ' · sin plazo: no es de una fase' : ` · plazo: ${longDate(deadline)}`}`;

export const nothingSuggested = 'Sin actividad sugerida: se agrega en blanco.';

/** The button of an activity that had left the plan. */
export const takeUpAgain = (id: string): string => `Volver a incluir ${id}, que salió del plan`;

import { plural } from '../../kit/words/plural.ts';

/** What is said of each thing that a person does to the plan, and of its way back. */

/** Takes the ids of the activities that came in. */
export const addedText = (ids: readonly string[]): string =>
  ids.length === 1 ? `Se agregó la actividad ${ids[0]}.` : `Se agregaron ${ids.length} actividades.`;

/** Takes how many were taken out again, and how many stay because they were changed since. */
export function takenOutText(out: number, left: number): string {
  const but =
    left === 0 ? '' : ` ${left === 1 ? 'Queda 1 que ya había cambiado' : `Quedan ${left} que ya habían cambiado`}.`;
  return `Se ${out === 1 ? 'quitó 1 actividad' : `quitaron ${out} actividades`}.${but}`;
}

export const removedText = (id: string): string => `Se borró la actividad ${id}.`;

export const backInPlan = (id: string): string => `La actividad ${id} está de nuevo en el plan.`;

/** After the way back, under the id that it has now. Takes the one that it had, too. */
export const restoredText = (id: string, back: string): string =>
  back === id ? backInPlan(id) : `La actividad volvió con el código ${back}.`;

export const groupUndone = 'Cada actividad tiene de nuevo lo que tenía.';

export const archivedText = (count: number): string =>
  `${plural(count, 'actividad salió', 'actividades salieron')} del plan y ${count === 1 ? 'queda' : 'quedan'} en «Salieron del plan».`;
export const allBackInPlan = 'Están de nuevo en el plan.';

export const leftAgain = (id: string): string => `La actividad ${id} salió otra vez del plan.`;

/** When another tab took away the activity whose fields are open. */
export const goneElsewhere = (id: string, isArchived: boolean): string =>
  `La actividad ${id} ya no está en el plan: ${isArchived ? 'salió de él' : 'se borró'} en otra pestaña.`;

/** When the address names an activity, or a criterion, of which the plan has nothing. */
export const activityMissing = (id: string): string => `La actividad ${id} no está en este plan.`;
export const criterionMissing = (id: string): string =>
  `No hay actividad para ${id}: se cumple, no aplica o está sin responder.`;

import { plural } from '../../kit/words/plural.ts';

/** What «¿Qué cambió?» says around its lists; `comparison.ts` has the words of each kind of change. */

/** How many criteria are compared, and how many changed how. Takes the latter in words. */
export const comparedText = (count: number, changes: string): string =>
  `De ${plural(count, 'criterio', 'criterios')}: ${changes}.`;

/** The choice that leaves no kind of change out. */
export const allKinds = 'todos los criterios';

/** How many criteria the chosen kind of change has. */
export const shownText = (count: number): string =>
  `Se ${count === 1 ? 'muestra 1 criterio' : `muestran ${count} criterios`}.`;

/** Opens the list of those of which nothing at all changed. */
export const identicalText = (count: number): string =>
  `${plural(count, 'criterio tampoco cambió', 'criterios tampoco cambiaron')} en verificaciones ni en observaciones`;

/** A criterion that the instrument no longer has, on one side. */
export const retiredText = (isAnswered: boolean): string => (isAnswered ? 'con respuesta' : 'sin respuesta');

/** Said before both sides of a criterion to whoever does not see the arrow between them. */
export const spokenBefore = 'Antes: ';
export const spokenAfter = '. Después: ';

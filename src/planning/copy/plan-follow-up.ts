import { longDate } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { plural } from '../../kit/words/plural.ts';
import type { Activity } from '../domain/plan.ts';

/** What the follow-up of the plan says around its lists; `plan-page.ts` has the lines in them. */

/** How long the words of an activity may be in these lists, in characters. */
const SHORT = 160;

/** An activity by its id and the beginning of its words. */
export function shortActivity({ id, activity }: Pick<Activity, 'id' | 'activity'>): string {
  const text = isolated(activity.replace(/\s+/g, ' ').trim());
  return `${id}${text === '' ? '' : ` ${text.length > SHORT ? `${text.slice(0, SHORT)}…` : text}`}`;
}

/** Above the activities that have nothing left to do. */
export const overText = (count: number, cutoffDate: string): string =>
  `${plural(count, 'actividad tiene', 'actividades tienen')} todos sus criterios cumplidos, o ya no le aplican a la entidad, según las respuestas a ${longDate(cutoffDate)}:`;

/** Above the activities that are late. */
export const lateText = (count: number, cutoffDate: string): string =>
  count === 0
    ? `A la fecha de corte, ${longDate(cutoffDate)}, ninguna actividad con fechas está atrasada.`
    : `${plural(count, 'actividad está atrasada', 'actividades están atrasadas')} a la fecha de corte, ${longDate(cutoffDate)}.`;

import { plural } from '../../kit/words/plural.ts';

/** After a copy for another date: how many activities left its plan. '' where none did. */
export function leftThePlan(count: number): string {
  if (count === 0) return '';
  return ` ${plural(count, 'actividad salió de su plan', 'actividades salieron de su plan')}, porque lo que pedían ya se cumple o no aplica. No se borran: quedan al final del plan con la fecha.`;
}

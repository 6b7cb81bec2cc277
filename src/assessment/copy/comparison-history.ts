import { plural } from '../../kit/words/plural.ts';

/** What «A lo largo del tiempo» says around its chart and its table. */

/** Of whom the cut-off dates are, and how many there are. */
export const historyLead = (entityName: string, count: number): string =>
  `${entityName}: ${plural(count, 'autoevaluación', 'autoevaluaciones')} en este navegador.`;

/** What the upright lines of the chart are. Takes how many are drawn, and the phases whose deadline is too far to be. */
export function deadlineNote(drawn: number, beyond: readonly string[]): string {
  const far =
    beyond.length === 0
      ? ''
      : `Quedan lejos de las fechas de corte y no se dibujan los plazos de: ${beyond.join(', ')}. La tabla los tiene todos.`;
  return [drawn > 0 ? 'Las rayas verticales son los plazos de las fases.' : '', far]
    .filter((part) => part !== '')
    .join(' ');
}

import { showPesos, type Cents } from '../../kit/values/money.ts';
import type { ActivitySum } from '../domain/planning.ts';
import { resourceKinds, type ProjectSum, type ResourceKind } from '../domain/projects.ts';
import { plural } from '../../kit/words/plural.ts';

/** What stands where nobody has said what something costs. */
const NO_AMOUNT = 'Sin valor';

/** Takes an amount; gives its words: «$ 1.250.000», «Sin valor». */
export function amountText(amount: Cents | null): string {
  return amount === null ? NO_AMOUNT : showPesos(amount);
}

/** A sum of which some amounts are missing is a floor; where all are missing, there is none. */
function floorText(total: Cents, unstated: number, count: number): string {
  if (unstated === 0) return showPesos(total);
  return unstated === count ? NO_AMOUNT : `Al menos ${showPesos(total)}`;
}

/** Takes what activities cost together; gives the sum alone: «$ 5.000», «Al menos $ 5.000», «Sin valor». */
function activitySumText({ activities, total, unstated }: ActivitySum): string {
  return floorText(total, unstated, activities);
}

/** Takes what activities cost together; gives the sum and of how many: «Al menos $ 5.000; falta el valor de 1 de 3 actividades». */
export function activitySumSentence(sum: ActivitySum): string {
  if (sum.activities === 0) return 'Sin actividades';
  const count = plural(sum.activities, 'actividad', 'actividades');
  return sum.unstated === 0
    ? `${activitySumText(sum)} en ${count}`
    : `${activitySumText(sum)}; falta el valor de ${sum.unstated} de ${count}`;
}

/** Takes what projects cost together; gives the sum alone. Each has three amounts. */
export function projectSumText({ projects, total, unstated }: ProjectSum): string {
  return floorText(total, unstated, projects * resourceKinds.length);
}

/** Takes what projects cost together and a resource; gives the sum of that resource. */
export function resourceSumText({ projects, amounts, missing }: ProjectSum, kind: ResourceKind): string {
  return floorText(amounts[kind], missing[kind], projects);
}

/** Takes what projects cost together; gives the sum and of how many. */
export function projectSumSentence(sum: ProjectSum): string {
  if (sum.projects === 0) return 'Sin proyectos';
  const count = plural(sum.projects, 'proyecto', 'proyectos');
  return sum.unstated === 0
    ? `${projectSumText(sum)} en ${count}`
    : `${projectSumText(sum)} en ${count}; ${missingAmounts(sum)}`;
}

/** «Faltan 2 de 9 valores»: how many amounts nobody has given. */
export function missingAmounts({ projects, unstated }: ProjectSum): string {
  return `${unstated === 1 ? 'falta' : 'faltan'} ${unstated} de ${projects * resourceKinds.length} valores`;
}

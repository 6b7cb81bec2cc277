import { countOf, type PlanCheck } from '../domain/plan-check.ts';
import { onlyHere } from './planning.ts';

/** The two documents, as the circular names them. */
export const documentTitle = {
  plan: 'Plan de Acción de Gobierno en Línea, vigencia 2010',
  projects: 'Proyectos de Sistemas de Información, vigencia 2010',
} as const;

/** Everything that can be printed or previewed: each document and the letter with which it is handed in. */
export type PaperKind = 'plan' | 'projects' | 'plan-letter' | 'projects-letter';

/** «12 de 18 puntos completos». */
export function countText({ satisfied, total }: Pick<PlanCheck, 'satisfied' | 'total'>): string {
  return `${satisfied} de ${total} ${total === 1 ? 'punto completo' : 'puntos completos'}`;
}

/** Where both documents stand, in a sentence. */
export function stateLine(check: PlanCheck): string {
  const missing = check.total - check.satisfied;
  if (missing === 0) return onlyHere;
  const parts = (
    [
      [1, 'del Plan de Acción'],
      [2, 'de los Proyectos'],
    ] as const
  ).flatMap(([numeral, of]) => {
    const { satisfied, total } = countOf(check, numeral);
    return total > satisfied ? [`${total - satisfied} ${of}`] : [];
  });
  return `${missing === 1 ? 'Falta' : 'Faltan'} ${missing} de ${check.total} puntos: ${parts.join(' y ')}.`;
}

/** The fold of a long list of what is missing. Takes how many are folded. */
export function foldText(count: number): string {
  return count === 1 ? 'Ver el otro' : `Ver los otros ${count}`;
}

export const making = 'Haciendo el archivo…';
export const preparing = 'Preparando la impresión…';
export const preparingPreview = 'Preparando la vista previa…';

/** The name of the place that shows a document, for whoever does not see it. */
export const previewName: Readonly<Record<PaperKind, string>> = {
  plan: 'Vista previa del Plan de Acción',
  projects: 'Vista previa de los Proyectos',
  'plan-letter': 'Vista previa de la carta del Plan de Acción',
  'projects-letter': 'Vista previa de la carta de los Proyectos',
};

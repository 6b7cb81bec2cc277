import type { CheckItemId } from '../domain/plan-check.ts';
import type { MoneyProblem } from '../../kit/values/money.ts';
import type { ActivityProblem } from '../domain/plan-rows.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { labelsOf } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';

/** The two documents and what a person does with them, as every screen, paper and file names them. */

export const activityFieldName = labelsOf(activityFields);
export const projectFieldName = labelsOf(projectFields);

export const textFieldName = {
  procedures: 'Cómo concuerda el plan con la racionalización de trámites',
  citizenService: 'Cómo concuerda con el Programa Nacional de Servicio al Ciudadano',
  mechanisms: 'Mecanismos para cumplir las metas',
  resources: 'Recursos para cumplir las metas',
} as const;

export const projectKindName = labelsOf(projectFields.kinds.options);
export const projectTargetName = labelsOf(projectFields.targets.options);
export const resourceName = labelsOf(projectFields.resources.options);

/** What is wrong with the dates of an activity, short enough for a row. */
export const activityProblemName: Readonly<Record<ActivityProblem, string>> = {
  endsBeforeStart: 'Termina antes de comenzar',
  endsAfterDeadline: 'Termina después del plazo de su fase',
};

/** What the circular asks for, as a short sentence of our own; its words stand beside it. */
export const checkTitle: Readonly<Record<CheckItemId, string>> = {
  procedures: 'El plan dice cómo concuerda con la racionalización de trámites',
  citizenService: 'El plan dice cómo concuerda con el Programa Nacional de Servicio al Ciudadano',
  mechanisms: 'El plan dice con qué mecanismos se cumplirán las metas',
  resources: 'El plan dice con qué recursos se cumplirán las metas',
  criteria: 'Cada criterio que no se cumple tiene una actividad',
  activityMechanisms: 'Cada actividad dice qué se hará y con qué meta',
  activityResponsible: 'Cada actividad tiene dependencia y cargo responsables',
  activityEnds: 'Cada actividad termina dentro del plazo de su fase, o dice por qué no',
  activityResources: 'Cada actividad tiene recursos',
  'goal-preparacion': '',
  'goal-informacion': 'La fase de información llega al 100\u00a0%',
  'goal-interaccion': 'La fase de interacción llega al 100\u00a0%',
  'goal-transaccion': 'La fase de transacción llega al 100\u00a0%',
  'goal-transformacion': 'La fase de transformación llega al 100\u00a0%',
  'goal-democracia': 'La fase de democracia en línea llega al 100\u00a0%',
  projects: 'Hay proyectos de sistemas de información',
  projectScope: 'Cada proyecto dice qué hace y sobre qué',
  projectPhases: 'Cada proyecto dice de forma explícita qué fases cumple',
  projectResources: 'Cada proyecto asigna hardware, software y comunicaciones',
};

/** How many codes a sentence names before it counts the rest. */
const NAMED = 8;

/** Codes as a sentence names them: «INF-01, INF-02 y 3 más». */
export function codesText(ids: readonly string[]): string {
  const rest = ids.length - NAMED;
  return rest > 0 ? `${ids.slice(0, NAMED).join(', ')} y ${rest} más` : ids.join(', ');
}

/** What is said of both documents as long as they are only here. */
export const onlyHere = 'Completo en este navegador. No se ha enviado a ninguna entidad.';

/** Why a typed amount was not taken, and what became of it; '' where nothing was typed. */
export function moneyMessage(problem: MoneyProblem): string {
  const kept = 'Lo que escribió sigue en pantalla, pero no se guardó.';
  switch (problem.kind) {
    case 'blank':
      return '';
    case 'notNumeric':
      return `El valor no se entiende. Escriba solo pesos, por ejemplo 1.250.000 o 1.250.000,50. ${kept}`;
    case 'negative':
      return `El valor no puede ser menor que cero. ${kept}`;
    case 'separators':
      return problem.suggested === null
        ? `Los puntos y las comas no están donde van: punto para los miles, coma para los centavos. ${kept}`
        : `Los puntos y las comas no están donde van. Si quiso decir ${problem.suggested}, escríbalo así. ${kept}`;
    case 'tooLarge':
      return `El valor pasa de ${problem.maximum}, que es el máximo. ${kept}`;
  }
}

/** The two parts of each kind of resource. */
export const resourceFieldName = { description: 'Descripción', amount: 'Valor' } as const;

/** What stands where nobody has said an amount: not the same as `$ 0`, which says that it costs nothing. */
export const amountUnstated = 'Sin valor';

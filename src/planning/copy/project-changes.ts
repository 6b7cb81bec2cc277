import { plural } from '../../kit/words/plural.ts';
import type { Project } from '../domain/projects.ts';
import { codesText } from './planning.ts';
import { projectTitle } from './projects-page.ts';

/** What is said of each thing that a person does to the projects; `projects-page.ts` has what is said of them as they are. */

type Named = Pick<Project, 'id' | 'name'>;

export const projectAdded = (id: string): string => `Se agregó el proyecto ${id}.`;
export const projectBegun = (id: string): string => `Comenzó el proyecto ${id}. Escriba su nombre.`;
export const projectCopied = (copy: string, id: string): string => `${copy} es copia de ${id}.`;
/** The name of a copy. */
export const copyName = (name: string): string => `${name.trim()} (copia)`;
export const projectDeleted = (project: Named): string => `Se borró ${projectTitle(project)}.`;
export const projectBack = (project: Named): string => `Volvió ${projectTitle(project)}.`;
/** The name of a project's form. */
export const projectForm = (id: string): string => `Proyecto ${id}`;

export const criterionAdded = (id: string): string => `Se agregó el criterio ${id}.`;
export const criterionRemoved = (id: string): string => `Se quitó el criterio ${id}.`;
/** After the word of the button that takes it out, for whoever does not see its line. */
export const ofCriterion = (id: string): string => ` el criterio ${id}`;
/** Above criteria that this version of the instrument does not have. */
export const ofOtherVersion = 'De otra versión del instrumento';
/** Before a phase that this version of the instrument does not have. */
export const phaseOfOtherVersion = 'De otra versión: ';

/** Above the criteria of a phase that is not marked. The button follows it. */
export const phaseUnmarked = 'Esta fase no está entre las que el proyecto cumple. ';
export const markPhase = (name: string): string => `Marcar también la fase ${name}`;
export const phaseMarked = (name: string): string => `Se marcó la fase ${name}.`;

/** After «No necesita». Takes the kind of resource. */
export const noNeedSaid = (resource: string): string => `${resource}: no necesita. El valor quedó en $ 0.`;
/** What is then written as the description, where nobody wrote one. */
export const noNeed = 'No necesita.';

/** What opens the choice of activities. Takes how many there are. */
export const startSummary = (count: number): string =>
  `Comenzar un proyecto con actividades del plan (${plural(count, 'actividad', 'actividades')})`;

/** What there is to know of an activity before it is marked. */
export const activityNote = {
  inProjects: (ids: readonly string[]): string => `ya está en ${ids.join(', ')}`,
  likely: 'nombra recursos tecnológicos',
  left: 'salió del plan',
  missing: 'no está en el plan',
} as const;

export const noActivities = 'El plan de acción todavía no tiene actividades.';
export const activityUnwritten = 'Actividad sin texto';
export const restText = (count: number): string => `Mostrar las ${count} restantes`;
/** Marked activities that are not among those to be seen: they count all the same. '' where there are none. */
export const markedUnseen = (ids: readonly string[]): string =>
  ids.length === 0
    ? ''
    : ids.length === 1
      ? `Hay 1 marcada que no está a la vista y también cuenta: ${codesText(ids)}.`
      : `Hay ${ids.length} marcadas que no están a la vista y también cuentan: ${codesText(ids)}.`;
/** How many activities a search finds. */
export const matchesText = (count: number): string =>
  `${plural(count, 'actividad coincide', 'actividades coinciden')}.`;

import {
  compareIds,
  criterionOfId,
  type Activity,
  type Plan,
  type PlanTexts,
  type ArchivedActivity,
} from '../domain/plan.ts';
import type { Project } from '../domain/projects.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { projectFields } from '../fields/project-fields.ts';
import { fieldsToFile } from './field-codec.ts';
import type { ActivityFile, PlanTextsFile, ProjectFile } from './schema.ts';
import { present } from '../../kit/bytes/raw-object.ts';

/** The way out of the English domain into the keys of the assessment file that hold the circular's two documents. */

type ReasonFile = NonNullable<ActivityFile['retirada']>['motivo'];
const reasonOf: Record<ArchivedActivity['why'], ReasonFile> = { met: 'cumplida', notApplicable: 'no-aplica' };

function text<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return present(key, value, value !== '');
}

function list<Key extends string, T>(key: Key, values: readonly T[]): Partial<Record<Key, T[]>> {
  return present(key, [...values], values.length > 0);
}

function group<Key extends string, T extends object>(key: Key, value: T): Partial<Record<Key, T>> {
  return present(key, value, Object.keys(value).length > 0);
}

/** What an activity and its trace have in common, without the keys that this version does not know. */
function knownActivityToFile(activity: Activity): ActivityFile {
  const { id, criteria, progress } = activity;
  const isOwnCriterion = criteria.length === 1 && criteria[0] === criterionOfId(id);
  return {
    ...present('criterios', [...criteria], !isOwnCriterion),
    ...fieldsToFile(activityFields, activity),
    ...list(
      'avances',
      progress.map(({ date, percent, note, extra }) => ({
        fechaCorte: date,
        porcentaje: percent,
        ...text('observacion', note),
        ...extra,
      })),
    ),
  };
}

/**
 * Takes an activity of the plan; gives it with the file's keys, always in the same order. Its criteria are written
 * only where they are not the one that its id names.
 */
export function activityToFile(activity: Activity): ActivityFile {
  return { ...knownActivityToFile(activity), ...activity.extra };
}

/** Takes an activity of the trace; gives it as the others, with when and why it left. */
export function archivedToFile({ activity, why, date, extra }: ArchivedActivity): ActivityFile {
  return {
    ...knownActivityToFile(activity),
    retirada: { motivo: reasonOf[why], fecha: date, ...extra },
    ...activity.extra,
  };
}

/** Takes the general texts; gives them with the file's keys. */
export function planTextsToFile({
  procedures,
  citizenService,
  mechanisms,
  resources,
  extra,
}: PlanTexts): PlanTextsFile {
  return {
    ...text('racionalizacionTramites', procedures),
    ...text('servicioCiudadano', citizenService),
    ...text('mecanismos', mechanisms),
    ...text('recursos', resources),
    ...extra,
  };
}

/** The keys of the assessment file that hold the plan; each is absent where it would be empty. */
export interface PlanKeys {
  readonly planDeAccion?: Readonly<Record<string, ActivityFile>>;
  readonly planGeneral?: PlanTextsFile;
}

/** Takes a plan; gives its keys of the assessment file, activities by id. */
export function planToFile(plan: Plan): PlanKeys {
  const records = [
    ...plan.activities.map((activity) => [activity.id, activityToFile(activity)] as const),
    ...plan.archived.map((archived) => [archived.activity.id, archivedToFile(archived)] as const),
  ].sort(([a], [b]) => compareIds(a, b));
  return {
    ...group('planDeAccion', Object.fromEntries(records)),
    ...group('planGeneral', planTextsToFile(plan.texts)),
  };
}

/** Takes a project; gives it with the file's keys, always in the same order. */
export function projectToFile(project: Project): ProjectFile {
  return { id: project.id, ...fieldsToFile(projectFields, project), ...project.extra };
}

/** The key of the assessment file that holds the projects; absent where there are none. */
export interface ProjectKeys {
  readonly proyectos?: readonly ProjectFile[];
}

/** Takes the projects; gives their key of the assessment file, in their order. */
export function projectsToFile(projects: readonly Project[]): ProjectKeys {
  return list('proyectos', projects.map(projectToFile));
}

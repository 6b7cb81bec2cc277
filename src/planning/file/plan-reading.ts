import {
  compareIds,
  criterionOfId,
  isArchived,
  type Activity,
  type Plan,
  type PlanTexts,
  type Progress,
  type ArchivedActivity,
} from '../domain/plan.ts';
import type { Project } from '../domain/projects.ts';
import { activityFields } from '../fields/activity-fields.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';
import { projectFields } from '../fields/project-fields.ts';
import { fieldsFromFile } from './field-codec.ts';
import { documentId } from './field-schema.ts';
import { activityFile, planTextsFile, projectFile, type ActivityFile } from './schema.ts';
import { MAX_PROBLEMS } from '../../assessment/file/assessment-record.ts';
import { withProjectIds } from '../../assessment/file/document-key.ts';
import {
  extraOf,
  problemsOf,
  problemsUnder,
  under,
  type Decoded,
  type FileProblem,
} from '../../kit/bytes/raw-object.ts';

/**
 * The way from the three keys of the assessment file that hold the circular's two documents into the English domain:
 * `planDeAccion` (activities by id, the plan's trace included), `planGeneral` and `proyectos`. The way out is
 * `plan-writing.ts`.
 */

type ReasonFile = NonNullable<ActivityFile['retirada']>['motivo'];
const whyOf: Record<ReasonFile, ArchivedActivity['why']> = { cumplida: 'met', 'no-aplica': 'notApplicable' };

function failed(problems: readonly FileProblem[]): { ok: false; problems: readonly FileProblem[] } {
  return { ok: false, problems };
}

/** Takes an activity's id, its key, and anything; gives the activity, archived or not, or what is wrong and where. */
export function activityFromFile(id: string, raw: unknown): Decoded<Activity | ArchivedActivity> {
  // First of all: a key may be of any length, and would stand in the place of each problem.
  if (!documentId.safeParse(id).success) return failed([{ path: '', expected: 'se esperaba un identificador' }]);
  const parsed = activityFile.safeParse(raw);
  if (!parsed.success) return failed(problemsOf(parsed.error));
  const file = parsed.data;
  const entries = file.avances ?? [];
  const problems = repeated(entries.map(({ fechaCorte }) => fechaCorte)).map((index) => ({
    path: `avances.${index}.fechaCorte`,
    expected: 'se esperaba un solo avance por fecha',
  }));
  if (problems.length > 0) return failed(problems);
  const rawEntries = under(raw, 'avances');
  const progress = entries.map(({ fechaCorte, porcentaje, observacion }, index): Progress => ({
    date: fechaCorte,
    percent: porcentaje,
    note: observacion ?? '',
    ...extraOf(under(rawEntries, String(index)), ['fechaCorte', 'porcentaje', 'observacion']),
  }));
  const activity: Activity = {
    id,
    criteria: file.criterios ?? [criterionOfId(id)],
    ...fieldsFromFile(activityFields, raw),
    progress: progress.sort((a, b) => (a.date < b.date ? -1 : 1)),
    ...extraOf(raw, Object.keys(activityFile.shape)),
  };
  if (file.retirada === undefined) return { ok: true, value: activity };
  const { motivo, fecha } = file.retirada;
  const extra = extraOf(under(raw, 'retirada'), ['motivo', 'fecha']);
  return { ok: true, value: { activity, why: whyOf[motivo], date: fecha, ...extra } };
}

/** The places at which a value stands that stood before. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Takes anything; gives the general texts, or what is wrong with them and where. */
export function planTextsFromFile(raw: unknown): Decoded<PlanTexts> {
  const parsed = planTextsFile.safeParse(raw);
  if (!parsed.success) return failed(problemsOf(parsed.error));
  const file = parsed.data;
  return {
    ok: true,
    value: {
      procedures: file.racionalizacionTramites ?? '',
      citizenService: file.servicioCiudadano ?? '',
      mechanisms: file.mecanismos ?? '',
      resources: file.recursos ?? '',
      ...extraOf(raw, Object.keys(planTextsFile.shape)),
    },
  };
}

/** Takes a whole file or stored record, as it came; gives its plan (empty where it has none), or what is wrong and where. */
export function planFromFile(raw: unknown): Decoded<Plan> {
  const { planDeAccion: rows = {}, planGeneral = {} } = {
    planDeAccion: under(raw, 'planDeAccion'),
    planGeneral: under(raw, 'planGeneral'),
  };
  if (typeof rows !== 'object' || rows === null || Array.isArray(rows)) {
    return failed([{ path: 'planDeAccion', expected: 'se esperaban las actividades entre llaves' }]);
  }
  const ids = Object.keys(rows);
  if (ids.length > PLAN_LIMITS.activities) {
    const expected = `se esperaban ${PLAN_LIMITS.activities} actividades como máximo`;
    return failed([{ path: 'planDeAccion', expected }]);
  }
  const texts = planTextsFromFile(planGeneral);
  const problems: FileProblem[] = texts.ok ? [] : problemsUnder('planGeneral', texts.problems);
  const activities: Activity[] = [];
  const archived: ArchivedActivity[] = [];
  for (const id of ids) {
    if (problems.length >= MAX_PROBLEMS) break;
    const decoded = activityFromFile(id, under(rows, id));
    if (!decoded.ok) problems.push(...problemsUnder(`planDeAccion.${id}`, decoded.problems));
    else if (isArchived(decoded.value)) archived.push(decoded.value);
    else activities.push(decoded.value);
  }
  if (!texts.ok || problems.length > 0) return failed(problems);
  activities.sort((a, b) => compareIds(a.id, b.id));
  archived.sort((a, b) => compareIds(a.activity.id, b.activity.id));
  return { ok: true, value: { texts: texts.value, activities, archived } };
}

/** Takes anything; gives a project, or what is wrong with it and where. One without an id gets '': see `withProjectIds`. */
export function projectFromFile(raw: unknown): Decoded<Project> {
  const parsed = projectFile.safeParse(raw);
  if (!parsed.success) return failed(problemsOf(parsed.error));
  const { id = '' } = parsed.data;
  const own = extraOf(raw, Object.keys(projectFile.shape));
  return { ok: true, value: { id, ...fieldsFromFile(projectFields, raw), ...own } };
}

/** What was expected where two projects have one id. */
export const REPEATED_PROJECT = 'se esperaba un identificador que no esté en otro proyecto';

/** Takes a whole file or stored record, as it came; gives its projects (none where it has none), or what is wrong and where. */
export function projectsFromFile(raw: unknown): Decoded<readonly Project[]> {
  const { proyectos: rows = [] } = { proyectos: under(raw, 'proyectos') };
  if (!Array.isArray(rows)) return failed([{ path: 'proyectos', expected: 'se esperaba una lista de proyectos' }]);
  if (rows.length > PLAN_LIMITS.projects) {
    return failed([{ path: 'proyectos', expected: `se esperaban ${PLAN_LIMITS.projects} proyectos como máximo` }]);
  }
  const problems: FileProblem[] = [];
  const projects: Project[] = [];
  for (const [index, row] of withProjectIds(rows).entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    const decoded = projectFromFile(row);
    if (decoded.ok) projects.push(decoded.value);
    else problems.push(...problemsUnder(`proyectos.${index}`, decoded.problems));
  }
  if (problems.length === 0) {
    problems.push(
      ...repeated(projects.map(({ id }) => id)).map((index) => ({
        path: `proyectos.${index}.id`,
        expected: REPEATED_PROJECT,
      })),
    );
  }
  return problems.length > 0 ? failed(problems) : { ok: true, value: projects };
}

import { settledReason } from './plan-document.ts';
import { projectPhaseNames } from './projects-document.ts';
import {
  activityFieldName as field,
  activityProblemName,
  projectKindName,
  projectTargetName,
  resourceName,
} from '../copy/planning.ts';
import { statusName } from '../../assessment/copy/terms.ts';
import { showPoints } from '../../assessment/domain/percent.ts';
import { progressAt } from '../domain/plan-follow-up.ts';
import type { PlanRow } from '../domain/plan-rows.ts';
import type { ActivityFields, SettledActivity } from '../domain/plan.ts';
import type { Planning } from '../domain/planning.ts';
import { projectsOf, resourceKinds, sumOf, type Project } from '../domain/projects.ts';
import { sectionOfRow } from '../domain/rows-by-phase.ts';
import { amountCell, dateCell, numberCell, textCell, type TableColumn } from './document-table.ts';

const NOT_HERE = 'no está en este instrumento';

/** A written field of an activity. */
function written(key: Exclude<keyof ActivityFields, 'amount' | 'start' | 'end'>, width: number): TableColumn<PlanRow> {
  return { heading: field[key], width, cell: ({ activity }) => textCell(activity[key]) };
}

/** The columns of the plan: a row an activity, with every field in its own. */
export function planColumns({ assessment, results, projects }: Planning): TableColumn<PlanRow>[] {
  const sections = new Map<string, string>(results.sections.map(({ section }) => [section.id, section.name]));
  const progress = ({ activity }: PlanRow) => progressAt(activity, assessment.cutoffDate);
  return [
    { heading: 'Código', width: 11, cell: ({ activity }) => textCell(activity.id) },
    written('activity', 42),
    {
      heading: 'Fase',
      width: 20,
      cell: (row) => textCell(sections.get(sectionOfRow(row, results) ?? '') ?? `Criterio que ${NOT_HERE}`),
    },
    {
      heading: 'Criterios',
      width: 14,
      cell: ({ criteria, unknownCriteria }) =>
        textCell([...criteria.map(({ id }) => id), ...unknownCriteria].join('\n')),
    },
    {
      heading: 'Nombre de los criterios',
      width: 34,
      cell: ({ criteria, unknownCriteria }) =>
        textCell([...criteria.map(({ name }) => name), ...unknownCriteria.map(() => `(${NOT_HERE})`)].join('\n')),
    },
    {
      heading: 'Estado',
      width: 14,
      cell: ({ criteria }) => textCell(criteria.map(({ status }) => statusName[status]).join('\n')),
    },
    {
      heading: 'Ganancia (puntos)',
      width: 11,
      cell: ({ gain }) => numberCell(Number(showPoints(gain).replace(',', '.'))),
    },
    { heading: 'Plazo', width: 12, cell: ({ deadline }) => dateCell(deadline?.date ?? '') },
    written('product', 30),
    written('goal', 30),
    written('indicator', 30),
    written('office', 26),
    written('position', 22),
    written('support', 24),
    { heading: field.start, width: 12, cell: ({ activity }) => dateCell(activity.start) },
    { heading: field.end, width: 12, cell: ({ activity }) => dateCell(activity.end) },
    {
      heading: 'Revisión de las fechas',
      width: 22,
      cell: ({ problems }) => textCell(problems.map((problem) => activityProblemName[problem]).join('\n')),
    },
    written('lateReason', 30),
    written('technology', 30),
    { heading: field.amount, width: 22, cell: ({ activity }) => amountCell(activity.amount), isSummed: true },
    written('source', 24),
    {
      heading: 'Proyectos',
      width: 24,
      cell: ({ activity }) =>
        textCell(
          projectsOf(projects, activity.id)
            .map(({ id, name }) => `${id} ${name}`.trim())
            .join('\n'),
        ),
    },
    written('procedure', 28),
    written('citizenService', 28),
    written('remarks', 32),
    { heading: 'Avance (%)', width: 10, cell: (row) => numberCell(progress(row)?.percent ?? null) },
    { heading: 'Fecha del avance', width: 12, cell: (row) => dateCell(progress(row)?.date ?? '') },
    { heading: 'Nota del avance', width: 30, cell: (row) => textCell(progress(row)?.note ?? '') },
  ];
}

/** The columns of the plan's trace. */
export const settledColumns: readonly TableColumn<SettledActivity>[] = [
  { heading: 'Código', width: 11, cell: ({ activity }) => textCell(activity.id) },
  { heading: field.activity, width: 60, cell: ({ activity }) => textCell(activity.activity) },
  { heading: 'Criterios', width: 16, cell: ({ activity }) => textCell(activity.criteria.join('\n')) },
  { heading: 'Motivo', width: 18, cell: ({ why }) => textCell(settledReason[why]) },
  { heading: 'Fecha de corte', width: 14, cell: ({ date }) => dateCell(date) },
];

/** What marks a phase that a project serves. */
export const SERVES = 'Sí';

/** The columns of the projects that other sheets add up, by heading. */
export const PROJECT_HEADINGS = { kinds: 'Tipos', total: 'Total' } as const;

/** The columns of the projects: a row a project. Each phase has its own, so that what it serves is explicit. */
export function projectColumns(planning: Planning): TableColumn<Project>[] {
  const { results } = planning;
  const known = new Set<string>(results.phases.map(({ section }) => section.id));
  const columns: TableColumn<Project>[] = [
    { heading: 'Código', width: 9, cell: ({ id }) => textCell(id) },
    { heading: 'Proyecto', width: 36, cell: ({ name }) => textCell(name) },
    {
      heading: PROJECT_HEADINGS.kinds,
      width: 22,
      cell: ({ kinds }) => textCell(kinds.map((kind) => projectKindName[kind]).join('\n')),
    },
    {
      heading: 'Sobre qué',
      width: 26,
      cell: ({ targets }) => textCell(targets.map((target) => projectTargetName[target]).join('\n')),
    },
    ...results.phases.map(({ section }) => ({
      heading: section.name,
      width: 15,
      cell: ({ phases }: Project) => textCell(phases.includes(section.id) ? SERVES : ''),
    })),
    {
      heading: 'Otras fases',
      width: 16,
      cell: (project) =>
        textCell(
          projectPhaseNames({ ...project, phases: project.phases.filter((id) => !known.has(id)) }, planning).join('\n'),
        ),
    },
    { heading: 'Criterios', width: 14, cell: ({ criteria }) => textCell(criteria.join('\n')) },
    ...resourceKinds.map((kind) => ({
      heading: resourceName[kind],
      width: 32,
      cell: ({ resources }: Project) => textCell(resources[kind].description),
    })),
  ];
  const first = columns.length;
  return [
    ...columns,
    ...resourceKinds.map((kind) => ({
      heading: `${resourceName[kind]} (pesos)`,
      width: 21,
      cell: ({ resources }: Project) => amountCell(resources[kind].amount),
      isSummed: true,
    })),
    {
      heading: PROJECT_HEADINGS.total,
      width: 22,
      cell: (project) => ({
        kind: 'rowSum',
        amount: resourceKinds.every((kind) => project.resources[kind].amount === null) ? null : sumOf([project]).total,
        from: first,
        to: first + resourceKinds.length - 1,
      }),
      isSummed: true,
    },
    { heading: 'Valores sin escribir', width: 14, cell: (project) => numberCell(sumOf([project]).unstated) },
    { heading: 'Fuente de los recursos', width: 26, cell: ({ source }) => textCell(source) },
    { heading: 'Inicio', width: 12, cell: ({ start }) => dateCell(start) },
    { heading: 'Fin', width: 12, cell: ({ end }) => dateCell(end) },
    { heading: field.office, width: 26, cell: ({ office }) => textCell(office) },
    { heading: field.position, width: 22, cell: ({ position }) => textCell(position) },
    { heading: 'Actividades que apoya', width: 18, cell: ({ activities }) => textCell(activities.join('\n')) },
    { heading: field.remarks, width: 32, cell: ({ remarks }) => textCell(remarks) },
  ];
}

import { archivedReason } from './plan-document.ts';
import { projectPhaseNames } from './projects-document.ts';
import { activityProblemName, projectKindName, projectTargetName, resourceName } from '../copy/planning.ts';
import { statusName } from '../../assessment/copy/terms.ts';
import { showPoints } from '../../assessment/domain/percent.ts';
import { progressAt } from '../domain/plan-follow-up.ts';
import type { PlanRow } from '../domain/plan-rows.ts';
import type { ArchivedActivity } from '../domain/plan.ts';
import type { Planning } from '../domain/planning.ts';
import { projectsOf, resourceKinds, sumOf, type Project } from '../domain/projects.ts';
import { sectionOfRow } from '../domain/rows-by-phase.ts';
import { activityFields, type ActivityFieldKey } from '../fields/activity-fields.ts';
import { fieldsOf, isPlain, plainFieldsOf, type PlainField, type PlainKey } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';
import type { Cents } from '../../kit/values/money.ts';
import { amountCell, dateCell, numberCell, textCell, type TableColumn } from './document-table.ts';

const NOT_HERE = 'no está en este instrumento';

/** The column of a field of one value. */
function written<Row>(field: PlainField, valueOf: (row: Row) => string | Cents | null): TableColumn<Row> {
  const { label: heading, width, kind } = field;
  if (kind === 'amount')
    return { heading, width, cell: (row) => amountCell(valueOf(row) as Cents | null), isSummed: true };
  const cellOf = kind === 'date' ? dateCell : textCell;
  return { heading, width, cell: (row) => cellOf(valueOf(row) as string) };
}

/** The columns of the plan: a row an activity, with every field in its own, and beside it what is computed of it. */
export function planColumns({ assessment, results, projects }: Planning): TableColumn<PlanRow>[] {
  const sections = new Map<string, string>(results.sections.map(({ section }) => [section.id, section.name]));
  const progress = ({ activity }: PlanRow) => progressAt(activity, assessment.cutoffDate);
  const after: Partial<Record<ActivityFieldKey, TableColumn<PlanRow>[]>> = {
    activity: [
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
    ],
    end: [
      {
        heading: 'Revisión de las fechas',
        width: 22,
        cell: ({ problems }) => textCell(problems.map((problem) => activityProblemName[problem]).join('\n')),
      },
    ],
    source: [
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
    ],
  };
  return [
    { heading: 'Código', width: 11, cell: ({ activity }) => textCell(activity.id) },
    ...plainFieldsOf(activityFields).flatMap(([key, field]) => [
      written<PlanRow>(field, ({ activity }) => activity[key]),
      ...(after[key] ?? []),
    ]),
    { heading: 'Avance (%)', width: 10, cell: (row) => numberCell(progress(row)?.percent ?? null) },
    { heading: 'Fecha del avance', width: 12, cell: (row) => dateCell(progress(row)?.date ?? '') },
    { heading: 'Nota del avance', width: 30, cell: (row) => textCell(progress(row)?.note ?? '') },
  ];
}

/** The columns of the plan's trace. */
export const archivedColumns: readonly TableColumn<ArchivedActivity>[] = [
  { heading: 'Código', width: 11, cell: ({ activity }) => textCell(activity.id) },
  { heading: activityFields.activity.label, width: 60, cell: ({ activity }) => textCell(activity.activity) },
  { heading: 'Criterios', width: 16, cell: ({ activity }) => textCell(activity.criteria.join('\n')) },
  { heading: 'Motivo', width: 18, cell: ({ why }) => textCell(archivedReason[why]) },
  { heading: 'Fecha de corte', width: 14, cell: ({ date }) => dateCell(date) },
];

/** What marks a phase that a project serves. */
export const SERVES = 'Sí';

/** The columns of the projects that other sheets add up, by heading. */
export const PROJECT_HEADINGS = { kinds: 'Tipos', total: 'Total' } as const;

/** The columns of the projects: a row a project. Each phase has its own, so that what it serves is explicit. */
export function projectColumns(planning: Planning): TableColumn<Project>[] {
  const columns: TableColumn<Project>[] = [{ heading: 'Código', width: 9, cell: ({ id }) => textCell(id) }];
  for (const [key, field] of fieldsOf(projectFields)) {
    if (isPlain(field)) {
      const column = written<Project>(field, (project) => project[key as PlainKey<typeof projectFields>]);
      columns.push(key === 'name' ? { ...column, heading: 'Proyecto' } : column);
    } else columns.push(...listColumns(key as ListedKey, planning, columns.length));
  }
  return columns;
}

type ListedKey = Exclude<keyof typeof projectFields, PlainKey<typeof projectFields>>;

/** The columns of a field that holds more than one value; `first` is the place of the first of them. */
function listColumns(key: ListedKey, planning: Planning, first: number): TableColumn<Project>[] {
  switch (key) {
    case 'kinds':
      return [
        {
          heading: PROJECT_HEADINGS.kinds,
          width: 22,
          cell: ({ kinds }) => textCell(kinds.map((kind) => projectKindName[kind]).join('\n')),
        },
      ];
    case 'targets':
      return [
        {
          heading: 'Sobre qué',
          width: 26,
          cell: ({ targets }) => textCell(targets.map((target) => projectTargetName[target]).join('\n')),
        },
      ];
    case 'phases':
      return phaseColumns(planning);
    case 'criteria':
      return [{ heading: 'Criterios', width: 14, cell: ({ criteria }) => textCell(criteria.join('\n')) }];
    case 'resources':
      return resourceColumns(first);
    case 'activities':
      return [
        { heading: 'Actividades que apoya', width: 18, cell: ({ activities }) => textCell(activities.join('\n')) },
      ];
  }
}

function phaseColumns(planning: Planning): TableColumn<Project>[] {
  const { results } = planning;
  const known = new Set<string>(results.phases.map(({ section }) => section.id));
  return [
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
  ];
}

function resourceColumns(first: number): TableColumn<Project>[] {
  const from = first + resourceKinds.length;
  return [
    ...resourceKinds.map((kind) => ({
      heading: resourceName[kind],
      width: 32,
      cell: ({ resources }: Project) => textCell(resources[kind].description),
    })),
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
        from,
        to: from + resourceKinds.length - 1,
      }),
      isSummed: true,
    },
    { heading: 'Valores sin escribir', width: 14, cell: (project) => numberCell(sumOf([project]).unstated) },
  ];
}

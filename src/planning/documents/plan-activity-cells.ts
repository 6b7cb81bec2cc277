import type { Planning } from '../domain/planning.ts';
import { progressAt } from '../domain/plan-follow-up.ts';
import type { PlanRow } from '../domain/plan-rows.ts';
import { projectsOf } from '../domain/projects.ts';
import { amountText } from './amounts.ts';
import { longDate } from '../../kit/words/dates.ts';
import { LABEL_END, type DocumentColumn } from './document-model.ts';
import { activityFields, type ActivityFieldKey } from '../fields/activity-fields.ts';
import { plainFieldsOf } from '../fields/field.ts';
import { dayText, fieldText, labelled, labelledIfWritten, plainText, writtenText } from './document-parts.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { activityFieldName as name, activityProblemName } from '../copy/planning.ts';
import { statusName } from '../../assessment/copy/terms.ts';

/**
 * All fields in four columns, so that a Letter page holds them upright: each cell has several short lines, and what
 * people write at length stands in the widest, where every field comes that has no place of its own.
 */
export const activityColumns: readonly DocumentColumn[] = [
  { name: 'Actividad y criterios', width: 36 },
  { name: 'Meta, producto e indicador', width: 24 },
  { name: 'Responsable y fechas', width: 21 },
  { name: 'Recursos y valor', width: 19 },
];

/** The criteria of a row as lines: code, name and status; then those that the instrument does not have. */
function criteriaLines({ criteria, unknownCriteria }: PlanRow): string[] {
  return [
    ...criteria.map((each) => `${each.id} ${each.name} (${statusName[each.status]})`),
    ...unknownCriteria.map((id) => `${isolated(plainText(id))} (no está en este instrumento)`),
  ];
}

function criteriaCell(row: PlanRow): string[] {
  const [first = '', ...rest] = criteriaLines(row);
  return [labelled(rest.length === 0 ? 'Criterio' : 'Criterios', first), ...rest];
}

/** Why the dates do not fit: in the person's words where there are any. */
function datesLines({ activity, problems }: PlanRow): string[] {
  const reason = labelledIfWritten(name.lateReason, activity.lateReason);
  return [
    ...problems
      .filter((each) => each !== 'endsAfterDeadline' || reason.length === 0)
      .map((each) => `${activityProblemName[each]}.`),
    ...reason,
  ];
}

function progressLines({ activity }: PlanRow, cutoffDate: string): string[] {
  const progress = progressAt(activity, cutoffDate);
  if (progress === null) return [];
  return [
    labelled(`Avance al ${longDate(progress.date)}`, `${progress.percent}\u00a0%`),
    ...labelledIfWritten('Nota del avance', progress.note),
  ];
}

/** The fields that stand in a place of their own. */
const placed: ReadonlySet<ActivityFieldKey> = new Set([
  'activity',
  'lateReason',
  'goal',
  'product',
  'indicator',
  'office',
  'position',
  'support',
  'start',
  'end',
  'amount',
  'source',
  'technology',
] as const);

/** The others that are written, in the order of the catalogue. */
function otherLines(activity: PlanRow['activity']): string[] {
  return plainFieldsOf(activityFields).flatMap(([key, field]) =>
    placed.has(key) ? [] : labelledIfWritten(field.label, fieldText(field, activity[key])),
  );
}

/** Takes a row of the plan; gives its cells, one for each of `activityColumns`. */
export function activityCells(
  row: PlanRow,
  { assessment, projects }: Pick<Planning, 'assessment' | 'projects'>,
): string[] {
  const { activity } = row;
  const supporting = projectsOf(projects, activity.id).map(({ id, name: title }) => `${id} ${plainText(title)}`.trim());
  const cells = [
    [
      `${plainText(activity.id)}${LABEL_END}${writtenText(activity.activity)}`,
      ...criteriaCell(row),
      ...datesLines(row),
      ...otherLines(activity),
    ],
    [
      labelled(name.goal, writtenText(activity.goal)),
      ...labelledIfWritten(name.product, activity.product),
      ...labelledIfWritten(name.indicator, activity.indicator),
      ...progressLines(row, assessment.cutoffDate),
    ],
    [
      labelled('Dependencia', writtenText(activity.office)),
      labelled('Cargo', writtenText(activity.position)),
      ...labelledIfWritten(name.support, activity.support),
      labelled(name.start, dayText(activity.start)),
      labelled(name.end, dayText(activity.end)),
    ],
    [
      labelled(name.amount, amountText(activity.amount)),
      ...labelledIfWritten(name.source, activity.source),
      ...labelledIfWritten(name.technology, activity.technology),
      ...(supporting.length === 0
        ? []
        : [labelled(supporting.length === 1 ? 'Proyecto' : 'Proyectos', supporting.join('\n'))]),
    ],
  ];
  return cells.map((lines) => lines.join('\n'));
}

import {
  amountUnstated,
  projectFieldName,
  projectKindName,
  projectTargetName,
  resourceFieldName,
  resourceName,
} from '../../copy/planning.ts';
import { datesText, listed, projectTotalText } from '../../copy/projects-page.ts';
import type { Section } from '../../../instrument/instrument.ts';
import { showPesos, type Cents } from '../../../kit/values/money.ts';
import { longDate } from '../../../kit/words/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { resourceKinds, type Project } from '../../domain/projects.ts';
import { plainFieldsOf, type PlainField } from '../../fields/field.ts';
import { projectFields } from '../../fields/project-fields.ts';

/** Takes a project, the instrument's sections and the plan; gives all that is said of it, to be read: name and text. */
export function projectFacts(
  project: Project,
  sections: readonly Section[],
  plan: Plan,
): [name: string, text: string][] {
  const criteria = new Map(sections.flatMap((section) => section.criteria.map(({ id, name }) => [id, name] as const)));
  const activities = new Map(
    [...plan.activities, ...plan.archived.map(({ activity }) => activity)].map(({ id, activity }) => [id, activity]),
  );
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>): string =>
    ids.map((id) => `${id} ${(names.get(id) ?? '').trim()}`.trim()).join('\n');
  return [
    [projectFieldName.name, project.name],
    [projectFieldName.kinds, listed(project.kinds.map((kind) => projectKindName[kind]))],
    [projectFieldName.targets, listed(project.targets.map((target) => projectTargetName[target]))],
    [
      projectFieldName.phases,
      listed(project.phases.map((id) => sections.find((section) => section.id === id)?.name ?? id)),
    ],
    [projectFieldName.criteria, named(project.criteria, criteria)],
    [projectFieldName.activities, named(project.activities, activities)],
    ...resourceKinds.map((kind): [string, string] => {
      const { description, amount } = project.resources[kind];
      const value = amount === null ? amountUnstated : `${resourceFieldName.amount}: ${showPesos(amount)}`;
      return [resourceName[kind], [description.trim(), value].filter((text) => text !== '').join('\n')];
    }),
    ['Total', projectTotalText(project)],
    ...plainFieldsOf(projectFields).flatMap(([key, field]): [string, string][] => {
      // The name stands first, and the two days are told as one.
      if (key === 'name' || key === 'end') return [];
      return key === 'start' ? [['Fechas', datesText(project.start, project.end)]] : [plainFact(field, project[key])];
    }),
  ];
}

function plainFact({ kind, label }: PlainField, value: string | Cents | null): [name: string, text: string] {
  if (typeof value === 'bigint') return [label, showPesos(value)];
  if (value === null) return [label, amountUnstated];
  return [label, kind === 'date' && value !== '' ? longDate(value) : value];
}

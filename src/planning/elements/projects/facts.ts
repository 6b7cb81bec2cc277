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
import { showPesos } from '../../../kit/values/money.ts';
import type { Plan } from '../../domain/plan.ts';
import { resourceKinds, type Project } from '../../domain/projects.ts';

/** Takes a project, the instrument's sections and the plan; gives all that is said of it, to be read: name and text. */
export function projectFacts(
  project: Project,
  sections: readonly Section[],
  plan: Plan,
): [name: string, text: string][] {
  const criteria = new Map(sections.flatMap((section) => section.criteria.map(({ id, name }) => [id, name] as const)));
  const activities = new Map(
    [...plan.activities, ...plan.settled.map(({ activity }) => activity)].map(({ id, activity }) => [id, activity]),
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
    [projectFieldName.source, project.source],
    ['Fechas', datesText(project.start, project.end)],
    [projectFieldName.office, project.office],
    [projectFieldName.position, project.position],
    [projectFieldName.remarks, project.remarks],
  ];
}

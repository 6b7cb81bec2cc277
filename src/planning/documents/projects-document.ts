import type { Planning } from '../domain/planning.ts';
import { sumOf, resourceKinds, type Project, type ProjectSum } from '../domain/projects.ts';
import { amountText, missingAmounts, projectSumSentence, projectSumText, resourceSumText } from './amounts.ts';
import { plainFieldsOf, type PlainKey } from '../fields/field.ts';
import { projectFields } from '../fields/project-fields.ts';
import type { DocumentBlock, DocumentColumn, DocumentModel } from './document-model.ts';
import {
  checkBlocks,
  dayText,
  entityFacts,
  fieldText,
  framing,
  notes,
  plainText,
  PROJECTS_TITLE,
  UNWRITTEN,
  VIGENCIA_FIRST,
  writtenText,
} from './document-parts.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { projectFieldName, projectKindName, projectTargetName, resourceName } from '../copy/planning.ts';

const NOT_HERE = '(no está en este instrumento)';

/** The phases that a project serves, as it says them, by name; one that the instrument does not have, by its id. */
export function projectPhaseNames({ phases }: Project, { results }: Pick<Planning, 'results'>): string[] {
  const names = new Map<string, string>(results.phases.map(({ section }) => [section.id, section.name]));
  return phases.map((id) => names.get(id) ?? `${isolated(plainText(id))} ${NOT_HERE}`);
}

/** The criteria that a project serves, with their names. */
export function projectCriteriaNames({ criteria }: Project, { results }: Pick<Planning, 'results'>): string[] {
  const names = new Map(
    results.sections.flatMap(({ section }) => section.criteria.map(({ id, name }) => [id, name] as const)),
  );
  return criteria.map((id) => {
    const name = names.get(id);
    return name === undefined ? `${isolated(plainText(id))} ${NOT_HERE}` : `${id} ${name}`;
  });
}

/** The activities that a project supports, with their words where the plan has them. */
export function projectActivityNames({ activities }: Project, { plan }: Pick<Planning, 'plan'>): string[] {
  const words = new Map([
    ...plan.activities.map((each) => [each.id, each.activity] as const),
    ...plan.archived.map(({ activity }) => [activity.id, `${activity.activity} (salió del plan)`] as const),
  ]);
  return activities.map((id) => {
    const text = words.get(id);
    return `${plainText(id)} ${text === undefined ? '(no está en el plan)' : plainText(text)}`.trim();
  });
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? UNWRITTEN : texts.join('\n');
}

/** The fields of one value that stand in a place of their own. */
const placed: ReadonlySet<PlainKey<typeof projectFields>> = new Set([
  'name',
  'source',
  'start',
  'end',
  'office',
  'position',
] as const);

/** The others that are written, in the order of the catalogue. */
function otherFacts(project: Project): (readonly [name: string, text: string])[] {
  return plainFieldsOf(projectFields).flatMap(([key, field]) => {
    const text = placed.has(key) ? '' : fieldText(field, project[key]);
    return text === '' ? [] : [[field.label, text] as const];
  });
}

function projectBlocks(project: Project, planning: Planning): DocumentBlock[] {
  const { resources, id, name } = project;
  const sum = sumOf([project]);
  return [
    { kind: 'heading', level: 3, text: `${plainText(id)} ${writtenText(name).replaceAll('\n', ' ')}` },
    {
      kind: 'facts',
      facts: [
        [projectFieldName.phases, listed(projectPhaseNames(project, planning))],
        [projectFieldName.criteria, listed(projectCriteriaNames(project, planning))],
        [projectFieldName.kinds, project.kinds.map((kind) => projectKindName[kind]).join(', ') || UNWRITTEN],
        [projectFieldName.targets, project.targets.map((target) => projectTargetName[target]).join(', ') || UNWRITTEN],
        [projectFieldName.source, writtenText(project.source)],
        ['Inicio', dayText(project.start)],
        ['Fin', `${dayText(project.end)}${hasEndBeforeStart(project) ? '. Termina antes de comenzar' : ''}`],
        ['Dependencia responsable', writtenText(project.office)],
        ['Cargo responsable', writtenText(project.position)],
        [
          'Actividades que apoya',
          project.activities.length === 0 ? 'Ninguna' : projectActivityNames(project, planning).join('\n'),
        ],
        ...otherFacts(project),
      ],
    },
    {
      kind: 'table',
      caption: `Recursos tecnológicos de ${plainText(id)}`,
      columns: [
        { name: 'Recurso', width: 18 },
        { name: 'Qué se asigna', width: 54 },
        { name: 'Valor', width: 28, isNumber: true },
      ],
      rows: resourceKinds.map((kind) => [
        resourceName[kind],
        writtenText(resources[kind].description),
        amountText(resources[kind].amount),
      ]),
      foot: ['Total', sum.unstated === 0 ? '' : capitalized(missingAmounts(sum)), projectSumText(sum)],
    },
  ];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hasEndBeforeStart({ start, end }: Project): boolean {
  return start !== '' && end !== '' && end < start;
}

const sumColumns = (name: string): DocumentColumn[] => [
  { name, width: 21 },
  { name: 'Proyectos', width: 11, isNumber: true },
  { name: resourceName.hardware, width: 16, isNumber: true },
  { name: resourceName.software, width: 16, isNumber: true },
  { name: resourceName.communications, width: 16, isNumber: true },
  { name: 'Total', width: 20, isNumber: true },
];

function sumRow(name: string, sum: ProjectSum): string[] {
  return [name, String(sum.projects), ...resourceKinds.map((kind) => resourceSumText(sum, kind)), projectSumText(sum)];
}

const ALL = 'Todos, cada uno una vez';

function totalBlocks({ totals, results }: Planning): DocumentBlock[] {
  const names = new Map<string, string>(results.phases.map(({ section }) => [section.id, section.name]));
  const { all } = totals;
  return [
    { kind: 'heading', level: 2, text: 'Totales' },
    {
      kind: 'paragraph',
      text: 'Un proyecto que sirve a varias fases cuenta completo en la fila de cada una, porque su costo no está repartido: las filas pueden sumar más que el total. Lo mismo pasa con los tipos.',
    },
    ...(all.unstated === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: `${capitalized(missingAmounts(all))}. Lo que falta no suma.`,
          } as const,
        ]),
    {
      kind: 'table',
      caption: 'Totales por fase, en pesos',
      columns: sumColumns('Fase'),
      rows: [
        ...totals.byPhase.map(({ phaseId, sum }) => sumRow(names.get(phaseId) ?? phaseId, sum)),
        ...(totals.withoutPhase.projects > 0 ? [sumRow('Sin fase de este instrumento', totals.withoutPhase)] : []),
      ],
      foot: sumRow(ALL, all),
    },
    {
      kind: 'table',
      caption: 'Totales por tipo, en pesos',
      columns: sumColumns('Tipo'),
      rows: [
        ...totals.byKind.map(({ kind, sum }) => sumRow(projectKindName[kind], sum)),
        ...(totals.withoutKind.projects > 0 ? [sumRow('Sin tipo', totals.withoutKind)] : []),
      ],
      foot: sumRow(ALL, all),
    },
    {
      kind: 'table',
      caption: 'Totales por recurso, en pesos',
      columns: [
        { name: 'Recurso', width: 60 },
        { name: 'Valor', width: 40, isNumber: true },
      ],
      rows: resourceKinds.map((kind) => [resourceName[kind], resourceSumText(all, kind)]),
      foot: ['Total', projectSumText(all)],
    },
  ];
}

/**
 * Takes everything that follows from an assessment; gives its Proyectos de Sistemas de Información, vigencia 2010
 * (circular 000062, numeral 2). What nobody has written stands as such.
 */
export function projectsDocument(planning: Planning): DocumentModel {
  const { assessment, instrument, projects, totals } = planning;
  return {
    kind: 'proyectos',
    title: PROJECTS_TITLE,
    subtitle: `${VIGENCIA_FIRST} · ${isolated(plainText(assessment.entity.name)) || UNWRITTEN}`,
    ...framing(planning),
    blocks: [
      {
        kind: 'facts',
        facts: [...entityFacts(assessment, instrument), ['Proyectos', projectSumSentence(totals.all)]],
      },
      ...(projects.length > 0 ? totalBlocks(planning) : []),
      { kind: 'heading', level: 2, text: 'Proyectos' },
      ...(projects.length > 0
        ? projects.flatMap((project) => projectBlocks(project, planning))
        : [{ kind: 'paragraph', text: 'No hay proyectos escritos.' } as const]),
      ...checkBlocks(planning.check, 2),
      ...notes(planning, 'projects'),
    ],
  };
}

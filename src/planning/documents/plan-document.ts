import type { Planning } from '../domain/planning.ts';
import { sumOfActivities } from '../domain/planning.ts';
import type { PlanRow } from '../domain/plan-rows.ts';
import type { ArchivedActivity } from '../domain/plan.ts';
import { GOAL, shownPercent } from '../../assessment/domain/percent.ts';
import type { SectionResult } from '../../assessment/domain/results.ts';
import { rowsByPhase } from '../domain/rows-by-phase.ts';
import type { PhaseOutlook } from '../domain/what-if.ts';
import { activitySumSentence } from './amounts.ts';
import { longDate } from '../../kit/words/dates.ts';
import { LABEL_END, type DocumentBlock, type DocumentModel } from './document-model.ts';
import {
  checkBlocks,
  entityFacts,
  framing,
  notes,
  PLAN_TITLE,
  plainText,
  UNWRITTEN,
  VIGENCIA_FIRST,
  writtenText,
} from './document-parts.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { activityCells, activityColumns } from './plan-activity-cells.ts';
import { textFieldName } from '../copy/planning.ts';
import { resultRow } from '../../assessment/copy/results.ts';

/** Why an activity left the plan. */
export const archivedReason: Readonly<Record<ArchivedActivity['why'], string>> = {
  met: 'Se cumplió',
  notApplicable: 'Dejó de aplicar',
};

/** Takes a phase's way under the plan; gives when it is complete: a day, or words where there is none. */
export function reachedText({ now, reachedOn }: PhaseOutlook): string {
  if (now.percent === null) return 'No aplica';
  if (now.complete) return 'Ya está en la meta';
  return reachedOn === null ? 'No llega con este plan' : longDate(reachedOn);
}

function frameBlocks({ plan }: Planning): DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: 'Marco del plan' },
    ...(['procedures', 'citizenService', 'mechanisms', 'resources'] as const).flatMap((field): DocumentBlock[] => [
      { kind: 'heading', level: 3, text: textFieldName[field] },
      { kind: 'paragraph', text: writtenText(plan.texts[field]) },
    ]),
    {
      kind: 'paragraph',
      text: 'La circular llama «Programa Nacional de Atención al Ciudadano» al Programa Nacional de Servicio al Ciudadano.',
      isNote: true,
    },
  ];
}

function phaseTable({ results, outlook, assessment }: Planning): DocumentBlock[] {
  const rows = results.phases.map((result) => {
    const row = resultRow(result);
    const way = outlook.phases.find(({ section }) => section.id === result.section.id);
    return [
      row.name,
      row.percent,
      way ? shownPercent(way.atDeadline) : '',
      GOAL,
      row.deadline,
      way ? reachedText(way) : '',
      row.state,
    ];
  });
  const undated = outlook.undated.length;
  const { preparation } = results;
  return [
    { kind: 'heading', level: 2, text: 'Lo que alcanza cada fase' },
    {
      kind: 'table',
      caption: `Cumplimiento de cada fase al ${longDate(assessment.cutoffDate)} y con el plan`,
      columns: [
        { name: 'Fase', width: 17 },
        { name: 'Al corte', width: 10, isNumber: true },
        { name: 'Con el plan, al plazo', width: 12, isNumber: true },
        { name: 'Meta', width: 10, isNumber: true },
        { name: 'Plazo', width: 16 },
        { name: 'Llega a la meta', width: 16 },
        { name: 'Estado al corte', width: 19 },
      ],
      rows,
    },
    ...(preparation === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: `${preparation.section.name}: ${shownPercent(preparation.score)}. Se cuentan aparte y no suman en ninguna fase.`,
          } as const,
        ]),
    ...(undated === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text:
              undated === 1
                ? '1 actividad no tiene fecha de fin: no se cuenta como terminada.'
                : `${undated} actividades no tienen fecha de fin: no se cuentan como terminadas.`,
          } as const,
        ]),
  ];
}

function activityTable(caption: string, rows: readonly PlanRow[], planning: Planning): DocumentBlock {
  return {
    kind: 'table',
    caption: `${caption}. ${activitySumSentence(sumOfActivities(rows.map(({ activity }) => activity)))}`,
    columns: activityColumns,
    rows: rows.map((row) => activityCells(row, planning)),
  };
}

/** Why a phase has no activities. */
function noActivities({ state }: SectionResult): string {
  if (state === 'achieved') return 'La fase ya está en la meta: no necesita actividades.';
  if (state === 'notApplicable') return 'Ningún criterio de la fase aplica a la entidad.';
  return 'El plan no tiene actividades de esta fase.';
}

function phaseBlocks(result: SectionResult, rows: readonly PlanRow[], planning: Planning): DocumentBlock[] {
  const { section, score, deadline } = result;
  const own = new Set(section.criteria.map(({ id }) => id));
  const unplanned = planning.check.items
    .flatMap(({ gaps }) => gaps)
    .flatMap((gap) => (gap.kind === 'criterion' && own.has(gap.criterionId) ? [gap.criterionId] : []));
  const lacking = [
    unplanned.length > 0 ? `Criterios no cumplidos sin actividad: ${unplanned.join(', ')}.` : '',
    score.counts.pending > 0 ? `Criterios sin responder: ${score.counts.pending}.` : '',
  ].filter((each) => each !== '');
  const limit = deadline === null ? '' : ` Plazo: ${longDate(deadline.date)}.`;
  return [
    { kind: 'heading', level: 3, text: section.name },
    rows.length > 0
      ? activityTable(`Actividades de ${section.name}.${limit}`.replace(/\.$/, ''), rows, planning)
      : { kind: 'paragraph', text: noActivities(result) },
    ...(lacking.length > 0 ? [{ kind: 'paragraph', text: lacking.join(' '), isNote: true } as const] : []),
  ];
}

function activityBlocks(planning: Planning): DocumentBlock[] {
  const { phases, preparation, unknown } = rowsByPhase(planning.rows, planning.results);
  const others = [
    { name: planning.results.preparation?.section.name ?? '', rows: preparation },
    { name: 'Criterios que este instrumento no tiene', rows: unknown },
  ].filter(({ rows }) => rows.length > 0);
  return [
    { kind: 'heading', level: 2, text: 'Actividades' },
    {
      kind: 'paragraph',
      text: 'Cada actividad está una sola vez, en la fase de su plazo más próximo, con todos sus criterios.',
    },
    ...phases.flatMap(({ result, rows }) => phaseBlocks(result, rows, planning)),
    ...others.flatMap(({ name, rows }): DocumentBlock[] => [
      { kind: 'heading', level: 3, text: name },
      activityTable(name, rows, planning),
    ]),
  ];
}

function traceBlocks({ plan }: Planning): DocumentBlock[] {
  if (plan.archived.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Salieron del plan' },
    {
      kind: 'table',
      caption: 'Actividades que salieron del plan y por qué',
      columns: [
        { name: 'Actividad', width: 46 },
        { name: 'Criterios', width: 18 },
        { name: 'Motivo', width: 16 },
        { name: 'Fecha de corte', width: 20 },
      ],
      rows: plan.archived.map(({ activity, why, date }) => [
        `${plainText(activity.id)}${LABEL_END}${writtenText(activity.activity)}`,
        activity.criteria.map(plainText).join(', '),
        archivedReason[why],
        longDate(date),
      ]),
    },
  ];
}

/**
 * Takes everything that follows from an assessment; gives its Plan de Acción de Gobierno en Línea, vigencia 2010
 * (circular 000062, numeral 1). What nobody has written stands as such.
 */
export function planDocument(planning: Planning): DocumentModel {
  const { assessment, instrument, sum } = planning;
  return {
    kind: 'plan-de-accion',
    title: PLAN_TITLE,
    subtitle: `${VIGENCIA_FIRST} · ${isolated(plainText(assessment.entity.name)) || UNWRITTEN}`,
    ...framing(planning),
    blocks: [
      {
        kind: 'facts',
        facts: [...entityFacts(assessment, instrument), ['Actividades', activitySumSentence(sum)]],
      },
      ...phaseTable(planning),
      ...frameBlocks(planning),
      ...activityBlocks(planning),
      ...traceBlocks(planning),
      ...checkBlocks(planning.check, 1),
      ...notes(planning, 'plan'),
    ],
  };
}

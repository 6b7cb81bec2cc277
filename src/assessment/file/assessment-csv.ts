import { resultRow } from '../copy/results.ts';
import { statusName } from '../copy/terms.ts';
import { statuses, type Answer } from '../domain/answer.ts';
import type { Assessment, AssessmentHeader } from '../domain/assessment.ts';
import type { Criterion, Instrument } from '../../instrument/instrument.ts';
import { GOAL, showPoints } from '../domain/percent.ts';
import { resultsOf, type SectionResult } from '../domain/results.ts';
import type { CriterionScore } from '../domain/scoring.ts';
import { assessmentFileName } from './assessment-file.ts';
import { csvText, type CsvCell } from '../../kit/bytes/csv.ts';
import { evidenceLine } from './evidence-line.ts';

const ANSWER_HEADINGS = [
  'Fase',
  'Código',
  'Criterio',
  'Estado',
  'Verificaciones cumplidas',
  'Verificaciones',
  'Peso',
  'Aporte que falta (puntos)',
  'Cumple con',
  'Falta',
  'Observación',
  'Justificación',
  'Fundamento',
  'Evidencias',
  'Última modificación',
] as const;

const RESULT_HEADINGS = [
  'Entidad',
  'NIT',
  'Orden',
  'Fecha de corte',
  'Instrumento',
  'Versión',
  'Fase',
  'Cumplimiento',
  'Máximo posible',
  'Respondidos',
  'Criterios',
  ...statuses.map((status) => statusName[status]),
  'Meta',
  'Plazo',
  'Estado',
] as const;

/** What a person wrote beside the mark, and when: the last columns of every row. */
function writtenBeside(answer: Answer | undefined): CsvCell[] {
  if (!answer) return ['', '', '', '', ''];
  const { note, justification, legalGround, evidence, updatedAt } = answer;
  return [note, justification, legalGround, evidence.map(evidenceLine).join('\n'), updatedAt];
}

/** Which checks an assessed criterion meets and which it lacks; of one that was not assessed nothing is known. */
function checkTexts({ checks }: Criterion, answer: Answer | undefined): { met: string; lacking: string } {
  if (answer?.kind !== 'assessed') return { met: '', lacking: '' };
  const chosen = new Set(answer.met);
  const own = new Set(checks.map(({ id }) => id));
  const foreign = [...chosen].filter((id) => !own.has(id)).map((id) => `${id} (de otra versión; no cuenta)`);
  return {
    met: [...checks.filter(({ id }) => chosen.has(id)).map(({ text }) => text), ...foreign].join('\n'),
    lacking: checks
      .filter(({ id }) => !chosen.has(id))
      .map(({ text }) => text)
      .join('\n'),
  };
}

function criterionRow(
  phase: string,
  criterion: Criterion,
  { status, checksMet, checks, weight, gain }: CriterionScore,
  answer: Answer | undefined,
): CsvCell[] {
  const { met, lacking } = checkTexts(criterion, answer);
  return [
    phase,
    criterion.id,
    criterion.name,
    statusName[status],
    checksMet,
    checks,
    weight,
    showPoints(gain),
    met,
    lacking,
    ...writtenBeside(answer),
  ];
}

/** An answer to a criterion that the instrument does not have: told, marked so, and counted for nothing. */
function unknownRow(id: string, answer: Answer | undefined): CsvCell[] {
  const name = 'No está en este instrumento; no cuenta';
  return ['', id, name, '', '', '', '', '', answer?.met.join('\n') ?? '', '', ...writtenBeside(answer)];
}

/**
 * Takes the instrument and an assessment; gives the CSV of its answers: a row a criterion in the instrument's order,
 * then the answers that the instrument does not know. Every figure is of `resultsOf`.
 */
export function answersCsv(instrument: Instrument, assessment: Assessment): string {
  const results = resultsOf(instrument, assessment);
  const answerTo = (id: string) => (Object.hasOwn(assessment.answers, id) ? assessment.answers[id] : undefined);
  const known = results.sections.flatMap(({ section, score }) =>
    section.criteria.flatMap((criterion, index) => {
      const each = score.criteria[index];
      return each ? [criterionRow(section.name, criterion, each, answerTo(criterion.id))] : [];
    }),
  );
  return csvText([ANSWER_HEADINGS, ...known, ...results.unknownAnswers.map((id) => unknownRow(id, answerTo(id)))]);
}

function sectionRow(instrument: Instrument, { entity, cutoffDate }: Assessment, result: SectionResult): CsvCell[] {
  const { score, deadline } = result;
  const row = resultRow(result);
  return [
    entity.name,
    entity.nit,
    entity.order,
    cutoffDate,
    instrument.id,
    instrument.version,
    row.name,
    row.percent,
    row.ceiling,
    score.answered,
    score.total,
    ...statuses.map((status) => score.counts[status]),
    deadline ? GOAL : '',
    deadline?.date ?? '',
    row.state,
  ];
}

/**
 * Takes the instrument and an assessment; gives the CSV of its results: a row a section. Percentages are the texts of
 * every screen; the instrument named is the one that computed them; dates are `YYYY-MM-DD`.
 */
export function resultsCsv(instrument: Instrument, assessment: Assessment): string {
  const { sections } = resultsOf(instrument, assessment);
  return csvText([RESULT_HEADINGS, ...sections.map((result) => sectionRow(instrument, assessment, result))]);
}

function named(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>, ending: string): string {
  return assessmentFileName(header).replace(/\.gel\.json$/, ending);
}

/** The name of the CSV of the answers: `autoevaluacion-ins-2009-10-15-respuestas.csv`. */
export function answersCsvFileName(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  return named(header, '-respuestas.csv');
}

/** The name of the CSV of the results: `autoevaluacion-ins-2009-10-15-resultados.csv`. */
export function resultsCsvFileName(header: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>): string {
  return named(header, '-resultados.csv');
}

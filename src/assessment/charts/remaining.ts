import { statusName } from '../copy/terms.ts';
import { statuses, type Status } from '../domain/answer.ts';
import type { Section } from '../../instrument/instrument.ts';
import type { SectionScore } from '../domain/scoring.ts';

/** «¿Cuánto falta en cada fase?»: the criteria of each phase by status, and the goal, as plain data. */
export interface RemainingChart {
  /** One a phase. */
  readonly labels: readonly string[];
  /** One a status, in the order that they are stacked; `counts` has one number a phase. */
  readonly series: readonly { readonly status: Status; readonly label: string; readonly counts: readonly number[] }[];
  /** One a phase: how many criteria must be met, which is all that apply. */
  readonly goals: readonly number[];
}

/** Takes the phases and their scores, in the same order; gives the chart and, from the same numbers, its table. */
export function remainingChart(sections: readonly Section[], scores: readonly SectionScore[]): RemainingChart {
  return {
    labels: sections.map(({ shortName }) => shortName),
    series: statuses.map((status) => ({
      status,
      label: statusName[status],
      counts: scores.map(({ counts }) => counts[status]),
    })),
    goals: scores.map(({ total, counts }) => total - counts.notApplicable),
  };
}

/** The chart as a table: a heading, then a row a phase, with the same figures in the same order. */
export function remainingTable(chart: RemainingChart): { head: string[]; rows: string[][] } {
  return {
    head: ['Fase', ...chart.series.map(({ label }) => label), 'Meta'],
    rows: chart.labels.map((label, index) => [
      label,
      ...chart.series.map(({ counts }) => String(counts[index] ?? 0)),
      String(chart.goals[index] ?? 0),
    ]),
  };
}

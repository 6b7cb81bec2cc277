import { shownCeiling, shownPercent } from '../domain/percent.ts';
import { fallsShort, statuses } from '../domain/answer.ts';
import type { SectionResult } from '../domain/results.ts';
import { longDate } from '../../kit/words/dates.ts';
import { stateName } from './terms.ts';

/** One section of the results as every screen, print and file says it. */
export interface ResultRow {
  readonly name: string;
  /** «42,0 %», «No aplica». */
  readonly percent: string;
  /** «71,0 %», or '' where nothing is pending. */
  readonly ceiling: string;
  /** «12 de 35». */
  readonly answered: string;
  /** The day in words, or '' for the preparatory actions. */
  readonly deadline: string;
  /** «Dentro del plazo», «Plazo vencido: 3 sin responder», or '' for the preparatory actions. */
  readonly state: string;
}

/** Takes a section's result; gives its words. */
export function resultRow({ section, score, deadline, state }: SectionResult): ResultRow {
  return {
    name: section.name,
    percent: shownPercent(score),
    ceiling: shownCeiling(score) ?? '',
    answered: `${score.answered} de ${score.total}`,
    deadline: deadline ? longDate(deadline.date) : '',
    state: stateText({ score, state }),
  };
}

function stateText({ score, state }: Pick<SectionResult, 'score' | 'state'>): string {
  if (state === null) return '';
  if (state !== 'overdue') return stateName[state];
  if (score.answered === 0) return 'Sin evaluar; el plazo ya pasó';
  const { pending } = score.counts;
  const short = statuses.filter(fallsShort).reduce((sum, status) => sum + score.counts[status], 0);
  const parts = [
    short > 0 ? `${short} no cumplidos o parciales` : '',
    pending > 0 ? `${pending} sin responder` : '',
  ].filter((part) => part !== '');
  return `${stateName[state]}: ${parts.join(', ')}`;
}

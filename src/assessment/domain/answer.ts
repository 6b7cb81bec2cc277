import type { ScorableCriterion } from '../../instrument/instrument.ts';

/** What an entity says of one criterion (docs/scoring.md, «Answers and statuses»). */
export type Mark =
  | { readonly kind: 'assessed'; readonly met: readonly string[] }
  | { readonly kind: 'notApplicable'; readonly justification: string }
  | { readonly kind: 'unanswered' };

export interface Evidence {
  readonly title: string;
  readonly url: string;
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * A mark with everything that a person wrote beside it. Only `kind` decides what counts: the checks of an answer
 * that is now «No aplica» are kept, count for nothing, and come back if the person takes the «No aplica» away.
 */
export interface Answer {
  readonly kind: Mark['kind'];
  /** Ids of the checks met, known or not to this version of the instrument. */
  readonly met: readonly string[];
  readonly justification: string;
  /** The legal ground of a «No aplica», where given. */
  readonly legalGround: string;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  /** Instant, ISO 8601 in UTC. */
  readonly updatedAt: string;
  /** Keys of the file that this version does not know: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type Status = 'pending' | 'unmet' | 'partial' | 'met' | 'notApplicable';
/** From what is done to what is not; what does not apply stands beyond the goal. Charts and tables go in this order. */
export const statuses: readonly Status[] = ['met', 'partial', 'unmet', 'pending', 'notApplicable'];

/** True for what was assessed and is not met in full: there is work to do on it. */
export function fallsShort(status: Status): boolean {
  return status === 'unmet' || status === 'partial';
}

export const BLANK: Answer = {
  kind: 'unanswered',
  met: [],
  justification: '',
  legalGround: '',
  note: '',
  evidence: [],
  updatedAt: '1970-01-01T00:00:00.000Z',
};

/** How many of the criterion's own checks are met; a check named twice counts once, an unknown one not at all. */
export function countMet(criterion: ScorableCriterion, met: readonly string[]): number {
  const named = new Set(met);
  return criterion.checks.reduce((count, { id }) => count + (named.has(id) ? 1 : 0), 0);
}

/** Derives the status of an answer, which is never stored. Source: docs/scoring.md, «Answers and statuses». */
export function statusOf(criterion: ScorableCriterion, mark: Mark | undefined): Status {
  if (mark === undefined || mark.kind === 'unanswered') return 'pending';
  if (mark.kind === 'notApplicable') {
    const allowed = criterion.admitsNotApplicable ?? true;
    return allowed && mark.justification.trim() !== '' ? 'notApplicable' : 'pending';
  }
  const met = countMet(criterion, mark.met);
  if (met === 0) return 'unmet';
  return met === criterion.checks.length ? 'met' : 'partial';
}

/** Checks that this version of the instrument does not have; they are kept through every change. */
function foreignChecks(criterion: ScorableCriterion, met: readonly string[]): string[] {
  const own = new Set(criterion.checks.map(({ id }) => id));
  return met.filter((id) => !own.has(id));
}

/** Marks one check as met or not. Where no check is left the criterion is unanswered again, not «No cumple». */
export function withCheck(answer: Answer, criterion: ScorableCriterion, checkId: string, isMet: boolean): Answer {
  const chosen = new Set(answer.kind === 'assessed' ? answer.met : foreignChecks(criterion, answer.met));
  if (isMet) chosen.add(checkId);
  else chosen.delete(checkId);
  const met = [
    ...criterion.checks.map(({ id }) => id).filter((id) => chosen.has(id)),
    ...foreignChecks(criterion, [...chosen]),
  ];
  return { ...answer, kind: countMet(criterion, met) > 0 ? 'assessed' : 'unanswered', met };
}

/** Every check met. */
export function withAllMet(answer: Answer, criterion: ScorableCriterion): Answer {
  const met = [...criterion.checks.map(({ id }) => id), ...foreignChecks(criterion, answer.met)];
  return { ...answer, kind: 'assessed', met };
}

/** Assessed, and no check met: «No cumple». */
export function withNoneMet(answer: Answer, criterion: ScorableCriterion): Answer {
  return { ...answer, kind: 'assessed', met: foreignChecks(criterion, answer.met) };
}

/** Not answered any more; note and evidence stay. */
export function withoutMark(answer: Answer, criterion: ScorableCriterion): Answer {
  return { ...answer, kind: 'unanswered', met: foreignChecks(criterion, answer.met) };
}

/** «No aplica». The checks stay in the record and count for nothing. */
export function withNotApplicable(answer: Answer, justification: string): Answer {
  return { ...answer, kind: 'notApplicable', justification };
}

/** Accepts a proposed «No aplica»: with its reason, unless the person has already written one. */
export function withProposedReason(answer: Answer, reason: string): Answer {
  return withNotApplicable(answer, answer.justification.trim() === '' ? reason : answer.justification);
}

/** Takes «No aplica» away: the checks that were met before count again. */
export function withApplicable(answer: Answer, criterion: ScorableCriterion): Answer {
  return { ...answer, kind: countMet(criterion, answer.met) > 0 ? 'assessed' : 'unanswered' };
}

/** True where an answer has the mark of another and all that is written in it: whoever has the one misses nothing. */
export function contains(answer: Answer, other: Answer): boolean {
  const isSame = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);
  return (
    answer.kind === other.kind &&
    isSame(answer.met, other.met) &&
    (['note', 'justification', 'legalGround'] as const).every((key) => answer[key].startsWith(other[key])) &&
    other.evidence.every((row) => answer.evidence.some((each) => isSame(each, row))) &&
    isSame(answer.extra, other.extra)
  );
}

/** True where the record holds nothing that a person gave. */
export function isBlank(answer: Answer): boolean {
  return (
    answer.kind === 'unanswered' &&
    answer.met.length === 0 &&
    answer.evidence.length === 0 &&
    [answer.note, answer.justification, answer.legalGround].every((text) => text === '') &&
    answer.extra === undefined
  );
}

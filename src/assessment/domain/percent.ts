import type { Fraction } from '../../kit/values/fraction.ts';
import type { SectionScore } from './scoring.ts';

/** Keeps the sign with its number at a line's end. */
const NO_BREAK = '\u00a0';

/** What is shown where no criterion applies. */
const NOT_APPLICABLE = 'No aplica';

/** Every phase's goal (docs/scoring.md, «Goal and state of a phase»), as `showPercent` shows it. */
export const GOAL = `100,0${NO_BREAK}%`;

/** Tenths of a point, cut and never rounded: 99,96 gives 999. */
function tenths(percent: Fraction): bigint {
  return (percent.numerator * 10n) / percent.denominator;
}

/** Takes points as an exact fraction; gives them with one decimal, cut, and a decimal comma: «12,5». */
export function showPoints(points: Fraction): string {
  const cut = tenths(points);
  return `${cut / 10n},${cut % 10n}`;
}

/**
 * Takes a difference in points, exact; gives it with its sign, its size cut like every other figure: «+ 12,3», «− 0,5»,
 * «0,0» where there is none. A difference that the cut would hide is «+ < 0,1».
 */
export function showDifference(points: Fraction): string {
  if (points.numerator === 0n) return showPoints(points);
  const isNegative = points.numerator < 0n;
  const size = isNegative ? { ...points, numerator: -points.numerator } : points;
  const text = tenths(size) === 0n ? `<${NO_BREAK}0,1` : showPoints(size);
  return `${isNegative ? '−' : '+'}${NO_BREAK}${text}`;
}

/**
 * Takes a percentage and whether it is a complete section; gives the text of every screen, print and file.
 * Source: docs/scoring.md, «How a percentage is shown»: cut to one decimal, 100,0 only where complete,
 * «< 0,1 %» where something is met but the cut figure is zero.
 */
export function showPercent(percent: Fraction | null, complete: boolean): string {
  if (percent === null) return NOT_APPLICABLE;
  const cut = tenths(percent);
  if (cut === 0n && percent.numerator > 0n) return `<${NO_BREAK}0,1${NO_BREAK}%`;
  // Only whoever calls with a wrong flag could bring 100 here without being complete; the text still never says it.
  if (cut >= 1000n && !complete) return `99,9${NO_BREAK}%`;
  return `${cut / 10n},${cut % 10n}${NO_BREAK}%`;
}

/** The percentage of a section as shown: «42,0 %», «No aplica». */
export function shownPercent(score: SectionScore): string {
  return showPercent(score.percent, score.complete);
}

/** The ceiling as shown, or null where nothing is pending and floor and ceiling are one. */
export function shownCeiling(score: SectionScore): string | null {
  return score.counts.pending === 0 || score.ceiling === null ? null : showPercent(score.ceiling, score.canComplete);
}

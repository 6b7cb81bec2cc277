import { answeredText, ceilingText } from '../../copy/assessments.ts';
import { spokenSummary } from '../../copy/questionnaire-page.ts';
import { toNumber } from '../../../kit/values/fraction.ts';
import { shownCeiling, shownPercent } from '../../domain/percent.ts';
import type { SectionScore } from '../../domain/scoring.ts';
import { need } from '../../../kit/browser/dom.ts';

/** How long after the last change the new percentage is spoken, in milliseconds. */
const QUIET_MS = 1000;

/** The sticky summary of a phase: percentage, ceiling, answered of total. */
export class SummaryView {
  readonly #root: ParentNode;
  readonly #name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, phaseName: string) {
    this.#root = root;
    this.#name = phaseName;
  }

  /** Takes the section's score; `spoken` also tells it, after a pause, to whoever does not see it. */
  show(score: SectionScore, options: { spoken: boolean }): void {
    const percent = shownPercent(score);
    const ceiling = shownCeiling(score);
    const answered = answeredText(score.answered, score.total);
    need(this.#root, '[data-percent]').textContent = percent;
    need(this.#root, '[data-ceiling]').textContent = ceiling === null ? '' : ceilingText(ceiling);
    need(this.#root, '[data-answered]').textContent = answered;
    need<SVGRectElement>(this.#root, '[data-bar-floor]').setAttribute('width', width(score.percent));
    need<SVGRectElement>(this.#root, '[data-bar-ceiling]').setAttribute('width', width(score.ceiling));
    clearTimeout(this.#timer);
    if (options.spoken) {
      this.#timer = setTimeout(() => {
        need(this.#root, '[data-spoken]').textContent = spokenSummary(this.#name, percent, answered);
      }, QUIET_MS);
    }
  }
}

function width(percent: SectionScore['percent']): string {
  return percent === null ? '0' : String(toNumber(percent));
}

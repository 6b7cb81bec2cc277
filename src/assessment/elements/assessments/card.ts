import { assessmentTitle } from '../../copy/assessments.ts';
import { copyState } from '../../copy/copies.ts';
import { cardFacts, cardTable, ofCard, percentLine } from '../../copy/list-page.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Section } from '../../../instrument/instrument.ts';
import { shownCeiling, shownPercent } from '../../domain/percent.ts';
import { score } from '../../domain/scoring.ts';
import type { CopyRecord } from '../../storage/database.ts';
import { need } from '../../../kit/browser/dom.ts';
import { keepAssessment } from '../page/keep-assessment.ts';

/** What a person can do with an assessment of the list, by the control's data attribute. */
const cardActions = ['copy-file', 'workbook', 'duplicate', 'rename', 'close', 'reopen', 'delete'] as const;
export type CardAction = (typeof cardActions)[number];

/** Makes the card of one assessment from the page's template. */
export function assessmentCard(
  template: HTMLTemplateElement,
  assessment: Assessment,
  input: { sections: readonly Section[]; copy: CopyRecord | null; now: string; run: (action: CardAction) => void },
): DocumentFragment {
  const card = template.content.cloneNode(true) as DocumentFragment;
  const { closing, cutoffDate } = assessment;
  const title = assessmentTitle(assessment);
  Object.assign(need(card, 'section').dataset, { assessment: assessment.id, owner: `card-${assessment.id}` });
  need(card, '[data-title]').textContent = title;
  need(card, '[data-of]').textContent = ofCard(title, cutoffDate);
  need(card, '[data-facts]').textContent = cardFacts(assessment);
  need(card, '.scroll').setAttribute('aria-label', cardTable(title, cutoffDate));
  const scores = score(input.sections, assessment.answers);
  for (const each of scores) {
    const row = need(card, `[data-row="${each.sectionId}"]`);
    need(row, '[data-percent]').textContent = percentLine(shownPercent(each), shownCeiling(each));
    need(row, '[data-answered]').textContent = `${each.answered} de ${each.total}`;
  }
  const next = closing ? undefined : scores.find(({ counts }) => counts.pending > 0);
  if (next) {
    const link = need<HTMLAnchorElement>(card, `[data-row="${next.sectionId}"] a`);
    const first = next.criteria.find(({ status }) => status === 'pending');
    need<HTMLAnchorElement>(card, '[data-resume]').href =
      `${link.getAttribute('href')}#${first?.id.toLowerCase() ?? ''}`;
  } else need(card, '[data-resume]').remove();
  const state = copyState(assessment, input.copy, input.now);
  const line = need(card, '[data-copy-text]');
  line.textContent = state.text;
  line.toggleAttribute('data-urgent', state.isUrgent);
  for (const part of card.querySelectorAll(closing ? '[data-if-open]' : '[data-if-closed]')) part.remove();
  for (const action of cardActions) {
    card.querySelector(`[data-${action}]`)?.addEventListener('click', () => input.run(action));
  }
  keepAssessment(assessment.id, card);
  return card;
}

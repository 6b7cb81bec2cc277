import { href, questionnairePath, questionPath } from '../../../addresses.ts';
import {
  addAllProposed,
  allProposals,
  nothingSuggested,
  pendingText,
  proposalFacts,
  proposalsText,
  takeUpAgain,
  toQuestionnaire,
} from '../../copy/plan-proposals.ts';
import type { ActivityProposal, ActivityProposals } from '../../domain/plan-proposals.ts';
import type { Planning } from '../../domain/planning.ts';
import { need } from '../../../kit/browser/dom.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { button, make } from './make.ts';
import { withAssessment } from '../../../assessment/elements/page/keep-assessment.ts';

/** How many proposals stand there before the person asks for all. */
const FIRST = 8;

/** What the plan still lacks: a row for each criterion that is not met and has no activity, to be taken or left. */
export class ProposalsView {
  readonly #root: HTMLElement;
  readonly #isClosed: boolean;
  #proposals: ActivityProposals = { rows: [], pending: [] };
  #planning: Planning | undefined;
  #isWhole = false;
  #signature = '';

  constructor(
    root: HTMLElement,
    isClosed: boolean,
    events: { add: (rows: readonly ActivityProposal[]) => void; reinstate: (id: string) => void },
  ) {
    this.#root = root;
    this.#isClosed = isClosed;
    need(root, '[data-add-all]').addEventListener('click', () => events.add(this.#proposals.rows));
    need(root, '[data-all-proposals]').addEventListener('click', () => {
      this.#isWhole = true;
      this.#draw();
      this.#root.querySelectorAll<HTMLElement>('[data-add]')[FIRST]?.focus();
    });
    root.addEventListener('click', ({ target }) => {
      const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-add], [data-take-up]') : null;
      const row = this.#proposals.rows.find(({ activity }) => activity.id === pressed?.dataset['add']);
      if (row) events.add([row]);
      const earlier = pressed?.dataset['takeUp'];
      if (earlier !== undefined) events.reinstate(earlier);
    });
  }

  show(planning: Planning, proposals: ActivityProposals): void {
    this.#planning = planning;
    this.#proposals = proposals;
    const { rows, pending } = proposals;
    const signature = JSON.stringify([
      rows.map(({ activity, priority, earlier }) => [activity.id, priority.criterionId, priority.status, earlier]),
      pending,
      planning.rows.length === 0,
    ]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#draw();
  }

  /** Puts the person at the proposal of a criterion; false where there is none. */
  focus(criterionId: string): boolean {
    const row = this.#proposals.rows.find(({ priority }) => priority.criterionId === criterionId);
    if (!row) return false;
    this.#isWhole = true;
    this.#draw();
    const add = this.#root.querySelector<HTMLElement>(`[data-add="${CSS.escape(row.activity.id)}"]`);
    add?.focus({ preventScroll: true });
    add?.scrollIntoView({ block: 'center' });
    return true;
  }

  #draw(): void {
    const { rows, pending } = this.#proposals;
    const planning = this.#planning;
    if (!planning) return;
    const total = planning.results.sections.reduce((sum, { score }) => sum + score.total, 0);
    need(this.#root, '[data-proposals-text]').textContent = proposalsText(
      { proposed: rows.length, pending: pending.length, total },
      planning.rows.length === 0,
    );
    const all = need(this.#root, '[data-add-all]');
    all.hidden = rows.length < 2 || this.#isClosed;
    all.textContent = addAllProposed(rows.length);
    const more = need(this.#root, '[data-all-proposals]');
    more.hidden = this.#isWhole || rows.length <= FIRST;
    more.textContent = allProposals(rows.length);
    const place = need(this.#root, '[data-proposals]');
    const shown = this.#isWhole ? rows : rows.slice(0, FIRST);
    keepFocus(place, () => place.replaceChildren(...shown.map((row) => this.#item(row))));
    this.#showPending(planning, pending.length);
  }

  #showPending({ results, assessment }: Planning, pending: number): void {
    const place = need(this.#root, '[data-pending]');
    place.hidden = pending === 0;
    const first = results.sections.find(({ score }) => score.counts.pending > 0);
    if (!first) return;
    const link = make('a', {}, toQuestionnaire);
    link.href = withAssessment(href(questionnairePath(first.section.id)), assessment.id);
    place.replaceChildren(pendingText(pending), link);
  }

  #item({ priority, activity, earlier }: ActivityProposal): HTMLElement {
    const { criterionId, name, sectionId, gain, deadline } = priority;
    const chips = need<HTMLTemplateElement>(this.#root, '[data-status-template]').content;
    const chip = need(chips, `[data-status="${priority.status}"]`).cloneNode(true);
    const link = make('a', {}, make('span', { className: 'code' }, criterionId), ` ${name}`);
    link.href = withAssessment(href(questionPath(sectionId, criterionId)), this.#planning?.assessment.id ?? '');
    const item = make(
      'li',
      { className: 'proposal', data: { owner: criterionId } },
      make('p', { className: 'proposal-name' }, link),
      make('p', { className: 'proposal-facts' }, chip, ` ${proposalFacts(gain, deadline?.date ?? null)}`),
      make('p', {}, activity.activity || nothingSuggested),
    );
    if (this.#isClosed) return item;
    const actions = make('p', { className: 'proposal-actions screen-only' });
    actions.append(button('Agregar', { add: activity.id }, criterionId));
    for (const id of earlier) actions.append(' ', button(takeUpAgain(id), { takeUp: id }));
    item.append(actions);
    return item;
  }
}

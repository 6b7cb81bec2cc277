import { lateLine, archiveButton, archivedLine } from '../../copy/plan-page.ts';
import { lateText, overText, shortActivity } from '../../copy/plan-follow-up.ts';
import type { Activity, ArchivedActivity } from '../../domain/plan.ts';
import { carriedOver } from '../../domain/plan-follow-up.ts';
import type { Planning } from '../../domain/planning.ts';
import { need } from '../../../kit/browser/dom.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { planFragment } from '../planning/places.ts';
import { button, make } from './make.ts';

/** Follow-up: what is late at the cut-off date, what has nothing left to do, and what left the plan. */
export class FollowUpView {
  readonly #root: HTMLElement;
  readonly #isClosed: boolean;
  #signature = '';

  constructor(root: HTMLElement, isClosed: boolean, events: { archive: () => void; reinstate: (id: string) => void }) {
    this.#root = root;
    this.#isClosed = isClosed;
    need(root, '[data-settle]').addEventListener('click', events.archive);
    root.addEventListener('click', ({ target }) => {
      const id = target instanceof Element && target.closest<HTMLElement>('[data-reinstate]')?.dataset['reinstate'];
      if (id) events.reinstate(id);
    });
  }

  show({ plan, results, assessment, late }: Planning): void {
    const { left } = carriedOver(plan, results, assessment.cutoffDate);
    const signature = JSON.stringify([
      assessment.cutoffDate,
      late.map(({ activity, ...each }) => [shortActivity(activity), each]),
      left.map(({ activity }) => shortActivity(activity)),
      plan.archived.map(({ activity, why, date }) => [shortActivity(activity), why, date]),
    ]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const box = need(this.#root, '[data-over]');
    box.hidden = left.length === 0;
    need(box, '[data-over-text]').textContent = overText(left.length, assessment.cutoffDate);
    need(box, '[data-over-list]').replaceChildren(...left.map(({ activity }) => this.#link(activity)));
    const archive = need(box, '[data-settle]');
    archive.hidden = this.#isClosed;
    archive.textContent = archiveButton(left.length);
    need(this.#root, '[data-late-text]').textContent = lateText(late.length, assessment.cutoffDate);
    const list = need(this.#root, '[data-late]');
    keepFocus(list, () =>
      list.replaceChildren(...late.map((each) => this.#link(each.activity, `: ${lateLine(each)}`))),
    );
    this.#showTrace(plan.archived);
  }

  #showTrace(archived: readonly ArchivedActivity[]): void {
    need(this.#root, '[data-trace]').hidden = archived.length === 0;
    const list = need(this.#root, '[data-trace-list]');
    keepFocus(list, () =>
      list.replaceChildren(
        ...archived.map((each) => {
          const { id } = each.activity;
          const item = make('li', { data: { owner: id } }, `${shortActivity(each.activity)}: ${archivedLine(each)}. `);
          if (!this.#isClosed) item.append(button('Volver a incluir', { reinstate: id }, id));
          return item;
        }),
      ),
    );
  }

  #link(activity: Activity, rest = ''): HTMLElement {
    const link = make('a', {}, shortActivity(activity));
    link.href = `#${planFragment({ kind: 'activity', id: activity.id, field: null })}`;
    return make('li', { data: { owner: activity.id } }, link, rest);
  }
}

import { countText, foldText, stateLine } from '../../copy/documents-page.ts';
import { gapNames, type GapNames } from '../../copy/gaps.ts';
import { countOf, type CheckItem, type Gap } from '../../domain/plan-check.ts';
import type { Planning } from '../../domain/planning.ts';
import { need } from '../../../kit/browser/dom.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { gapLink } from './gap-link.ts';

/** How many gaps of an item stand open before the rest is folded. */
const FIRST_GAPS = 5;

/** The check against the circular: what stands in the page gets its state and, where something is missing, the links to it. */
export class CheckView {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  /** Items whose folded part the person has opened. */
  readonly #opened = new Set<string>();
  /** What makes the rest of each fold that has not been opened yet. */
  readonly #makers = new WeakMap<HTMLDetailsElement, () => HTMLElement>();

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#list = need(root, '[data-check]');
    this.#openOnPaper();
  }

  /** Takes everything that follows from the assessment; shows where both documents stand. */
  show(planning: Planning): void {
    const { check, assessment } = planning;
    const state = need(this.#root, '[data-check-state]');
    state.textContent = stateLine(check);
    state.toggleAttribute('data-all', check.satisfied === check.total);
    need(this.#root, '[data-check-count]').textContent = countText(check);
    for (const numeral of [1, 2] as const) {
      const count = countOf(check, numeral);
      for (const row of this.#root.querySelectorAll(`[data-numeral="${numeral}"]`)) {
        need(row, '[data-count]').textContent = countText(count);
        showVerdict(row, count.satisfied === count.total);
      }
    }
    const names = gapNames(planning);
    keepFocus(this.#list, () => {
      for (const item of check.items) this.#showItem(item, names, assessment.id);
    });
  }

  #showItem({ id, gaps }: CheckItem, names: GapNames, assessmentId: string): void {
    const place = need(this.#list, `[data-item="${id}"]`);
    showVerdict(place, gaps.length === 0);
    const links = (some: readonly Gap[]): HTMLUListElement => {
      const list = document.createElement('ul');
      list.className = 'lacks';
      list.append(
        ...some.map((gap) => {
          const line = document.createElement('li');
          line.append(gapLink(gap, names, assessmentId));
          return line;
        }),
      );
      return list;
    };
    const [first, rest] = [gaps.slice(0, FIRST_GAPS), gaps.slice(FIRST_GAPS)];
    need(place, '[data-lacks]').replaceChildren(
      ...(first.length > 0 ? [links(first)] : []),
      ...(rest.length > 0 ? [this.#fold(id, rest.length, () => links(rest))] : []),
    );
  }

  /** The rest of a long list. It is made when it is opened: of hundreds of activities nobody reads all at once. */
  #fold(id: string, count: number, make: () => HTMLElement): HTMLDetailsElement {
    const details = document.createElement('details');
    details.className = 'more-lacks';
    const summary = document.createElement('summary');
    summary.textContent = foldText(count);
    details.append(summary);
    this.#makers.set(details, make);
    details.addEventListener('toggle', () => {
      if (details.open) this.#opened.add(id);
      else this.#opened.delete(id);
      this.#fill(details);
    });
    if (this.#opened.has(id)) {
      details.open = true;
      this.#fill(details);
    }
    return details;
  }

  #fill(details: HTMLDetailsElement): void {
    const make = this.#makers.get(details);
    if (!make || !details.open) return;
    this.#makers.delete(details);
    details.append(make());
  }

  /** On paper every list is whole: there nothing can be opened. */
  #openOnPaper(): void {
    let opened: HTMLDetailsElement[] = [];
    window.addEventListener('beforeprint', () => {
      if (document.documentElement.dataset['printing'] !== undefined) return;
      opened = [...this.#list.querySelectorAll<HTMLDetailsElement>('.more-lacks:not([open])')];
      for (const details of opened) {
        details.open = true;
        this.#fill(details);
      }
    });
    window.addEventListener('afterprint', () => {
      for (const details of opened) details.open = false;
      opened = [];
    });
  }
}

/** Says «Completo» or «Falta», with its icon: the page has both. */
function showVerdict(place: ParentNode, isComplete: boolean): void {
  need(place, '[data-complete]').hidden = !isComplete;
  need(place, '[data-lacking]').hidden = isComplete;
}

import { href, questionPath } from '../../../addresses.ts';
import { changeSummary, changeWords, checkWords } from '../../copy/comparison.ts';
import {
  allKinds,
  comparedText,
  identicalText,
  retiredText,
  shownText,
  spokenAfter,
  spokenBefore,
} from '../../copy/comparison-changes.ts';
import {
  changeKinds,
  type ChangeKind,
  type Comparison,
  type CriterionComparison,
  type CriterionSide,
  type RetiredCriterion,
} from '../../domain/comparison.ts';
import { need } from '../../../kit/browser/dom.ts';
import { element } from '../../../kit/browser/element.ts';
import { withAssessment } from '../page/keep-assessment.ts';

type ListKind = ChangeKind | 'retired';

/** The lists in the order in which a person asks: what changed first, what did not last. */
const LISTS: readonly ListKind[] = [...changeKinds.filter((kind) => kind !== 'same'), 'retired', 'same'];

const ALL = 'all';

/** «¿Qué cambió?»: the criteria by kind of change, with what changed and the words of both sides. */
export class ChangesView {
  readonly #root: HTMLElement;
  #comparison: Comparison | undefined;
  #afterId = '';

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#filter().addEventListener('change', () => this.#showLists(true));
  }

  /** Takes a comparison and the id of the assessment to which its criteria lead. */
  show(comparison: Comparison, afterId: string): void {
    this.#comparison = comparison;
    this.#afterId = afterId;
    const counts = LISTS.map((kind) => [kind, this.#countOf(kind)] as const);
    need(this.#root, '[data-summary]').textContent = comparedText(
      comparison.criteria.length,
      changeSummary(counts.filter(([kind]) => kind !== 'retired')),
    );
    const wanted = this.#filter().value;
    this.#filter().replaceChildren(
      new Option(allKinds, ALL),
      ...counts
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => new Option(`${changeWords[kind].title} (${count})`, kind)),
    );
    const isThere = [...this.#filter().options].some(({ value }) => value === wanted);
    this.#filter().value = isThere ? wanted : ALL;
    this.#showLists(false);
  }

  #filter(): HTMLSelectElement {
    return need<HTMLSelectElement>(this.#root, '[data-kind-filter]');
  }

  #countOf(kind: ListKind): number {
    if (!this.#comparison) return 0;
    return kind === 'retired' ? this.#comparison.retired.length : this.#comparison.counts[kind];
  }

  #showLists(isSaid: boolean): void {
    const wanted = this.#filter().value;
    const shown = LISTS.filter((kind) => this.#countOf(kind) > 0 && (wanted === ALL || wanted === kind));
    need(this.#root, '[data-lists]').replaceChildren(...shown.map((kind) => this.#list(kind)));
    const total = shown.reduce((sum, kind) => sum + this.#countOf(kind), 0);
    need(this.#root, '[data-shown]').textContent = isSaid ? shownText(total) : '';
  }

  #list(kind: ListKind): HTMLElement {
    const { title, lead } = changeWords[kind];
    const heading = element('h3', '', title, ' ', element('span', 'count', String(this.#countOf(kind))));
    const section = element('section', 'changes', heading, element('p', 'hint', lead));
    section.dataset['kind'] = kind;
    if (kind === 'retired') {
      section.append(this.#items((this.#comparison?.retired ?? []).map((each) => this.#retiredItem(each))));
      return section;
    }
    const of = (this.#comparison?.criteria ?? []).filter((each) => each.kind === kind);
    const told = of.filter(({ isIdentical }) => !isIdentical);
    const identical = of.filter(({ isIdentical }) => isIdentical);
    if (told.length > 0) section.append(this.#items(told.map((each) => this.#item(each))));
    if (identical.length > 0) {
      const summary = element('summary', '', identicalText(identical.length));
      const list = element('ul', 'identical', ...identical.map((each) => this.#identicalItem(each)));
      section.append(element('details', '', summary, list));
    }
    return section;
  }

  #items(items: readonly HTMLElement[]): HTMLElement {
    return element('ul', 'change-list', ...items);
  }

  #item(change: CriterionComparison): HTMLElement {
    const { criterion, kind, before, after, gained, lost } = change;
    const total = criterion.checks.length;
    const facts = element('dl', 'change-facts');
    const textsOf = (ids: readonly string[]): string[] =>
      criterion.checks.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
    this.#addFact(facts, checkWords[kind].gained, textsOf(gained));
    this.#addFact(facts, checkWords[kind].lost, textsOf(lost));
    this.#addSides(facts, 'Justificación', before.justification, after.justification);
    this.#addSides(facts, 'Observaciones', before.note, after.note);
    return element(
      'li',
      'change',
      element('p', 'change-name', this.#link(change)),
      this.#fromTo(this.#side(before, total), this.#side(after, total)),
      ...(facts.childElementCount > 0 ? [facts] : []),
    );
  }

  #identicalItem(change: CriterionComparison): HTMLElement {
    return element('li', '', this.#link(change), ' ', this.#side(change.after, change.criterion.checks.length));
  }

  #retiredItem({ id, before, after }: RetiredCriterion): HTMLElement {
    const said = (answer: RetiredCriterion['before']): Node => element('span', '', retiredText(answer !== null));
    const facts = element('dl', 'change-facts');
    this.#addSides(facts, 'Observaciones', before?.note ?? '', after?.note ?? '');
    return element(
      'li',
      'change',
      element('p', 'change-name', id),
      this.#fromTo(said(before), said(after)),
      ...(facts.childElementCount > 0 ? [facts] : []),
    );
  }

  #link({ sectionId, criterion }: CriterionComparison): HTMLElement {
    const link = element('a', '', element('span', 'code', criterion.id), ` ${criterion.name}`);
    link.href = withAssessment(href(questionPath(sectionId, criterion.id)), this.#afterId);
    return link;
  }

  #fromTo(before: Node, after: Node): HTMLElement {
    const arrow = element('span', 'arrow', '→');
    arrow.setAttribute('aria-hidden', 'true');
    const hidden = (text: string): HTMLElement => element('span', 'visually-hidden', text);
    return element('p', 'from-to', hidden(spokenBefore), before, ' ', arrow, hidden(spokenAfter), ' ', after);
  }

  /** The status as everywhere, icon and word, and how many checks are met where that says something. */
  #side({ status, checksMet }: CriterionSide, total: number): HTMLElement {
    const chips = need<HTMLTemplateElement>(this.#root, '[data-status-template]').content;
    const chip = need(chips, `[data-status="${status}"]`).cloneNode(true) as HTMLElement;
    const isCounted = status !== 'pending' && status !== 'notApplicable';
    return element('span', 'side', chip, ...(isCounted ? [` ${checksMet} de ${total}`] : []));
  }

  #addFact(facts: HTMLElement, name: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    facts.append(element('dt', '', name), ...texts.map((text) => element('dd', '', text)));
  }

  /** The words of both sides; once where they are the same. */
  #addSides(facts: HTMLElement, name: string, before: string, after: string): void {
    const sides: [string, string][] =
      before.trim() === after.trim()
        ? [['Antes y después', after]]
        : [
            ['Antes', before],
            ['Después', after],
          ];
    const told = sides.filter(([, text]) => text.trim() !== '');
    if (told.length === 0) return;
    facts.append(
      element('dt', '', name),
      ...told.map(([side, text]) => element('dd', 'said', element('span', 'hint-word', `${side}: `), text.trim())),
    );
  }
}

import type { GanttScale } from '../../charts/gantt.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import { gapsLine, rowBlank, span, unknownCriteriaLine } from '../../copy/plan-page.ts';
import { activityProblemName } from '../../copy/planning.ts';
import { showPesos } from '../../../kit/values/money.ts';
import type { Gap } from '../../domain/plan-check.ts';
import type { PlanRow } from '../../domain/plan-rows.ts';
import { progressAt } from '../../domain/plan-follow-up.ts';
import { drawBar } from './gantt-bars.ts';
import { make, setText } from './make.ts';

/** What of a row follows from the rest of the plan. */
export interface RowContext {
  readonly gaps: readonly Gap[];
  readonly cutoffDate: string;
  /** The scale of the bars, or null where the rows are shown without them. */
  readonly scale: GanttScale | null;
  readonly isClosed: boolean;
}

/** What is wrong with a row, as sentences; the first kind is for the person to mend, the second only to know. */
export function rowProblems({ problems, unknownCriteria, activity }: PlanRow, gaps: readonly Gap[]): string[] {
  // What is missing says the same, and what to do.
  const isSaid =
    activity.lateReason.trim() !== '' || gaps.some((gap) => gap.kind === 'activity' && gap.field === 'lateReason');
  return [
    ...problems
      .filter((problem) => problem !== 'endsAfterDeadline' || !isSaid)
      .map((each) => activityProblemName[each]),
    gapsLine(gaps),
    unknownCriteria.length > 0 ? unknownCriteriaLine(unknownCriteria) : '',
  ].filter((text) => text !== '');
}

/** The cells of a row, in their order, with the name that a screen reader and a narrow screen give them. */
const cells = [
  ['responsible', 'Responsable'],
  ['dates', 'Fechas'],
  ['amount', 'Valor'],
  ['progress', 'Avance'],
] as const;

/** One activity in the list: what it is, at a glance, and the way into its fields. */
export class RowView {
  readonly root: HTMLLIElement;
  readonly pick: HTMLInputElement;
  readonly edit: HTMLButtonElement;
  readonly #code: HTMLElement;
  readonly #what: HTMLElement;
  readonly #problems: HTMLElement;
  readonly #held: HTMLElement;
  readonly #cells = new Map<string, HTMLElement>();
  readonly #bar: HTMLElement;
  #drawn = '';

  constructor(id: string, isClosed: boolean) {
    this.pick = document.createElement('input');
    this.pick.type = 'checkbox';
    this.pick.dataset['pick'] = id;
    this.pick.autocomplete = 'off';
    this.edit = make('button', { className: 'button small quiet', data: { edit: id } }, isClosed ? 'Ver' : 'Editar');
    this.edit.type = 'button';
    this.edit.setAttribute('aria-expanded', 'false');
    this.edit.append(make('span', { className: 'visually-hidden' }, ` ${id}`));
    this.#code = make('span', { className: 'code' }, id);
    this.#what = make('span', { className: 'row-activity' });
    this.#problems = make('p', { className: 'row-problems' });
    this.#held = make('p', { className: 'row-held screen-only' });
    this.#bar = make('div', { className: 'row-bar' });
    const label = make('label', { className: 'row-pick screen-only' }, this.pick);
    label.append(make('span', { className: 'visually-hidden' }, `Seleccionar ${id}`));
    const facts = make('dl', { className: 'row-facts' });
    for (const [key, name] of cells) {
      const value = make('dd', { data: { cell: key } });
      this.#cells.set(key, value);
      facts.append(make('div', {}, make('dt', {}, name), value));
    }
    this.root = make(
      'li',
      { className: 'plan-row', data: { row: id, owner: id } },
      ...(isClosed ? [] : [label]),
      make('p', { className: 'row-what' }, this.#code, ' ', this.#what),
      facts,
      this.#bar,
      this.#problems,
      this.#held,
      make('p', { className: 'row-edit screen-only' }, this.edit),
    );
  }

  /** Says whether the fields of this row are open below it. */
  setOpen(isOpen: boolean): void {
    this.root.toggleAttribute('data-open', isOpen);
    this.edit.setAttribute('aria-expanded', String(isOpen));
  }

  /** Shows whether the row is selected. Takes why it stands there although nobody looks for it, or ''. */
  showPick(isPicked: boolean, held: string): void {
    this.pick.disabled = held !== '';
    this.pick.checked = isPicked && held === '';
    setText(this.#held, held);
    this.#held.hidden = held === '';
  }

  /** Shows the row as it stands; what has not changed is left alone. */
  show(row: PlanRow, { gaps, cutoffDate, scale }: RowContext): void {
    const { activity } = row;
    const others = activity.criteria.filter((id) => id !== activity.id);
    const names = row.criteria.map(({ name }) => name).join('; ');
    setText(this.#code, others.length === 0 ? activity.id : `${activity.id} (${others.join(', ')})`);
    const what = activity.activity.trim() === '' ? names : activity.activity;
    setText(this.#what, isolated(what));
    this.#what.toggleAttribute('data-unwritten', activity.activity.trim() === '');
    const who = [activity.office, activity.position].map((each) => each.trim()).filter((each) => each !== '');
    this.#cell('responsible', isolated(who.join(', ')) || rowBlank.responsible, who.length === 0);
    const hasDates = activity.start !== '' || activity.end !== '';
    this.#cell('dates', span(activity.start, activity.end), !hasDates);
    this.#cell(
      'amount',
      activity.amount === null ? rowBlank.amount : showPesos(activity.amount),
      activity.amount === null,
    );
    const progress = progressAt(activity, cutoffDate);
    this.#cell('progress', progress === null ? rowBlank.progress : `${progress.percent}\u00a0%`, progress === null);
    const problems = rowProblems(row, gaps);
    setText(this.#problems, problems.map((each) => `${each}.`).join(' '));
    this.#problems.hidden = problems.length === 0;
    const drawn = scale === null ? '' : JSON.stringify([scale, activity.start, activity.end, row.deadline?.date]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#bar.replaceChildren(...(scale === null ? [] : drawBar(row, scale)));
  }

  #cell(key: string, text: string, isMissing: boolean): void {
    const cell = this.#cells.get(key);
    if (!cell) return;
    setText(cell, text);
    cell.toggleAttribute('data-missing', isMissing);
  }
}

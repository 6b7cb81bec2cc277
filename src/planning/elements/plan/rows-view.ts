import { ganttScale, type GanttScale } from '../../charts/gantt.ts';
import { ganttTitle, heldNote, shownText, sumLine } from '../../copy/plan-page.ts';
import type { Gap } from '../../domain/plan-check.ts';
import type { PlanRow } from '../../domain/plan-rows.ts';
import { sumOfActivities, type Planning } from '../../domain/planning.ts';
import { need } from '../../../kit/browser/dom.ts';
import { drawScale } from './gantt-bars.ts';
import { groupRows, matchesText, type PlanView, type RowGroup } from './grouping.ts';
import { make, setText } from './make.ts';
import { selectionOf, type Selection } from './selection.ts';
import { rowProblems, RowView } from './row-view.ts';

/** What the list tells the page. */
export interface RowsEvents {
  /** The person wants the fields of an activity, or to put them away. */
  edit: (id: string) => void;
  /** Other rows are selected, or other rows are to be seen. */
  picked: () => void;
}

/** The activities of the plan as a list: grouped, filtered, selected. Its rows are drawn once and then kept up to date. */
export class RowsView {
  readonly #root: HTMLElement;
  readonly #events: RowsEvents;
  readonly #isClosed: boolean;
  readonly #views = new Map<string, RowView>();
  readonly #picked = new Set<string>();
  #planning: Planning | undefined;
  #gaps: ReadonlyMap<string, readonly Gap[]> = new Map();
  #shown: readonly RowGroup[] = [];
  #scale: GanttScale | null = null;
  #signature = '';
  #ids = '';
  /** The activity whose fields are open: its row stays to be seen, and in its place. */
  #open: string | null = null;
  /** Rows in the list that the search and the filter do not ask for: they wait there for open fields. */
  #held: ReadonlySet<string> = new Set();

  constructor(root: HTMLElement, isClosed: boolean, events: RowsEvents) {
    this.#root = root;
    this.#events = events;
    this.#isClosed = isClosed;
    const redraw = (): void => this.#draw(true);
    need(root, '[data-view]').addEventListener('change', redraw);
    need(root, '[data-to-fix]').addEventListener('change', redraw);
    need(root, '[data-search]').addEventListener('input', redraw);
    root.addEventListener('click', ({ target }) => {
      const id = target instanceof Element && target.closest<HTMLElement>('[data-edit]')?.dataset['edit'];
      if (id) events.edit(id);
    });
    root.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.dataset['pick'] === undefined) return;
      if (target.checked) this.#picked.add(target.dataset['pick']);
      else this.#picked.delete(target.dataset['pick']);
      events.picked();
    });
  }

  get selection(): Selection {
    const all = this.#planning?.rows.map(({ activity }) => activity.id) ?? [];
    return selectionOf(all, this.#visible(), this.#held, this.#picked);
  }

  /** Selects every row that the search and the filter ask for, or none of them. */
  pickAll(isPicked: boolean): void {
    for (const id of this.selection.offered) {
      if (isPicked) this.#picked.add(id);
      else this.#picked.delete(id);
      const view = this.#views.get(id);
      if (view) view.pick.checked = isPicked;
    }
    this.#events.picked();
  }

  /** Says which activity has its fields open; gives the place of its row, or null where it has none. */
  open(id: string | null): RowView | null {
    for (const view of this.#views.values()) view.setOpen(false);
    this.#open = id;
    if (id === null) {
      this.#draw(false);
      return null;
    }
    if (!this.#visible().includes(id)) this.#draw(true);
    const view = this.#views.get(id) ?? null;
    view?.setOpen(true);
    return view;
  }

  /** An activity goes on under another id. */
  rename(from: string, to: string): void {
    if (this.#open === from) {
      this.#views.get(from)?.setOpen(false);
      this.#open = to;
    }
    // What now goes by the old id is somebody else's, and was never selected.
    if (this.#picked.delete(from)) this.#picked.add(to);
  }

  viewOf(id: string): RowView | undefined {
    return this.#views.get(id);
  }

  /** Shows all rows as they now stand. */
  show(planning: Planning, gaps: ReadonlyMap<string, readonly Gap[]>): void {
    this.#planning = planning;
    this.#gaps = gaps;
    this.#draw(false);
  }

  /** Shows one row at once, while its fields are being written. */
  showOne(row: PlanRow): void {
    const { id } = row.activity;
    this.#views.get(id)?.show(row, this.#context(id));
  }

  #context(id: string) {
    return {
      gaps: this.#gaps.get(id) ?? [],
      cutoffDate: this.#planning?.assessment.cutoffDate ?? '',
      scale: this.#scale,
      isClosed: this.#isClosed,
    };
  }

  #visible(): string[] {
    return this.#shown.flatMap(({ rows }) => rows.map(({ activity }) => activity.id));
  }

  get #view(): PlanView {
    return need<HTMLSelectElement>(this.#root, '[data-view]').value as PlanView;
  }

  #isWanted(row: PlanRow): boolean {
    const isToFix = need<HTMLInputElement>(this.#root, '[data-to-fix]').checked;
    if (isToFix && rowProblems(row, this.#gaps.get(row.activity.id) ?? []).length === 0) return false;
    return matchesText(row, need<HTMLInputElement>(this.#root, '[data-search]').value);
  }

  /** Draws the list. Unless the person asked for another order, an open row does not run away from who writes in it. */
  #draw(isAsked: boolean): void {
    const planning = this.#planning;
    if (!planning) return;
    const { rows } = planning;
    const { sections } = planning.instrument;
    const groups = groupRows(
      rows.filter((row) => row.activity.id === this.#open || this.#isWanted(row)),
      this.#view,
      sections,
    );
    const ids = JSON.stringify(rows.map(({ activity }) => activity.id));
    const signature = JSON.stringify([
      this.#view,
      groups.map(({ key, rows: of }) => [key, of.map(({ activity }) => activity.id)]),
    ]);
    this.#scale =
      this.#view === 'date'
        ? ganttScale(
            rows,
            planning.outlook.phases.map(({ section, deadline }) => ({ code: section.code, date: deadline.date })),
          )
        : null;
    const mayMove = isAsked || this.#open === null || ids !== this.#ids;
    this.#ids = ids;
    if (signature !== this.#signature && mayMove) {
      this.#signature = signature;
      this.#shown = groups;
      this.#place(groups);
    } else {
      const now = new Map(rows.map((row) => [row.activity.id, row]));
      this.#shown = this.#shown.map((group) => ({
        ...group,
        rows: group.rows.map((row) => now.get(row.activity.id) ?? row),
      }));
    }
    const listed = this.#shown.flatMap((group) => group.rows);
    this.#held = new Set(listed.filter((row) => !this.#isWanted(row)).map(({ activity }) => activity.id));
    for (const row of listed) {
      const { id } = row.activity;
      const view = this.#views.get(id);
      view?.show(row, this.#context(id));
      view?.showPick(this.#picked.has(id), this.#held.has(id) ? heldNote(id === this.#open, this.#isClosed) : '');
    }
    this.#showHeads();
    this.#showCount(rows.length);
    this.#events.picked();
  }

  /** Puts the rows in their places. The nodes move, and what has the focus keeps it. */
  #place(groups: readonly RowGroup[]): void {
    const { activeElement } = document;
    const isGantt = this.#view === 'date';
    const here = new Set(groups.flatMap(({ rows }) => rows.map(({ activity }) => activity.id)));
    const all = new Set(this.#planning?.plan.activities.map(({ id }) => id));
    for (const id of this.#views.keys()) {
      if (all.has(id)) continue;
      this.#views.delete(id);
      this.#picked.delete(id);
    }
    for (const id of here) if (!this.#views.has(id)) this.#views.set(id, new RowView(id, this.#isClosed));
    const list = need(this.#root, '[data-rows]');
    list.toggleAttribute('data-gantt', isGantt);
    list.replaceChildren(
      ...groups.map(({ key, name, rows }) =>
        make(
          'section',
          { className: 'row-group', data: { group: key } },
          make('h3', {}, name),
          make('p', { className: 'row-sum' }),
          make('div', { className: 'row-scale' }),
          make(
            isGantt ? 'ol' : 'ul',
            { className: 'row-list' },
            ...rows.flatMap(({ activity }) => this.#views.get(activity.id)?.root ?? []),
          ),
        ),
      ),
    );
    if (
      activeElement instanceof HTMLElement &&
      activeElement !== document.activeElement &&
      list.contains(activeElement)
    ) {
      activeElement.focus({ preventScroll: true });
    }
  }

  #showHeads(): void {
    for (const { key, rows } of this.#shown) {
      const section = this.#root.querySelector(`[data-group="${CSS.escape(key)}"]`);
      if (!section) continue;
      setText(need(section, '.row-sum'), sumLine(sumOfActivities(rows.map(({ activity }) => activity))));
      const place = need(section, '.row-scale');
      const drawn = JSON.stringify(key === 'dated' ? this.#scale : null);
      if (place.dataset['drawn'] === drawn) continue;
      place.dataset['drawn'] = drawn;
      place.replaceChildren();
      if (this.#scale === null || key !== 'dated') continue;
      place.append(
        make('p', { className: 'hint' }, ganttTitle(this.#scale.first, this.#scale.last)),
        drawScale(this.#scale),
      );
    }
  }

  #showCount(total: number): void {
    const shown = this.selection.offered.length;
    const isNarrowed =
      need<HTMLInputElement>(this.#root, '[data-to-fix]').checked ||
      need<HTMLInputElement>(this.#root, '[data-search]').value.trim() !== '';
    setText(need(this.#root, '[data-shown]'), isNarrowed ? shownText(shown, total) : '');
  }
}

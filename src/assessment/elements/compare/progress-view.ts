import { progressChart, progressTable } from '../../charts/progress.ts';
import { deadlineNote, historyLead } from '../../copy/comparison-history.ts';
import type { Progress } from '../../domain/progress.ts';
import { need } from '../../../kit/browser/dom.ts';
import { ChartView } from './chart-view.ts';
import { resultsLink } from './results-link.ts';

/** «A lo largo del tiempo»: every cut-off date of one entity, as a chart and as a table that leads to each one's results. */
export class ProgressView {
  readonly #root: HTMLElement;
  #chart: ChartView | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  show(progress: Progress): void {
    const chart = progressChart(progress);
    const { head, rows, foot } = progressTable(chart);
    const count = chart.cutoffs.length;
    need(this.#root, '[data-history]').textContent = historyLead(
      progress.cutoffs.at(-1)?.assessment.entity.name ?? '',
      count,
    );
    need(this.#root, '[data-history-scroll]').hidden = false;
    need(this.#root, '[data-history-rows]').replaceChildren(
      ...rows.map((cells, index) => this.#row(head, cells, chart.cutoffs[index]?.id)),
    );
    need(this.#root, '[data-history-foot]').replaceChildren(this.#row(head, foot, undefined));
    need(this.#root, '[data-deadline-note]').textContent = deadlineNote(chart.marks.length, chart.beyond);
    // One date draws no line: its figures are in the table.
    need(this.#root, '[data-chart-place]').hidden = count < 2;
    if (count < 2) return;
    this.#chart ??= new ChartView(this.#root);
    void this.#chart.show(chart);
  }

  #row(head: readonly string[], cells: readonly string[], id: string | undefined): HTMLElement {
    const row = document.createElement('tr');
    cells.forEach((text, column) => {
      const cell = document.createElement(column === 0 ? 'th' : 'td');
      if (column === 0) {
        cell.setAttribute('scope', 'row');
        cell.append(id === undefined ? text : resultsLink(id, text));
      } else {
        cell.className = 'number';
        cell.dataset['label'] = head[column] ?? '';
        cell.textContent = text;
      }
      row.append(cell);
    });
    return row;
  }
}

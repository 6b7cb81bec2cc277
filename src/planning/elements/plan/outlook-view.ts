import { outlookChart, outlookPhases, outlookTable } from '../../charts/outlook.ts';
import type { ProgressChart } from '../../../assessment/charts/progress.ts';
import { moreDates, undatedNote } from '../../copy/plan-page.ts';
import type { Planning } from '../../domain/planning.ts';
import { part } from '../../../kit/browser/part.ts';
import { ChartFrame } from '../../../kit/browser/chart-frame.ts';
import { need } from '../../../kit/browser/dom.ts';
import { make } from './make.ts';

/** Token of the colour of each phase's line. */
const LINES = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5'];

/** «Hasta dónde llega cada fase si el plan se cumple»: a row a phase, the chart, and its figures date by date. */
export class OutlookView {
  readonly #root: HTMLElement;
  readonly #frame: ChartFrame<ProgressChart>;
  #isWhole = false;
  #signature = '';

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#frame = new ChartFrame(root, async () => {
      const { drawProgress } = await part(() => import('../../../assessment/charts/draw-progress.ts'));
      return (canvas, chart, colour) =>
        drawProgress(canvas, chart, {
          ink: colour('--ink'),
          rule: colour('--rule'),
          paper: colour('--paper'),
          lines: LINES.map(colour),
        });
    });
    need(root, '[data-all-dates]').addEventListener('click', () => {
      this.#isWhole = true;
      this.#fold();
      need(root, '[data-outlook-scroll]').focus();
    });
  }

  show({ outlook, assessment }: Planning): void {
    const { cutoffDate } = assessment;
    const table = outlookTable(outlook, cutoffDate);
    const phases = outlookPhases(outlook, cutoffDate);
    const signature = JSON.stringify([table, phases, outlook.undated.length]);
    // A text that was changed moves no figure: what stands there stays.
    if (signature === this.#signature) return;
    this.#signature = signature;
    for (const { id, cells } of phases) {
      const places = need(this.#root, `[data-phase="${id}"]`).querySelectorAll('[data-cell]');
      places.forEach((place, index) => (place.textContent = cells[index + 1] ?? ''));
    }
    need(this.#root, '[data-outlook-rows]').replaceChildren(
      ...table.rows.map(({ cells, isMain }) => {
        const row = make('tr', isMain ? {} : { data: { more: '' } });
        cells.forEach((text, column) => {
          const cell = make(column === 0 ? 'th' : 'td', {}, text);
          if (column === 0) cell.setAttribute('scope', 'row');
          else {
            cell.className = 'number';
            cell.dataset['label'] = table.head[column] ?? '';
          }
          row.append(cell);
        });
        return row;
      }),
    );
    const undated = outlook.undated.length;
    const note = need(this.#root, '[data-undated]');
    note.hidden = undated === 0;
    note.textContent = undatedNote(undated);
    this.#fold();
    void this.#frame.show(outlookChart(outlook, cutoffDate));
  }

  /** On the screen the dates between the deadlines wait for the button; on paper all are there. */
  #fold(): void {
    const more = [...this.#root.querySelectorAll('[data-more]')];
    for (const row of more) row.toggleAttribute('data-beyond', !this.#isWhole);
    const all = need(this.#root, '[data-all-dates]');
    all.hidden = this.#isWhole || more.length === 0;
    all.textContent = moreDates(more.length);
  }
}

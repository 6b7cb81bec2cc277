import type * as Drawing from '../../charts/draw.ts';
import type { RemainingChart } from '../../charts/remaining.ts';
import type { Status } from '../../domain/answer.ts';
import { need } from '../page/dom.ts';

/** Token of each colour, for the bar and for the number on it. */
const FILLS: Record<Status, [fill: string, ink: string]> = {
  met: ['--action', '--action-ink'],
  partial: ['--chart-partial', '--ink'],
  unmet: ['--chart-unmet', '--paper'],
  pending: ['--paper', '--ink'],
  notApplicable: ['--rule', '--ink'],
};

/** The chart of the results: Chart.js comes only here and after the figures; light on paper, whatever the screen. */
export class ChartView {
  readonly #root: HTMLElement;
  #chart: RemainingChart | undefined;
  #clear: () => void = () => undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void this.#draw('page'));
    window.addEventListener('beforeprint', () => void this.#draw('light'));
    window.addEventListener('afterprint', () => void this.#draw('page'));
  }

  async show(chart: RemainingChart): Promise<void> {
    this.#chart = chart;
    await this.#draw('page');
  }

  #loading: Promise<typeof Drawing> | undefined;
  #loaded: typeof Drawing | undefined;

  async #draw(scheme: 'page' | 'light'): Promise<void> {
    const fault = need(this.#root, '[data-chart-fault]');
    try {
      this.#loading ??= import('../../charts/draw.ts');
      // Before printing there is no time to wait: once loaded, the drawing is made in the same turn.
      if (!this.#loaded) this.#loaded = await this.#loading;
      if (!this.#chart) return;
      this.#clear();
      this.#clear = this.#loaded.drawRemaining(
        need<HTMLCanvasElement>(this.#root, '[data-chart]'),
        this.#chart,
        this.#palette(scheme),
      );
      fault.hidden = true;
    } catch {
      this.#loading = undefined;
      fault.hidden = false;
    }
  }

  #palette(scheme: 'page' | 'light'): Drawing.Palette {
    const probe = document.createElement('span');
    probe.className = scheme === 'light' ? 'chart-probe light-probe' : 'chart-probe';
    this.#root.append(probe);
    const colour = (token: string): string => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const entries = Object.entries(FILLS) as [Status, [string, string]][];
    const palette = {
      ink: colour('--ink'),
      rule: colour('--rule'),
      edge: colour('--edge'),
      fills: Object.fromEntries(entries.map(([status, [fill]]) => [status, colour(fill)])) as Record<Status, string>,
      inks: Object.fromEntries(entries.map(([status, [, ink]]) => [status, colour(ink)])) as Record<Status, string>,
    };
    probe.remove();
    return palette;
  }
}

import { need } from './dom.ts';

/** Gives the colour that a token (`--ink`) has at the moment of drawing, as a CSS colour. */
export type Colour = (token: string) => string;

/** Draws on a canvas; gives what takes the drawing away again. */
export type Draw<Source> = (canvas: HTMLCanvasElement, source: Source, colour: Colour) => () => void;

/**
 * The place of a chart on a page: Chart.js comes only here, on demand and after the figures; the chart is drawn again
 * where the page's colours change, and light on paper, whatever the screen. Where the drawing cannot be loaded it says
 * so, and the table beside it has the same figures.
 */
export class ChartFrame<Source> {
  readonly #root: HTMLElement;
  readonly #load: () => Promise<Draw<Source>>;
  #source: Source | undefined;
  #clear: () => void = () => undefined;
  #loading: Promise<Draw<Source>> | undefined;
  #loaded: Draw<Source> | undefined;

  /** Takes the element that holds `[data-chart]` and `[data-chart-fault]`, and what brings the drawing. */
  constructor(root: HTMLElement, load: () => Promise<Draw<Source>>) {
    this.#root = root;
    this.#load = load;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void this.#draw('page'));
    window.addEventListener('beforeprint', () => void this.#draw('light'));
    window.addEventListener('afterprint', () => void this.#draw('page'));
  }

  async show(source: Source): Promise<void> {
    this.#source = source;
    await this.#draw('page');
  }

  async #draw(scheme: 'page' | 'light'): Promise<void> {
    const fault = need(this.#root, '[data-chart-fault]');
    const probe = document.createElement('span');
    try {
      this.#loading ??= this.#load();
      // Before printing there is no time to wait: once loaded, the drawing is made in the same turn.
      if (!this.#loaded) this.#loaded = await this.#loading;
      if (this.#source === undefined) return;
      this.#clear();
      probe.className = scheme === 'light' ? 'chart-probe light-probe' : 'chart-probe';
      this.#root.append(probe);
      this.#clear = this.#loaded(need<HTMLCanvasElement>(this.#root, '[data-chart]'), this.#source, (token) => {
        probe.style.color = `var(${token})`;
        return getComputedStyle(probe).color;
      });
      fault.hidden = true;
    } catch {
      this.#loading = undefined;
      fault.hidden = false;
    } finally {
      probe.remove();
    }
  }
}

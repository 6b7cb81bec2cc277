import { ganttBar, type GanttScale } from '../../charts/gantt.ts';
import type { PlanRow } from '../../domain/plan-rows.ts';

const SVG = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function drawing(className: string, height: number, ...shapes: SVGElement[]): SVGElement {
  // The words of the row say the same: the drawing is for the eye alone.
  const made = shape('svg', { class: className, width: '100%', height: String(height), 'aria-hidden': 'true' });
  made.append(...shapes);
  return made;
}

function grid({ ticks, deadlines }: GanttScale): SVGElement[] {
  return [
    ...ticks.map(({ at }) => shape('line', { class: 'gantt-tick', x1: `${at}%`, x2: `${at}%`, y1: '0', y2: '100%' })),
    ...deadlines.map(({ at }) =>
      shape('line', { class: 'gantt-deadline', x1: `${at}%`, x2: `${at}%`, y1: '0', y2: '100%' }),
    ),
  ];
}

/** The scale above the bars: the names of the months, and below them the codes of the phases at their deadlines. */
export function drawScale(scale: GanttScale): SVGElement {
  const name = (at: number, y: string, className: string, text: string): SVGElement =>
    shape(
      'text',
      { class: className, x: `${at}%`, y, 'text-anchor': at > 92 ? 'end' : at < 4 ? 'start' : 'middle' },
      text,
    );
  return drawing(
    'gantt-scale',
    40,
    ...grid(scale).map((line) => {
      line.setAttribute('y1', '32');
      return line;
    }),
    ...scale.ticks.map(({ at, label }) => name(at, '13', 'gantt-month', label)),
    ...scale.deadlines.map(({ at, code }) => name(at, '29', 'gantt-code', code)),
  );
}

/** The bar of one row on the common scale; its own deadline is the strong line. Nothing where it has no dates. */
export function drawBar(row: PlanRow, scale: GanttScale): SVGElement[] {
  const bar = ganttBar(row, scale);
  if (bar === null) return [];
  const own = scale.deadlines.find(({ date }) => date === row.deadline?.date);
  const isTurned = row.problems.includes('endsBeforeStart');
  const mark = bar.isPoint
    ? shape('circle', { class: 'gantt-bar', cx: `${bar.from}%`, cy: '10', r: '6' })
    : shape('rect', {
        class: isTurned ? 'gantt-bar gantt-turned' : 'gantt-bar',
        x: `${bar.from}%`,
        y: '4',
        width: `${Math.max(0.6, bar.to - bar.from)}%`,
        height: '12',
      });
  return [
    drawing(
      'gantt-row',
      20,
      ...grid(scale),
      mark,
      ...(own ? [shape('line', { class: 'gantt-own', x1: `${own.at}%`, x2: `${own.at}%`, y1: '0', y2: '100%' })] : []),
    ),
  ];
}

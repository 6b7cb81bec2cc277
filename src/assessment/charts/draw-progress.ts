import {
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartArea,
  type Plugin,
  type PointStyle,
} from 'chart.js';
import { timeTicks, type ProgressChart } from './progress.ts';

Chart.register(Legend, LinearScale, LineController, LineElement, PointElement);

/** Colours of the page at the moment of drawing, as CSS colours. */
export interface ProgressPalette {
  readonly ink: string;
  readonly rule: string;
  readonly paper: string;
  /** One a phase. */
  readonly lines: readonly string[];
}

/** The lines can be told apart without colour: each phase has a dash and a point of its own. */
const LINES: readonly { readonly dash: readonly number[]; readonly point: PointStyle }[] = [
  { dash: [], point: 'circle' },
  { dash: [9, 4], point: 'rect' },
  { dash: [2, 3], point: 'triangle' },
  { dash: [12, 3, 2, 3], point: 'rectRot' },
  { dash: [5, 2], point: 'star' },
];

const GOAL = 'Meta: 100\u00a0%';
/** Pixels that the name of a month needs on the scale of time. */
const TICK_WIDTH = 84;
/** Pixels above the drawing for the goal's name and the deadlines' names, one line each. */
const HEAD = 38;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (box: Box, area: ChartArea, width: number): boolean =>
  box.left >= area.left && box.right <= width && box.top >= area.top && box.bottom <= area.bottom;

/** The goal as a line at 100 %, and an upright line at the deadline of each phase, with its name where it has room. */
function goalAndDeadlines(source: ProgressChart, palette: ProgressPalette): Plugin<'line'> {
  return {
    id: 'goalAndDeadlines',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, width } = chart;
      const { x, y } = chart.scales;
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.fillStyle = palette.ink;
      ctx.lineWidth = 2;
      const top = y.getPixelForValue(100);
      ctx.beginPath();
      ctx.moveTo(chartArea.left, top);
      ctx.lineTo(chartArea.right, top);
      ctx.stroke();
      ctx.font = '600 12px sans-serif';
      ctx.textBaseline = 'bottom';
      ctx.textAlign = 'left';
      const marks = source.marks.map((mark) => ({ ...mark, at: x.getPixelForValue(mark.day) }));
      const boxesOf = (name: (mark: (typeof marks)[number]) => string) =>
        marks.map((mark) => {
          const text = name(mark);
          const half = ctx.measureText(text).width / 2;
          // A name near an edge moves inwards; its line stays where the day is.
          const centre = Math.min(Math.max(mark.at, half), width - half - 2);
          return { text, centre, left: centre - half - 4, right: centre + half + 4, top: 0, bottom: 1 };
        });
      const collide = (boxes: readonly Box[]): boolean =>
        boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
      const candidates = [boxesOf(({ label }) => `Plazo: ${label}`), boxesOf(({ label }) => label)];
      const names = candidates.find((boxes) => !collide(boxes)) ?? boxesOf(({ code }) => code);
      ctx.lineWidth = 1;
      ctx.setLineDash([3, 3]);
      ctx.textAlign = 'center';
      marks.forEach(({ at }, index) => {
        const name = names[index];
        ctx.beginPath();
        ctx.moveTo(at, top - HEAD + 18);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        if (name) ctx.fillText(name.text, name.centre, top - HEAD + 17);
      });
      ctx.setLineDash([]);
      ctx.textAlign = 'left';
      // Last, and on paper of its own, so that the line of a deadline does not run through the words.
      const at = chartArea.left + 4;
      ctx.fillStyle = palette.paper;
      ctx.fillRect(at - 2, top - 17, ctx.measureText(GOAL).width + 4, 15);
      ctx.fillStyle = palette.ink;
      ctx.fillText(GOAL, at, top - 3);
      ctx.restore();
    },
  };
}

interface Place {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Where words of this width may stand beside a point: above, below, beside it, aslant, the best first. */
function around(words: string, x: number, y: number, wide: number): Place[] {
  const half = wide / 2 + 2;
  const centres: [number, number][] = [
    [x, y - 14],
    [x, y + 14],
    [x + half + 8, y],
    [x - half - 8, y],
    [x + half + 8, y + 12],
    [x + half + 8, y - 12],
    [x - half - 8, y + 12],
    [x - half - 8, y - 12],
  ];
  return centres.map(([cx, cy]) => ({
    words,
    x: cx,
    y: cy,
    box: { left: cx - half, right: cx + half, top: cy - 7, bottom: cy + 7 },
  }));
}

/** Writes the values beside their points, the latest first, wherever none covers another; the table has them all. */
function valueLabels(source: ProgressChart, palette: ProgressPalette): Plugin<'line'> {
  return {
    id: 'valueLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, width } = chart;
      ctx.save();
      ctx.font = '600 12px sans-serif';
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'center';
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = palette.paper;
      const points = source.series.flatMap(({ code, points: of }, line) =>
        chart.getDatasetMeta(line).data.flatMap((element, cutoff) => {
          const point = of[cutoff];
          if (!point || point.percent === null) return [];
          return [{ line, cutoff, code, text: point.text, x: element.x, y: element.y }];
        }),
      );
      const taken: Box[] = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
      const uprights: Box[] = source.marks.map(({ day }) => {
        const at = chart.scales['x']?.getPixelForValue(day) ?? 0;
        return { left: at - 2, right: at + 2, top: chartArea.top, bottom: chartArea.bottom };
      });
      const said = new Set<string>();
      const newest = source.cutoffs.length - 1;
      for (const { line, cutoff, code, text, x, y } of points.sort((a, b) => b.cutoff - a.cutoff)) {
        // Lines that meet in one point have one value: it is written once, and no line claims it.
        const meeting = points.filter((other) => other.x === x && other.y === y);
        const spot = `${x} ${y}`;
        if (said.has(spot)) continue;
        const named = cutoff === newest && meeting.length === 1 ? [`${code} ${text}`, text] : [text];
        const free = (box: Box, others: readonly Box[]): boolean =>
          within(box, chartArea, width) && !others.some((other) => overlap(other, box));
        const places = named.flatMap((words) => around(words, x, y, ctx.measureText(words).width));
        // Rather beside the line of a deadline than across it, but rather across it than not at all.
        const place =
          places.find(({ box }) => free(box, [...taken, ...uprights])) ?? places.find(({ box }) => free(box, taken));
        if (!place) continue;
        said.add(spot);
        taken.push(place.box);
        ctx.strokeText(place.words, place.x, place.y);
        ctx.fillStyle = meeting.length === 1 ? (palette.lines[line] ?? palette.ink) : palette.ink;
        ctx.fillText(place.words, place.x, place.y);
      }
      ctx.restore();
    },
  };
}

/** Draws the chart on a canvas, without movement; gives what takes it away again. */
export function drawProgress(canvas: HTMLCanvasElement, source: ProgressChart, palette: ProgressPalette): () => void {
  let monthNames: ReadonlyMap<number, string> = new Map();
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: source.series.map(({ label, code, points }, index) => {
        const style = LINES[index % LINES.length];
        const colour = palette.lines[index % palette.lines.length] ?? palette.ink;
        return {
          label: `${label} (${code})`,
          data: points.map(({ percent }, cutoff) => ({ x: source.cutoffs[cutoff]?.day ?? 0, y: percent })),
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 2,
          borderDash: [...(style?.dash ?? [])],
          pointStyle: style?.point ?? 'circle',
          pointRadius: 5,
          pointBorderWidth: 2,
          clip: false as const,
          ...(source.isStepped === true && { stepped: 'before' as const, spanGaps: true }),
        };
      }),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: HEAD, right: 16 } },
      plugins: {
        legend: {
          position: 'bottom',
          labels: {
            color: palette.ink,
            usePointStyle: true,
            // The point alone, whole: a dash around so small a mark would hide its form.
            generateLabels: (drawn) =>
              Chart.defaults.plugins.legend.labels.generateLabels(drawn).map((label) => ({ ...label, lineDash: [] })),
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: source.first,
          max: source.last,
          ticks: {
            color: palette.ink,
            autoSkip: false,
            maxRotation: 0,
            callback: (value) => monthNames.get(Number(value)) ?? '',
          },
          grid: { color: palette.rule },
          afterBuildTicks: (axis) => {
            const most = Math.max(2, Math.floor(axis.chart.width / TICK_WIDTH));
            const ticks = timeTicks(source.first, source.last, most);
            monthNames = new Map(ticks.map(({ day, label }) => [day, label]));
            axis.ticks = ticks.map(({ day }) => ({ value: day }));
          },
        },
        y: {
          min: 0,
          max: 100,
          ticks: { color: palette.ink, stepSize: 25, callback: (value) => `${value}\u00a0%` },
          grid: { color: palette.rule },
        },
      },
    },
    plugins: [goalAndDeadlines(source, palette), valueLabels(source, palette)],
  });
  return () => chart.destroy();
}

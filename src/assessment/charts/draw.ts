import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, type Plugin } from 'chart.js';
import type { Status } from '../domain/answer.ts';
import type { RemainingChart } from './remaining.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** Colours of the page at the moment of drawing, as CSS colours. */
export interface Palette {
  readonly ink: string;
  readonly rule: string;
  readonly edge: string;
  readonly fills: Readonly<Record<Status, string>>;
  readonly inks: Readonly<Record<Status, string>>;
}

/** Pieces narrower than this, in pixels, have no room for their number; the table beside the chart has it. */
const NARROWEST_LABELLED = 13;

/** Writes each count in its own piece of the bar, so that the chart can be read on paper and without pointing at it. */
function countLabels(source: RemainingChart, palette: Palette): Plugin<'bar'> {
  return {
    id: 'countLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = '600 12px sans-serif';
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      source.series.forEach(({ status, counts }, index) => {
        ctx.fillStyle = palette.inks[status];
        chart.getDatasetMeta(index).data.forEach((element, phase) => {
          const { x, y, base } = element.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number };
          const count = counts[phase] ?? 0;
          if (count > 0 && Math.abs(x - base) >= NARROWEST_LABELLED) ctx.fillText(String(count), (x + base) / 2, y);
        });
      });
      ctx.restore();
    },
  };
}

/** Marks on each bar where its goal is: all that applies, met. */
function goalMarks(source: RemainingChart, palette: Palette): Plugin<'bar'> {
  return {
    id: 'goalMarks',
    afterDatasetsDraw(chart) {
      const scale = chart.scales['x'];
      if (!scale) return;
      const { ctx } = chart;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.fillStyle = palette.ink;
      ctx.lineWidth = 2.5;
      ctx.font = '600 11px sans-serif';
      ctx.textBaseline = 'bottom';
      ctx.textAlign = 'center';
      source.goals.forEach((goal, phase) => {
        const bar = chart.getDatasetMeta(0).data[phase];
        if (!bar || goal === 0) return;
        const { y, height } = bar.getProps(['y', 'height'], true) as { y: number; height: number };
        const x = scale.getPixelForValue(goal);
        ctx.beginPath();
        ctx.moveTo(x, y - height / 2 - 4);
        ctx.lineTo(x, y + height / 2 + 4);
        ctx.stroke();
        ctx.fillText('meta', x, y - height / 2 - 4);
      });
      ctx.restore();
    },
  };
}

/** Draws the chart on a canvas, without movement; gives what takes it away again. */
export function drawRemaining(canvas: HTMLCanvasElement, source: RemainingChart, palette: Palette): () => void {
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...source.labels],
      datasets: source.series.map(({ status, label, counts }) => ({
        label,
        data: [...counts],
        backgroundColor: palette.fills[status],
        borderColor: palette.edge,
        borderWidth: 1,
        barPercentage: 0.62,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 6, right: 12 } },
      plugins: { legend: { position: 'bottom', labels: { color: palette.ink, boxWidth: 16 } } },
      scales: {
        x: {
          stacked: true,
          title: { display: true, text: 'Criterios', color: palette.ink },
          ticks: { color: palette.ink, precision: 0 },
          grid: { color: palette.rule },
        },
        y: { stacked: true, ticks: { color: palette.ink }, grid: { display: false } },
      },
    },
    plugins: [countLabels(source, palette), goalMarks(source, palette)],
  });
  return () => chart.destroy();
}

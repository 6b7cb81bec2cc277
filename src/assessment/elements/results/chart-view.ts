import type { RemainingChart } from '../../charts/remaining.ts';
import type { Status } from '../../domain/answer.ts';
import { part } from '../../../kit/browser/part.ts';
import { ChartFrame, type Colour } from '../../../kit/browser/chart-frame.ts';

/** Token of each colour, for the bar and for the number on it. */
const FILLS: Record<Status, [fill: string, ink: string]> = {
  met: ['--action', '--action-ink'],
  partial: ['--chart-partial', '--ink'],
  unmet: ['--chart-unmet', '--paper'],
  pending: ['--paper', '--ink'],
  notApplicable: ['--rule', '--ink'],
};

/** The chart of the results. */
export class ChartView extends ChartFrame<RemainingChart> {
  constructor(root: HTMLElement) {
    super(root, async () => {
      const { drawRemaining } = await part(() => import('../../charts/draw.ts'));
      return (canvas, chart, colour) => drawRemaining(canvas, chart, palette(colour));
    });
  }
}

function palette(colour: Colour) {
  const entries = Object.entries(FILLS) as [Status, [string, string]][];
  return {
    ink: colour('--ink'),
    rule: colour('--rule'),
    edge: colour('--edge'),
    fills: Object.fromEntries(entries.map(([status, [fill]]) => [status, colour(fill)])) as Record<Status, string>,
    inks: Object.fromEntries(entries.map(([status, [, ink]]) => [status, colour(ink)])) as Record<Status, string>,
  };
}

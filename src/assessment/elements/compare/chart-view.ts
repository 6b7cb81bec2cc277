import type { ProgressChart } from '../../charts/progress.ts';
import { part } from '../../../kit/browser/part.ts';
import { ChartFrame } from '../../../kit/browser/chart-frame.ts';

/** Token of the colour of each phase's line. */
const LINES = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5'];

/** The chart of the phases over the cut-off dates. */
export class ChartView extends ChartFrame<ProgressChart> {
  constructor(root: HTMLElement) {
    super(root, async () => {
      const { drawProgress } = await part(() => import('../../charts/draw-progress.ts'));
      return (canvas, chart, colour) =>
        drawProgress(canvas, chart, {
          ink: colour('--ink'),
          rule: colour('--rule'),
          paper: colour('--paper'),
          lines: LINES.map(colour),
        });
    });
  }
}

import { longDate } from '../../kit/words/dates.ts';
import { openLine } from '../copy/plan-page.ts';
import { dayNumber } from '../../kit/values/calendar-date.ts';
import { toNumber } from '../../kit/values/fraction.ts';
import { shownPercent } from '../../assessment/domain/percent.ts';
import type { SectionScore } from '../../assessment/domain/scoring.ts';
import type { Outlook } from '../domain/what-if.ts';
import type { ProgressChart } from '../../assessment/charts/progress.ts';

/** Room left free at both ends of the scale of time, as a share of the whole. */
const MARGIN = 0.04;
/** The shortest stretch of time that is drawn, in days. */
const SHORTEST = 92;

/** What the plan promises at one moment. */
interface Moment {
  readonly date: string;
  readonly name: string;
  /** One a phase, in the outlook's order. */
  readonly scores: readonly SectionScore[];
  /** The deadline of a phase falls on it. */
  readonly isDeadline: boolean;
}

/**
 * The moments that say something, in order: the cut-off date as the answers stand; the same day with what the plan ends
 * on it, where that changes a figure; then each later day on which a figure changes or a deadline falls.
 */
function momentsOf({ dates, phases }: Outlook, cutoffDate: string): Moment[] {
  const day = longDate(cutoffDate);
  const deadlines = new Set(phases.map(({ deadline }) => deadline.date));
  const moments: Moment[] = [
    {
      date: cutoffDate,
      name: `${day} (fecha de corte)`,
      scores: phases.map(({ now }) => now),
      isDeadline: deadlines.has(cutoffDate),
    },
  ];
  const differs = (scores: readonly SectionScore[]): boolean =>
    scores.some((score, index) => shownPercent(score) !== shownPercent(moments.at(-1)?.scores[index] ?? score));
  const scoresAt = (index: number): SectionScore[] => phases.map(({ points, now }) => points[index]?.score ?? now);
  const due = dates.filter((date) => date <= cutoffDate).length - 1;
  if (due >= 0 && differs(scoresAt(due))) {
    const name = `${day}, con lo que termina ese día`;
    moments.push({ date: cutoffDate, name, scores: scoresAt(due), isDeadline: false });
  }
  dates.forEach((date, index) => {
    const isDeadline = deadlines.has(date);
    const scores = scoresAt(index);
    if (date > cutoffDate && (isDeadline || differs(scores))) {
      moments.push({ date, name: longDate(date), scores, isDeadline });
    }
  });
  return moments;
}

/**
 * Takes what a plan promises and the cut-off date (`YYYY-MM-DD`); gives the chart «Hasta dónde llega cada fase»: each
 * phase as steps, with a point where its figure changes, and the deadlines as marks.
 */
export function outlookChart(outlook: Outlook, cutoffDate: string): ProgressChart {
  const moments = momentsOf(outlook, cutoffDate);
  const days = moments.map(({ date }) => dayNumber(date));
  const deadlines = outlook.phases.map(({ section, deadline }) => ({
    label: section.shortName,
    code: section.code,
    day: dayNumber(deadline.date),
  }));
  const [from, to] = [
    Math.min(...days, ...deadlines.map(({ day }) => day)),
    Math.max(...days, ...deadlines.map(({ day }) => day)),
  ];
  const spare = Math.max(0, SHORTEST - (to - from)) / 2 + (to - from) * MARGIN;
  return {
    cutoffs: moments.map(({ name }, index) => ({ id: String(index), name, day: days[index] ?? 0 })),
    series: outlook.phases.map(({ section, deadline }, phase) => ({
      label: section.shortName,
      code: section.code,
      points: moments.map(({ scores }, index) => {
        const text = textAt(scores, phase);
        const isSame = index > 0 && text === textAt(moments[index - 1]?.scores ?? [], phase);
        // The last one stays, so that each line runs on to the end.
        if (isSame && index < moments.length - 1) return { percent: null, text: '' };
        const percent = scores[phase]?.percent ?? null;
        return { percent: percent && toNumber(percent), text };
      }),
      deadline: longDate(deadline.date),
    })),
    marks: [...new Set(deadlines.map(({ day }) => day))]
      .sort((a, b) => a - b)
      .map((day) => {
        const of = deadlines.filter((each) => each.day === day);
        return { day, label: of.map(({ label }) => label).join(', '), code: of.map(({ code }) => code).join(' ') };
      }),
    beyond: [],
    first: from - spare,
    last: to + spare,
    isStepped: true,
  };
}

function textAt(scores: readonly SectionScore[], phase: number): string {
  const score = scores[phase];
  return score ? shownPercent(score) : '';
}

/** The same figures as a table: a row a moment. `isMain` marks those that stand there before the person asks for all. */
export function outlookTable(
  outlook: Outlook,
  cutoffDate: string,
): { head: string[]; rows: { cells: string[]; isMain: boolean }[] } {
  return {
    head: ['Fecha', ...outlook.phases.map(({ section }) => section.shortName)],
    rows: momentsOf(outlook, cutoffDate).map(({ name, scores, isDeadline }, index) => ({
      cells: [isDeadline && index > 0 ? `${name} (plazo)` : name, ...scores.map((score) => shownPercent(score))],
      isMain: index === 0 || isDeadline,
    })),
  };
}

/** What becomes of each phase, a row each: now, at its deadline, when it comes to its goal, and what keeps it from it. */
export function outlookPhases(outlook: Outlook, cutoffDate: string): { id: string; cells: string[] }[] {
  return outlook.phases.map(({ section, deadline, now, atDeadline, reachedOn, open }) => ({
    id: section.id,
    cells: [
      section.name,
      shownPercent(now),
      longDate(deadline.date),
      deadline.date < cutoffDate ? 'El plazo ya pasó' : shownPercent(atDeadline),
      now.percent === null
        ? 'No aplica'
        : now.complete
          ? 'Ya está en 100\u00a0%'
          : reachedOn === null
            ? `No llega: ${openLine(open)}`
            : `${longDate(reachedOn)}${reachedOn > deadline.date ? ', después del plazo' : ''}`,
    ],
  }));
}

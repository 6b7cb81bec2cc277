import { cutoffNames } from '../copy/comparison.ts';
import { longDate, monthNames } from '../../kit/words/dates.ts';
import { dayNumber } from '../../kit/values/calendar-date.ts';
import { toNumber } from '../../kit/values/fraction.ts';
import { shownPercent } from '../domain/percent.ts';
import type { Progress } from '../domain/progress.ts';

/** A day on the scale of time, counted from 1 January 1970. */
type Day = number;

/** «¿Cómo ha ido cada fase?»: the percentage of each phase at each cut-off date, as plain data. */
export interface ProgressChart {
  /** The earliest first. */
  readonly cutoffs: readonly { readonly id: string; readonly name: string; readonly day: Day }[];
  /** One a phase; `points` has one a cut-off. `percent` is for the drawing, `text` for people; null: no criterion applies. */
  readonly series: readonly {
    readonly label: string;
    readonly code: string;
    readonly points: readonly { readonly percent: number | null; readonly text: string }[];
    /** As text, for the table. */
    readonly deadline: string;
  }[];
  /** The deadlines that fall within the drawing; phases that share a day share a mark. */
  readonly marks: readonly { readonly day: Day; readonly label: string; readonly code: string }[];
  /** Names of the phases whose deadline is too far from every cut-off to be drawn. */
  readonly beyond: readonly string[];
  /** The ends of the scale of time. */
  readonly first: Day;
  readonly last: Day;
  /** True where a value holds until the next day that has one; a point without a value is then no gap in its line. */
  readonly isStepped?: boolean;
}

/** How far from the cut-offs a deadline may lie and still be drawn, in days: half a year at least. */
const NEAR = 183;
/** The shortest stretch of time that is drawn, in days. */
const SHORTEST = 92;
/** Room left free at both ends, as a share of the whole. */
const MARGIN = 0.04;

/**
 * Takes the progress of an entity; gives its chart. Deadlines are those of the latest cut-off's order. A deadline is
 * drawn where it lies no further from the cut-offs than they span themselves: years of empty chart would press the
 * lines into a corner, and the table has every deadline.
 */
export function progressChart({ cutoffs, phases }: Progress): ProgressChart {
  const headers = cutoffs.map(({ assessment }) => assessment);
  const names = cutoffNames(headers);
  const days = headers.map(({ cutoffDate }) => dayNumber(cutoffDate));
  const [earliest, latest] = days.length === 0 ? [0, 0] : [Math.min(...days), Math.max(...days)];
  const reach = Math.max(latest - earliest, NEAR);

  const order = headers.at(-1)?.entity.order ?? 'nacional';
  const deadlines = phases.flatMap(({ section }) => {
    const date = section.deadlines?.[order].date;
    return date === undefined ? [] : [{ label: section.shortName, code: section.code, day: dayNumber(date) }];
  });
  const isNear = (day: Day): boolean => day >= earliest - reach && day <= latest + reach;
  const near = deadlines.filter(({ day }) => isNear(day));
  const drawn = [...days, ...near.map(({ day }) => day)];
  const [from, to] = [Math.min(earliest, ...drawn), Math.max(latest, ...drawn)];
  const spare = Math.max(0, SHORTEST - (to - from)) / 2 + (to - from) * MARGIN;
  return {
    cutoffs: headers.map(({ id }, index) => ({ id, name: names[index] ?? '', day: days[index] ?? 0 })),
    series: phases.map(({ section, scores }) => ({
      label: section.shortName,
      code: section.code,
      points: scores.map((score) => ({
        percent: score.percent && toNumber(score.percent),
        text: shownPercent(score),
      })),
      deadline: section.deadlines ? longDate(section.deadlines[order].date) : '',
    })),
    marks: [...new Set(near.map(({ day }) => day))]
      .sort((a, b) => a - b)
      .map((day) => {
        const of = near.filter((deadline) => deadline.day === day);
        return { day, label: of.map(({ label }) => label).join(', '), code: of.map(({ code }) => code).join(' ') };
      }),
    beyond: deadlines.filter(({ day }) => !isNear(day)).map(({ label }) => label),
    first: from - spare,
    last: to + spare,
  };
}

/** The chart as a table: a heading, a row a cut-off with the same figures, and at the foot the deadline of each phase. */
export function progressTable(chart: ProgressChart): { head: string[]; rows: string[][]; foot: string[] } {
  return {
    head: ['Fecha de corte', ...chart.series.map(({ label }) => label)],
    rows: chart.cutoffs.map(({ name }, index) => [
      name,
      ...chart.series.map(({ points }) => points[index]?.text ?? ''),
    ]),
    foot: ['Plazo', ...chart.series.map(({ deadline }) => deadline)],
  };
}

/** Steps between the marks of the scale of time, in months. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
const DAY_MS = 86_400_000;

/**
 * Takes both ends of the scale and how many marks have room; gives the first days of months, evenly far apart, with
 * their names: «oct 2009», or the year alone where they are years apart.
 */
export function timeTicks(first: Day, last: Day, most: number): { day: Day; label: string }[] {
  const monthOf = (day: Day): number => {
    const date = new Date(day * DAY_MS);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const dayOf = (month: number): Day => Date.UTC(Math.floor(month / 12), month % 12) / DAY_MS;
  const [from, to] = [monthOf(Math.ceil(first)), monthOf(Math.floor(last))];
  const ticksOf = (step: number): number[] => {
    const start = Math.ceil(from / step) * step;
    return Array.from({ length: Math.max(0, Math.floor((to - start) / step) + 1) }, (_, n) => start + n * step).filter(
      (month) => dayOf(month) >= first && dayOf(month) <= last,
    );
  };
  const step = STEPS.find((each) => ticksOf(each).length <= most) ?? 1200;
  return ticksOf(step).map((month) => ({
    day: dayOf(month),
    label:
      step >= 12
        ? String(Math.floor(month / 12))
        : `${(monthNames[month % 12] ?? '').slice(0, 3)} ${Math.floor(month / 12)}`,
  }));
}

import { dayNumber } from '../../kit/values/calendar-date.ts';
import type { PlanRow } from '../domain/plan-rows.ts';
import { timeTicks } from '../../assessment/charts/progress.ts';

/** A place on the scale, in percent of its width. */
type Place = number;

/** One scale of time for all bars of a plan. */
export interface GanttScale {
  /** `YYYY-MM-DD`: the ends of what is drawn. */
  readonly first: string;
  readonly last: string;
  /** First days of months, with their names. */
  readonly ticks: readonly { readonly at: Place; readonly label: string }[];
  /** Deadlines of phases that some activity has; phases that share a day share a mark. */
  readonly deadlines: readonly { readonly at: Place; readonly date: string; readonly code: string }[];
}

/** Where an activity stands on the scale. A bar of one day, or of one date alone, has no length. */
export interface GanttBar {
  readonly from: Place;
  readonly to: Place;
  /** True where it has only one of both dates: it is drawn as a mark. */
  readonly isPoint: boolean;
}

/** The most names of months that have room above the bars. */
const MOST_TICKS = 8;

function datesOf({ activity }: PlanRow): string[] {
  return [activity.start, activity.end].filter((date) => date !== '');
}

/**
 * Takes the plan's rows and the deadline and code of each phase; gives the scale on which all of its bars are drawn, or
 * null where no row has a date. A deadline that lies outside of the activities makes the scale longer: whoever looks at
 * a bar wants to know on which side of its deadline it ends.
 */
export function ganttScale(
  rows: readonly PlanRow[],
  phases: readonly { readonly code: string; readonly date: string }[],
): GanttScale | null {
  const own = rows.flatMap(datesOf);
  if (own.length === 0) return null;
  const needed = new Set(rows.filter((row) => datesOf(row).length > 0).map(({ deadline }) => deadline?.date));
  const due = phases.filter(({ date }) => needed.has(date));
  const all = [...own, ...due.map(({ date }) => date)].sort();
  const [first = '', last = ''] = [all[0], all.at(-1)];
  const scale = { first, last };
  const [start, end] = endsOf(scale);
  return {
    ...scale,
    ticks: timeTicks(start, end, MOST_TICKS).map(({ day, label }) => ({ at: placeOf(day, start, end), label })),
    deadlines: [...new Set(due.map(({ date }) => date))].sort().map((date) => ({
      at: placeOf(dayNumber(date), start, end),
      date,
      code: due
        .filter((each) => each.date === date)
        .map(({ code }) => code)
        .join(' '),
    })),
  };
}

/** Both ends in days, with some room, so that what stands at an end can be seen. */
function endsOf({ first, last }: Pick<GanttScale, 'first' | 'last'>): [number, number] {
  const [start, end] = [dayNumber(first), dayNumber(last)];
  const spare = Math.max(7, (end - start) * 0.02);
  return [start - spare, end + spare];
}

function placeOf(day: number, start: number, end: number): Place {
  return Math.round(((day - start) / (end - start)) * 10_000) / 100;
}

/** Takes a row and the scale; gives its bar, or null where it has no date. One that ends before it starts is turned round. */
export function ganttBar(row: PlanRow, scale: Pick<GanttScale, 'first' | 'last'>): GanttBar | null {
  const [one, other] = datesOf(row);
  if (one === undefined) return null;
  const [start, end] = endsOf(scale);
  const places = [dayNumber(one), dayNumber(other ?? one)].map((day) => placeOf(day, start, end));
  return { from: Math.min(...places), to: Math.max(...places), isPoint: other === undefined };
}

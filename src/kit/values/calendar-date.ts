/** Why three typed parts are no date. */
export type DateProblem = 'blank' | 'notNumeric' | 'impossible' | 'outOfRange';

export type DateResult =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly problem: DateProblem };

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Takes day, month and year as typed; gives `YYYY-MM-DD`, or why there is no such day. */
export function dateFromParts(day: string, month: string, year: string): DateResult {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return { ok: false, problem: 'blank' };
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return { ok: false, problem: 'notNumeric' };
  const [d, m, y] = parts.map(Number) as [number, number, number];
  if (y < FIRST_YEAR || y > LAST_YEAR) return { ok: false, problem: 'outOfRange' };
  const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return isCalendarDate(iso) ? { ok: true, date: iso } : { ok: false, problem: 'impossible' };
}

/** True where the text is `YYYY-MM-DD` and that day exists (30 de febrero does not). */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [y, m, d] = match.slice(1).map(Number) as [number, number, number];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return d >= 1 && d <= (days[m - 1] ?? 0);
}

const DAY_MS = 86_400_000;

/** Takes `YYYY-MM-DD`; gives the days since 1 January 1970, so that dates can be put on a true scale of time. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

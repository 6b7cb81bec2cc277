import * as z from 'zod/mini';

/** The pieces of which the schemas of the assessment file are made. What JSON Schema can say is an expression. */

/** A day that exists, leap years and all: as an expression, so that the published JSON Schema says it too. */
const DAY =
  '(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29|' +
  '[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])))';
/** `YYYY-MM`. */
export const EXISTING_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
export const EXISTING_DAY = new RegExp(`^${DAY}$`);
/** Not left to `Date.parse`: browsers do not agree on 30 February. */
const INSTANT = new RegExp(`^${DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?Z$`);

/** A text of so many characters at most. */
export function text(maximum: number) {
  return z
    .string({ error: 'se esperaba un texto' })
    .check(z.maxLength(maximum, { error: `se esperaba un texto de ${maximum} caracteres como máximo` }));
}

/** `YYYY-MM-DD`, a day that exists. `expected` says what should stand there where it has not even that form. */
export function calendarDate(expected: string) {
  return z.string({ error: expected }).check(
    z.refine((value) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value), { error: expected, abort: true }),
    z.regex(EXISTING_DAY, { error: 'se esperaba un día que exista' }),
  );
}

/** An instant in UTC, ISO 8601. */
export const instant = z
  .string({ error: 'se esperaba una fecha y hora como 2009-10-15T21:40:12.512Z' })
  .check(z.regex(INSTANT, { error: 'se esperaba una fecha y hora como 2009-10-15T21:40:12.512Z' }));

/** A list whose rows are counted before any is read: a file with a million rows must not hold the browser up. */
export function shortList<Row extends z.ZodMiniType>(
  row: Row,
  maximum: number,
  words: { list: string; rows: string; none?: string },
) {
  const tooMany = `se esperaban ${maximum} ${words.rows} como máximo`;
  const rows = z.array(row, { error: words.list }).check(z.maxLength(maximum, { error: tooMany }));
  return z.pipe(
    z
      .unknown()
      .check(z.refine((value) => !Array.isArray(value) || value.length <= maximum, { error: tooMany, abort: true })),
    words.none === undefined ? rows : rows.check(z.minLength(1, { error: words.none })),
  );
}

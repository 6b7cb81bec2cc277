import { dateAsText, dateOutOfRange, dateUnfinished, textTooLong } from '../../copy/plan-page.ts';
import { moneyMessage } from '../../copy/planning.ts';
import { isCalendarDate } from '../../../kit/values/calendar-date.ts';
import { readPesos, showPesos } from '../../../kit/values/money.ts';
import { activityFields, type ActivityFieldKey } from '../../fields/activity-fields.ts';
import { limitOf, type PlainField } from '../../fields/field.ts';

export type FieldElement = HTMLInputElement | HTMLTextAreaElement;

/** What stands in a field: a value to save, or why it cannot be saved. */
export type Reading =
  | { readonly ok: true; readonly value: string | bigint | null }
  /** `isEarly`: it may be on its way to something right, and is told once the person has left the field. */
  | { readonly ok: false; readonly message: string; readonly isEarly: boolean };

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

function readDate(field: FieldElement): Reading {
  const wrong = (message: string): Reading => ({ ok: false, message, isEarly: true });
  if (field.validity.badInput) return wrong(dateUnfinished);
  const text = field.value.trim();
  if (text === '') return { ok: true, value: '' };
  // Where a browser has no control for dates the field is one of text.
  if (!isCalendarDate(text)) return wrong(dateAsText);
  return text < FIRST_DAY || text > LAST_DAY ? wrong(dateOutOfRange) : { ok: true, value: text };
}

function readAmount(field: FieldElement): Reading {
  const read = readPesos(field.value);
  if (read.ok) return { ok: true, value: read.cents };
  return read.problem.kind === 'blank'
    ? { ok: true, value: null }
    : { ok: false, message: moneyMessage(read.problem), isEarly: true };
}

/** Takes a field of an activity as it stands on the page; gives its value, or why it has none. */
export function readField(key: ActivityFieldKey, element: FieldElement): Reading {
  const field: PlainField = activityFields[key];
  if (field.kind === 'date') return readDate(element);
  if (field.kind === 'amount') return readAmount(element);
  return readText(field.label, element.value, limitOf(field));
}

/** Takes a text with its name and its limit; gives it, or that it is too long. It is never cut. */
export function readText(name: string, text: string, limit: number): Reading {
  return text.length > limit
    ? { ok: false, message: textTooLong(name, text.length, limit), isEarly: false }
    : { ok: true, value: text };
}

/** A value of a field as the field shows it. */
export function shownValue(value: string | bigint | null): string {
  if (value === null) return '';
  return typeof value === 'bigint' ? showPesos(value) : value;
}

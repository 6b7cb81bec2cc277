import { expect, it } from 'vitest';
import { dayOf } from './day-of.ts';

it('an instant is of the day of the person’s own calendar, from its first minute to its last', () => {
  expect(dayOf(new Date(2009, 0, 5, 0, 0))).toBe('2009-01-05');
  expect(dayOf(new Date(2009, 0, 5, 23, 59))).toBe('2009-01-05');
  expect(dayOf(new Date(2009, 11, 31, 23, 59))).toBe('2009-12-31');
});

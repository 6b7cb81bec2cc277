import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCalendarDate } from '../values/calendar-date.ts';
import { EXISTING_DAY } from './file-parts.ts';

it('knows the days that exist by its expression as the calendar knows them, leap years and all', () => {
  const two = (value: number): string => String(value).padStart(2, '0');
  for (const year of ['0000', '0004', '1896', '1900', '2000', '2008', '2009', '2096', '2100', '2400', '9999']) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = `${year}-${two(month)}-${two(day)}`;
        expect(EXISTING_DAY.test(date), date).toBe(isCalendarDate(date));
      }
    }
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (year) => {
      const date = `${String(year).padStart(4, '0')}-02-29`;
      expect(EXISTING_DAY.test(date), date).toBe(isCalendarDate(date));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{3,5}-?[0-9]{1,3}-?[0-9]{1,3}$/),
      (text) => EXISTING_DAY.test(text) === isCalendarDate(text),
    ),
  );
});

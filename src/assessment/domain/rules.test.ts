import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFromParts, isCalendarDate } from '../../kit/values/calendar-date.ts';
import { phaseState } from './deadline.ts';
import { fraction } from '../../kit/values/fraction.ts';
import { nitCheckDigit, readNit } from '../../kit/values/nit.ts';
import { showPercent, showPoints } from './percent.ts';
import { priorities } from './priorities.ts';
import { proposals } from './profile-proposals.ts';
import { resolveProfile } from './profile.ts';
import type { Condition } from '../../instrument/instrument.ts';
import { score, scoreSection } from './scoring.ts';
import { aSection } from '../../../tests/builders/instrument.ts';

describe('a cut-off date', () => {
  it('is read from its three parts', () => {
    expect(dateFromParts(' 15', '10', '2009')).toEqual({ ok: true, date: '2009-10-15' });
    expect(dateFromParts('1', '1', '2000')).toEqual({ ok: true, date: '2000-01-01' });
    expect(dateFromParts('31', '12', '2100')).toEqual({ ok: true, date: '2100-12-31' });
  });
  it.each([
    ['', '', '', 'blank'],
    ['15', '', '2009', 'notNumeric'],
    ['quince', '10', '2009', 'notNumeric'],
    ['30', '2', '2009', 'impossible'],
    ['29', '2', '2009', 'impossible'],
    ['31', '11', '2009', 'impossible'],
    ['1', '13', '2009', 'impossible'],
    ['1', '1', '209', 'outOfRange'],
    ['31', '12', '1999', 'outOfRange'],
    ['1', '1', '2101', 'outOfRange'],
  ])('%s-%s-%s is refused: %s', (day, month, year, problem) => {
    expect(dateFromParts(day, month, year)).toEqual({ ok: false, problem });
  });
  it('knows leap years as the calendar does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const real = new Date(Date.UTC(y, m - 1, d));
          const exists = real.getUTCMonth() === m - 1 && real.getUTCDate() === d;
          const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          expect(isCalendarDate(iso)).toBe(exists);
        },
      ),
    );
  });
});

describe('a NIT', () => {
  it('is accepted however people write it', () => {
    for (const text of ['899999403-4', '899.999.403-4', '8999994034', ' 899 999 403 - 4 ', 'NIT 899.999.403-4']) {
      expect(readNit(text)).toEqual({ ok: true, nit: '899999403-4' });
    }
  });
  it('with a wrong check digit is refused, saying which one it should be', () => {
    expect(readNit('899999403-5')).toEqual({ ok: false, problem: 'wrongCheckDigit', expected: 4 });
  });
  it('that is no number, or lacks its check digit, is refused', () => {
    for (const text of ['', 'NIT', '12-3', '899999403-45', '830000167']) expect(readNit(text).ok).toBe(false);
  });
  it('has one right check digit only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), (digits) => {
        const right = [...'0123456789'].filter((digit) => readNit(`${digits}-${digit}`).ok);
        expect(right).toEqual([String(nitCheckDigit(digits))]);
      }),
    );
  });
});

describe('a shown percentage', () => {
  it('is cut, never rounded, with a decimal comma', () => {
    expect(showPercent(fraction(9996, 100), false)).toBe('99,9\u00a0%');
    expect(showPercent(fraction(125, 4), false)).toBe('31,2\u00a0%');
    expect(showPercent(fraction(1, 25), false)).toBe('<\u00a00,1\u00a0%');
    expect(showPercent(null, false)).toBe('No aplica');
    expect(showPoints(fraction(20, 7))).toBe('2,8');
  });
  it('never says 100,0 for what is not complete', () => {
    expect(showPercent(fraction(100), false)).toBe('99,9\u00a0%');
  });
});

describe('the state of a phase', () => {
  const section = aSection('informacion', 2);
  const deadline = { date: '2008-06-01', confidence: 'sin-confirmar' as const };
  const met = (ids: string[]) =>
    Object.fromEntries(ids.map((id) => [id, { kind: 'assessed' as const, met: ['a', 'b'] }]));

  it('is on time on the very day of the deadline and overdue the next', () => {
    const empty = scoreSection(section, {});
    expect(phaseState(empty, '2008-06-01', deadline)).toBe('onTime');
    expect(phaseState(empty, '2008-06-02', deadline)).toBe('overdue');
  });
  it('is achieved where complete, whatever the date, and nothing where no criterion applies', () => {
    expect(phaseState(scoreSection(section, met(['INF-01', 'INF-02'])), '2030-01-01', deadline)).toBe('achieved');
    const none = { kind: 'notApplicable' as const, justification: 'No hay' };
    expect(phaseState(scoreSection(section, { 'INF-01': none, 'INF-02': none }), '2030-01-01', deadline)).toBe(
      'notApplicable',
    );
  });
});

describe('what to do first', () => {
  it('goes by deadline, then by gain, and leaves out what is met, pending or not applicable', () => {
    const early = aSection('informacion', 3);
    const late = aSection('democracia', 2);
    const sections = [late, early];
    const answers = {
      'INF-01': { kind: 'assessed' as const, met: ['a'] },
      'INF-02': { kind: 'assessed' as const, met: [] },
      'INF-03': { kind: 'assessed' as const, met: ['a', 'b'] },
      'DEM-01': { kind: 'assessed' as const, met: [] },
    };
    const list = priorities(sections, score(sections, answers), 'nacional');
    expect(list.map(({ criterionId }) => criterionId)).toEqual(['INF-02', 'INF-01', 'DEM-01']);
    expect(list[0]?.gain).toEqual(fraction(100, 3));
  });
});

describe('the profile', () => {
  const base = { topic: '', question: '', help: '', dependsOn: null, deducedFrom: null };
  const conditions: Condition[] = [
    { ...base, id: 'orden-nacional', reasonNo: 'Es territorial.', deducedFrom: 'orden' },
    { ...base, id: 'tramites', reasonNo: 'No tiene trámites.' },
    { ...base, id: 'tramites-con-firma', reasonNo: 'Ninguno exige firma.', dependsOn: 'tramites' },
  ];
  it('takes the order from the entity and a «no» down to what depends on it', () => {
    const resolved = resolveProfile(conditions, { tramites: false, 'tramites-con-firma': true }, 'territorial');
    expect([...resolved.values()].map(({ value }) => value)).toEqual([false, false, false]);
    expect(resolveProfile(conditions, {}, 'nacional').get('tramites-con-firma')?.value).toBeUndefined();
  });
  it('leaves a condition its own answer while the one it depends on is unanswered, or answered with «yes»', () => {
    const child = (answers: Record<string, boolean>) => {
      const { value, cause } = resolveProfile(conditions, answers, 'nacional').get('tramites-con-firma') ?? {};
      return [value, cause?.id];
    };
    for (const own of [true, false]) {
      expect(child({ 'tramites-con-firma': own })).toEqual([own, 'tramites-con-firma']);
      expect(child({ tramites: true, 'tramites-con-firma': own })).toEqual([own, 'tramites-con-firma']);
    }
    expect(child({ tramites: true })).toEqual([undefined, 'tramites-con-firma']);
  });
  it('gives the reason of the condition that was answered, not of the one that follows from it', () => {
    const section = aSection('transaccion', 1, 'tramites-con-firma');
    const { toMark } = proposals([section], resolveProfile(conditions, { tramites: false }, 'nacional'), {});
    expect(toMark[0]?.condition.reasonNo).toBe('No tiene trámites.');
  });
  it('proposes, never changes: pending ones to mark, marked ones to review, answered ones stand', () => {
    const section = aSection('transaccion', 3, 'tramites');
    const answers = {
      'TRA-01': { kind: 'assessed' as const, met: ['a'] },
      'TRA-02': { kind: 'notApplicable' as const, justification: 'No tiene.' },
    };
    const proposed = (profile: Record<string, boolean>) => {
      const all = proposals([section], resolveProfile(conditions, profile, 'nacional'), answers);
      return Object.fromEntries(
        Object.entries({ ...all }).map(([kind, list]) => [kind, list.map((each) => each.criterion.id)]),
      );
    };
    expect(proposed({ tramites: false })).toEqual({ toMark: ['TRA-03'], toReview: [], overruled: ['TRA-01'] });
    expect(proposed({ tramites: true })).toEqual({ toMark: [], toReview: ['TRA-02'], overruled: [] });
    // Nobody has answered: there is nothing to propose.
    expect(proposed({})).toEqual({ toMark: [], toReview: [], overruled: [] });
  });
  it('lets the own answer stand where a condition depends on itself, by a ring of others too', () => {
    const loop: Condition[] = [{ ...base, id: 'x', reasonNo: '', dependsOn: 'x' }];
    expect(resolveProfile(loop, { x: true }, 'nacional').get('x')?.value).toBe(true);
    const ring: Condition[] = ['b', 'c', 'a'].map((dependsOn, index) => ({
      ...base,
      id: 'abc'.charAt(index),
      reasonNo: '',
      dependsOn,
    }));
    expect(resolveProfile(ring, { a: true, b: true, c: true }, 'nacional').get('a')?.value).toBe(true);
  });
});

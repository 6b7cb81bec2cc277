import { describe, expect, it } from 'vitest';
import type { CopyRecord } from '../storage/database.ts';
import { ago, copyState } from './copies.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = '2009-10-15T15:00:00.000Z';
const before = (milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();

it.each([
  [0, 'hace un momento'],
  [MINUTE - 1, 'hace un momento'],
  [MINUTE, 'hace 1 minuto'],
  [HOUR - 1, 'hace 59 minutos'],
  [HOUR, 'hace 1 hora'],
  [DAY - 1, 'hace 23 horas'],
  [DAY, 'ayer'],
  [2 * DAY, 'anteayer'],
  [3 * DAY - 1, 'anteayer'],
  [30 * DAY - 1, 'hace 29 días'],
  [30 * DAY, 'el mes pasado'],
  [60 * DAY, 'hace 2 meses'],
  [365 * DAY - 1, 'hace 12 meses'],
  [365 * DAY, 'el año pasado'],
])('%i milliseconds ago is «%s»: no unit is said before it is full', (elapsed, text) => {
  expect(ago(before(elapsed), now)).toBe(text);
});

describe('the reminder of a copy in a file', () => {
  const record = (at: string | null, revision: number): CopyRecord => ({
    assessmentId: 'x',
    at,
    revision,
    fileName: '',
    handle: null,
    fileModified: 0,
    fileRevision: null,
    outside: null,
  });
  const saved = (revision: number, modified = now) => ({ revision, modified });

  it('says that there is none, louder from the thirtieth change on', () => {
    const none = { text: 'Última copia en archivo: ninguna. Todo está solo en este navegador.', isUrgent: false };
    expect(copyState(saved(0), null, now)).toEqual(none);
    expect(copyState(saved(29), null, now)).toEqual(none);
    expect(copyState(saved(30), null, now)).toEqual({ ...none, isUrgent: true });
    // A file to be kept up to date was chosen, and nothing written yet.
    expect(copyState(saved(30), record(null, 0), now)).toEqual({ ...none, isUrgent: true });
  });

  it('counts the changes since the last one, and is louder from thirty on', () => {
    const state = (revision: number) => copyState(saved(revision), record(before(DAY), 100), now);
    const text = (since: string) => `Última copia en archivo: ayer (${since}).`;
    expect(state(100)).toEqual({ text: text('está al día'), isUrgent: false });
    expect(state(101)).toEqual({ text: text('1 cambio después'), isUrgent: false });
    expect(state(129)).toEqual({ text: text('29 cambios después'), isUrgent: false });
    expect(state(130)).toEqual({ text: text('30 cambios después'), isUrgent: true });
    // An earlier version was put in its place: the copy holds more than the list.
    expect(state(99)).toEqual({ text: text('está al día'), isUrgent: false });
  });

  it('is louder where the last change came more than seven days after the copy, and not because time passes', () => {
    const isUrgent = (revision: number, modified: string, copied: string) =>
      copyState(saved(revision, modified), record(copied, 100), now).isUrgent;
    expect(isUrgent(101, now, before(7 * DAY))).toBe(false);
    expect(isUrgent(101, now, before(7 * DAY + 1))).toBe(true);
    expect(isUrgent(101, before(90 * DAY), before(91 * DAY))).toBe(false);
    expect(isUrgent(100, now, before(8 * DAY))).toBe(false);
  });
});

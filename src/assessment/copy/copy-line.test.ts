import { describe, expect, it } from 'vitest';
import { linkedText, mayPass, savedText, type LinkedState } from './copy-line.ts';

describe('when it was saved', () => {
  const instant = new Date(2009, 9, 15, 9, 5).toISOString();

  it('is the hour of the person’s own clock on the same day, and the day with it on any other', () => {
    const hour = 'Guardado en este navegador a las 9:05.';
    expect(savedText(instant, new Date(2009, 9, 15, 0, 0))).toBe(hour);
    expect(savedText(instant, new Date(2009, 9, 15, 23, 59))).toBe(hour);
    const day = 'Guardado en este navegador el 15 de octubre de 2009, 9:05.';
    for (const other of [new Date(2009, 9, 16, 0, 0), new Date(2009, 8, 15, 9, 5), new Date(2010, 9, 15, 9, 5)]) {
      expect(savedText(instant, other)).toBe(day);
    }
  });

  it('is said in the same way of the file that is kept up to date', () => {
    const state: LinkedState = { kind: 'upToDate', fileName: 'ins.gel.json', at: instant };
    expect(linkedText(state, new Date(2009, 9, 15))).toMatch(/está al día: se guardó a las 9:05\.$/);
    expect(linkedText(state, new Date(2009, 9, 16))).toMatch(
      /está al día: se guardó el 15 de octubre de 2009, 9:05\.$/,
    );
  });
});

it('a linked file is tried again unasked where the reason may pass, and only there is it said', () => {
  const kinds = [
    'needsPermission',
    'changedOutside',
    'foreign',
    'empty',
    'gone',
    'locked',
    'partMissing',
    'failed',
  ] as const;
  const passing = kinds.filter((kind) => mayPass({ kind, fileName: 'a' }));
  expect(passing).toEqual(['empty', 'gone', 'locked', 'partMissing', 'failed']);
  const retried = kinds.filter((kind) =>
    linkedText({ kind, fileName: 'a' }, new Date()).includes('intentar cada minuto'),
  );
  expect(passing).toEqual(expect.arrayContaining(retried));
});

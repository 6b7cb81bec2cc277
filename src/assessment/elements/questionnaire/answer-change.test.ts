import { expect, it } from 'vitest';
import { BLANK, type Answer } from '../../domain/answer.ts';
import { answerChangeOf, stillHas } from './answer-change.ts';

const partial: Answer = { ...BLANK, kind: 'assessed', met: ['a', 'b'], note: 'Hay un borrador.' };

it('a change of an answer is the fields that differ, and is called by the first of them', () => {
  const all: Answer = { ...partial, met: ['a', 'b', 'c'], updatedAt: '2026-01-01T00:00:00.000Z' };
  expect(answerChangeOf(partial, all)).toEqual({
    before: { kind: 'assessed', met: ['a', 'b'] },
    after: { kind: 'assessed', met: ['a', 'b', 'c'] },
    part: 'marks',
  });
  expect(answerChangeOf(partial, { ...partial, note: '' })).toEqual({
    before: { note: 'Hay un borrador.' },
    after: { note: '' },
    part: 'note',
  });
  expect(answerChangeOf(partial, { ...partial, updatedAt: 'x' })).toBeNull();
});

it('can be taken back as long as nobody has changed the same fields since', () => {
  expect(stillHas({ ...partial, note: 'Otra' }, { met: ['a', 'b'] })).toBe(true);
  expect(stillHas({ ...partial, met: ['a'] }, { met: ['a', 'b'] })).toBe(false);
  // «No cumple» where nothing was answered changes no mark, and stands against marks all the same.
  const unmet: Answer = { ...BLANK, kind: 'assessed' };
  expect(stillHas({ ...unmet, met: ['a'] }, answerChangeOf(BLANK, unmet)?.after ?? {})).toBe(false);
});

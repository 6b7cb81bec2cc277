import { expect, it } from 'vitest';
import { savedAt } from './save-state.ts';

const now = new Date(2009, 9, 15, 14, 32);

it.each([
  [0, 'Guardado a las 14:32'],
  [1, 'Guardado a las 14:32, salvo 1 texto por corregir'],
  [2, 'Guardado a las 14:32, salvo 2 textos por corregir'],
])('says when it was saved, and what was not: %i', (unsaved, text) => {
  expect(savedAt(now, now, unsaved)).toBe(text);
});

import { expect, it } from 'vitest';
import { conflictText, undoText } from './answer-forms.ts';

it.each([
  ['notApplicable', 'assessed', 0, 'Antes estaba «No aplica».'],
  ['assessed', 'assessed', 0, 'Antes estaba «No cumple».'],
  ['assessed', 'assessed', 2, 'Se quitaron 2 marcas.'],
  ['assessed', 'notApplicable', 1, 'Las 1 marca no cuentan mientras no aplique.'],
  ['assessed', 'notApplicable', 3, 'Las 3 marcas no cuentan mientras no aplique.'],
] as const)('«Deshacer» says what it brings back: %s, %s, %i', (before, now, cleared, text) => {
  expect(undoText(before, now, cleared)).toBe(text);
});

it('another answer is told with its note, where it has one', () => {
  expect(conflictText('Cumple', ' ')).toMatch(/cambiar: Cumple\. Con «Usar la otra»/);
  expect(conflictText('Cumple', 'Falta la visión')).toMatch(/Cumple\. Observación: «Falta la visión»\. Con/);
});

import { expect, it } from 'vitest';
import { proposalsText } from './plan-proposals.ts';

it.each([
  [{ proposed: 0, pending: 9, total: 9 }, true, 'Todavía no hay respuestas en el cuestionario.'],
  [{ proposed: 1, pending: 0, total: 9 }, true, 'Hay 1 criterio que no se cumple y no tiene actividad.'],
  [{ proposed: 2, pending: 1, total: 9 }, false, 'Hay 2 criterios que no se cumplen y no tienen actividad.'],
  [{ proposed: 0, pending: 0, total: 9 }, true, 'Todos los criterios que aplican se cumplen.'],
  [{ proposed: 0, pending: 1, total: 9 }, true, 'De los criterios respondidos que aplican, ninguno está sin cumplir.'],
  [{ proposed: 0, pending: 1, total: 9 }, false, 'Cada criterio respondido que no se cumple tiene ya una actividad.'],
])('says what there is to propose: %j', (counts, isPlanEmpty, beginning) => {
  expect(proposalsText(counts, isPlanEmpty).startsWith(beginning)).toBe(true);
});

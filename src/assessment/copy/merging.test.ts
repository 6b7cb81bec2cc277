import { expect, it } from 'vitest';
import { conflictsLead, takenLine, takenSummary } from './merging.ts';

it.each([
  [takenSummary(1), 'Ver 1 criterio que se toma de la otra'],
  [takenSummary(2), 'Ver 2 criterios que se toman de la otra'],
  [takenLine('INF-01', 'Misión', false), 'INF-01 Misión'],
  [takenLine('AAA-01', undefined, true), 'AAA-01 criterio que esta versión no tiene (se juntan las anotaciones)'],
  [conflictsLead(1), '1 criterio tiene respuestas distintas. Se propone la más reciente; escoja la que vale.'],
])('%s', (said, text) => {
  expect(said).toBe(text);
});

import { describe, expect, it } from 'vitest';
import type { CheckItem, PlanCheck } from '../domain/plan-check.ts';
import { countText, foldText, stateLine } from './documents-page.ts';

/** A check in which this many items of each numeral lack something. */
function check(missing: { 1: number; 2: number }): PlanCheck {
  const item = (numeral: 1 | 2, isMissing: boolean): CheckItem => ({
    id: 'projects',
    numeral,
    anchor: '',
    words: '',
    confidence: 'circular',
    gaps: isMissing ? [{ kind: 'noProjects' }] : [],
  });
  const items = [
    ...Array.from({ length: 14 }, (_, index) => item(1, index < missing[1])),
    ...Array.from({ length: 4 }, (_, index) => item(2, index < missing[2])),
  ];
  return { items, satisfied: 18 - missing[1] - missing[2], total: 18 };
}

describe('the state of both documents', () => {
  it.each([
    [{ 1: 0, 2: 0 }, 'Completo en este navegador. No se ha enviado a ninguna entidad.'],
    [{ 1: 4, 2: 2 }, 'Faltan 6 de 18 puntos: 4 del Plan de Acción y 2 de los Proyectos.'],
    [{ 1: 1, 2: 0 }, 'Falta 1 de 18 puntos: 1 del Plan de Acción.'],
    [{ 1: 0, 2: 4 }, 'Faltan 4 de 18 puntos: 4 de los Proyectos.'],
  ])('is said in a sentence: %j', (missing, sentence) => {
    expect(stateLine(check(missing))).toBe(sentence);
  });

  it('is counted', () => {
    expect(countText(check({ 1: 5, 2: 1 }))).toBe('12 de 18 puntos completos');
    expect([foldText(1), foldText(118)]).toEqual(['Ver el otro', 'Ver los otros 118']);
  });
});

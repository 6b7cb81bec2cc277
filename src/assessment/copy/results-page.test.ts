import { expect, it } from 'vitest';
import { outcomeText, partialText, signedBy, strangersTexts } from './results-page.ts';

it.each([
  [outcomeText(0), 'Con todos los criterios respondidos en este navegador. No se ha enviado a ninguna entidad.'],
  [outcomeText(1), 'Avance parcial: 1 criterio sin responder. No se ha enviado a ninguna entidad.'],
  [partialText(0), 'Todos los criterios están respondidos.'],
  [
    partialText(2),
    'Avance parcial: 2 criterios sin responder. Los porcentajes son mínimos: pueden subir hasta el «máximo posible».',
  ],
])('%s', (said, text) => {
  expect(said).toBe(text);
});

it('leaves a line to sign on where nobody is named', () => {
  expect(signedBy({ name: 'Ana', position: '', email: '' })).toMatch(/^Responsable: Ana Cargo: _{36}$/);
});

it('says of strangers only what there is', () => {
  expect(strangersTexts([], [])).toEqual([]);
  expect(strangersTexts(['AAA-01'], [])).toHaveLength(2);
  expect(strangersTexts(['AAA-01'], ['AAA-02-a'])).toHaveLength(3);
});

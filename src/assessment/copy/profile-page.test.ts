import { expect, it } from 'vitest';
import { acceptedText, knownText, proposedText, releasedText } from './profile-page.ts';

it.each([
  [knownText(0, 1), '0 de 1 respondida.'],
  [knownText(5, 9), '5 de 9 respondidas.'],
  [proposedText(1), 'Propone «No aplica» para 1 criterio: revisar'],
  [acceptedText(1), '1 criterio quedó como «No aplica», con su justificación.'],
  [acceptedText(2), '2 criterios quedaron como «No aplica», con su justificación.'],
  [releasedText(2), 'Se quitó el «No aplica» a 2 criterios. La justificación sigue escrita en cada uno.'],
])('%s', (said, text) => {
  expect(said).toBe(text);
});

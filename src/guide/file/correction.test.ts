import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionKinds } from '../domain/correction.ts';
import { correctionFileName, correctionToText, readCorrection } from './correction.ts';

const correction = {
  subject: {
    kind: 'criterio',
    id: 'INF-04',
    name: 'INF-04 Localización, contacto y horarios',
    address: 'https://www.ejemplo.gov.co/criterios/inf-04/',
  },
  wrong: 'Dice «esto».',
  right: 'Debería decir:\n«lo otro».',
  source: { title: 'Manual 2.2, página 14', url: '' },
  proposer: { name: 'Ana Ruiz', office: 'INS' },
  date: '2026-11-28',
} as const;

describe('the file of a correction', () => {
  it('has a name that tells what it corrects', () => {
    expect(correctionFileName(correction)).toBe('correccion-inf-04-2026-11-28.json');
    const article = { ...correction, subject: { ...correction.subject, kind: 'articulo', id: '8' } as const };
    expect(correctionFileName(article)).toBe('correccion-articulo-8-2026-11-28.json');
  });

  it('gives back whatever was written in it', () => {
    const words = (maxLength: number) => fc.string({ minLength: 1, maxLength, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.record({
          subject: fc.record({
            kind: fc.constantFrom(...correctionKinds),
            id: words(20),
            name: words(40),
            address: words(40),
          }),
          wrong: words(200),
          right: words(200),
          source: fc.record({ title: words(60), url: fc.webUrl() }),
          proposer: fc.record({ name: words(40), office: fc.string({ maxLength: 40 }) }),
          date: fc.constant('2026-11-28'),
        }),
        (any) => {
          expect(readCorrection(correctionToText(any))).toEqual({ ok: true, correction: any });
        },
      ),
    );
  });

  it.each([
    ['{', 'no es un archivo de corrección, o está cortado'],
    ['[]', 'en «el archivo»'],
    [correctionToText(correction).replace('gel-correccion', 'otro'), 'en «formato» se esperaba gel-correccion'],
    [correctionToText(correction).replace('2026-11-28', '2026-11-31'), 'en «fecha» se esperaba un día que exista'],
    [correctionToText(correction).replace('"Ana Ruiz"', '""'), 'en «quien.nombre» se esperaba un texto'],
    [correctionToText(correction).replace('"criterio"', '"fase"'), 'en «sobre.tipo» se esperaba'],
  ])('is refused with what was expected: %s', (text, why) => {
    const reading = readCorrection(text);
    expect(reading.ok ? '' : reading.why).toContain(why);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS, readPesos, showPesos, type MoneyProblem } from './money.ts';

/** `$ 1.250,50` with the no-break space after the sign. */
const shown = (text: string): string => text.replace('$ ', '$\u00a0');

describe('an amount in pesos', () => {
  it.each([
    ['1250000', 125_000_000n],
    ['1.250.000', 125_000_000n],
    ['$ 1.250.000,50', 125_000_050n],
    ['$1.250.000,5', 125_000_050n],
    ['$\u00a01.250.000', 125_000_000n],
    ["1'250.000", 125_000_000n],
    ['1’250.000', 125_000_000n],
    ['1 250 000', 125_000_000n],
    ['  COP 1.250.000  ', 125_000_000n],
    ['COP $ 1.250.000', 125_000_000n],
    ['1.250.000 pesos', 125_000_000n],
    ['1.250', 125_000n],
    ['0', 0n],
    ['0,50', 50n],
    ['007', 700n],
    ['12,00', 1_200n],
    ['999.999.999.999.999,99', MAX_CENTS],
    ['1 250 000,5', 125_000_050n],
    ["1'250'000", 125_000_000n],
    ['1.000,5 pesos', 100_050n],
    ['1.250.000,5 COP', 125_000_050n],
    ['cop1.250', 125_000n],
    ['12  500', 1_250_000n],
    ['00', 0n],
    ['0,00', 0n],
  ])('is read as people here write it: %s', (text, cents) => {
    expect(readPesos(text)).toEqual({ ok: true, cents });
  });

  it.each<[string, MoneyProblem]>([
    ['', { kind: 'blank' }],
    [' \u00a0\t', { kind: 'blank' }],
    ['mucho', { kind: 'notNumeric' }],
    ['$', { kind: 'notNumeric' }],
    ['.', { kind: 'notNumeric' }],
    ['1.250 millones', { kind: 'notNumeric' }],
    ['USD 100', { kind: 'notNumeric' }],
    ['1e6', { kind: 'notNumeric' }],
    ['=1+1', { kind: 'notNumeric' }],
    ['١٢٣', { kind: 'notNumeric' }],
    ['-100', { kind: 'negative' }],
    ['$ −1.250', { kind: 'negative' }],
    ['(100)', { kind: 'negative' }],
    ['1,250,000', { kind: 'separators', suggested: shown('$ 1.250.000') }],
    ['1,250,000.50', { kind: 'separators', suggested: shown('$ 1.250.000,50') }],
    ['1,250', { kind: 'separators', suggested: shown('$ 1.250') }],
    ['1.25', { kind: 'separators', suggested: shown('$ 1,25') }],
    ['1250000.5', { kind: 'separators', suggested: shown('$ 1.250.000,50') }],
    ['1.2500', { kind: 'separators', suggested: null }],
    ['1.250.00', { kind: 'separators', suggested: null }],
    ['1250.000', { kind: 'separators', suggested: null }],
    ['0.500', { kind: 'separators', suggested: null }],
    ['1,2345', { kind: 'separators', suggested: null }],
    ['1.250,', { kind: 'separators', suggested: null }],
    ['1..250', { kind: 'separators', suggested: null }],
    ...['12,5,0', '0,1,2', '1,2,3', ',5', '.5', '5,', '1.000.000,', '1.000.00', '12 50', '1 2 3', '1.000 2.000'].map(
      (text): [string, MoneyProblem] => [text, { kind: 'separators', suggested: null }],
    ),
    ...['1.250.000,oo', '1.250.000.-', '$1.250.000 M/CTE', '1.25O', '5 $', '50%', '+5', '５', 'US$5', '5-', '1/2'].map(
      (text): [string, MoneyProblem] => [text, { kind: 'notNumeric' }],
    ),
    ...['1.000 mil', '$ 1.250.000=', '~5', '5;0', '1_000', '3-4', '10 a 20'].map((text): [string, MoneyProblem] => [
      text,
      { kind: 'notNumeric' },
    ]),
    ['1.250.000.000.000.000', { kind: 'tooLarge', maximum: shown('$ 999.999.999.999.999,99') }],
    ['9'.repeat(5000), { kind: 'tooLarge', maximum: shown('$ 999.999.999.999.999,99') }],
    [`${'9'.repeat(5000)}.5`, { kind: 'separators', suggested: null }],
  ])('is refused and not guessed: %s', (text, problem) => {
    expect(readPesos(text)).toEqual({ ok: false, problem });
  });

  it('is shown with dots, and with cents only where there are some', () => {
    expect(showPesos(0n)).toBe(shown('$ 0'));
    expect(showPesos(5n)).toBe(shown('$ 0,05'));
    expect(showPesos(99_900n)).toBe(shown('$ 999'));
    expect(showPesos(100_000n)).toBe(shown('$ 1.000'));
    expect(showPesos(125_000_050n)).toBe(shown('$ 1.250.000,50'));
  });

  it('that is shown is read back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_CENTS }), (cents) => {
        expect(readPesos(showPesos(cents))).toEqual({ ok: true, cents });
      }),
    );
  });

  it('that is suggested can be typed, and any text gets an answer', () => {
    const someMoney = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,$ -') }));
    fc.assert(
      fc.property(someMoney, (text) => {
        const result = readPesos(text);
        if (result.ok) return result.cents >= 0n && result.cents <= MAX_CENTS;
        const { problem } = result;
        return problem.kind !== 'separators' || problem.suggested === null || readPesos(problem.suggested).ok;
      }),
      { numRuns: 500 },
    );
  });
});

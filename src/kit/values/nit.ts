/** What can be said of a typed NIT. Its check digit follows the tax authority's modulus-11 rule (recalled). */
export type NitResult =
  | { readonly ok: true; readonly nit: string }
  | { readonly ok: false; readonly problem: 'malformed' }
  | { readonly ok: false; readonly problem: 'missingCheckDigit'; readonly suggested: string }
  | { readonly ok: false; readonly problem: 'wrongCheckDigit'; readonly expected: number };

const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** Takes the digits of a NIT without its check digit (1 to 15); gives the check digit, 0 to 9. */
export function nitCheckDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  const rest = sum % 11;
  return rest < 2 ? rest : 11 - rest;
}

/** Takes a NIT as people write it («899.999.403-4», «8999994034»); gives it as `899999403-4`, or what is wrong. */
export function readNit(text: string): NitResult {
  const compact = text
    .replace(/^\s*nit\b:?/i, '')
    .replace(/[.\s]/g, '')
    .replace(/[–—]/g, '-');
  const match = /^(\d{8,14})-?(\d)$/.exec(compact);
  if (!match) return { ok: false, problem: 'malformed' };
  const [, digits = '', given = ''] = match;
  // Nine digits in a row are a NIT without its check digit: reading the ninth as one would accuse a right number.
  if (compact.length === 9) {
    return { ok: false, problem: 'missingCheckDigit', suggested: `${compact}-${nitCheckDigit(compact)}` };
  }
  const expected = nitCheckDigit(digits);
  return Number(given) === expected
    ? { ok: true, nit: `${digits}-${given}` }
    : { ok: false, problem: 'wrongCheckDigit', expected };
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWellFormed, toWellFormed } from './well-formed.ts';

const anyText = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd7f0, max: 0xe00f })));

it('a text is well formed, and made so, as the language itself does where it can', () => {
  fc.assert(
    fc.property(anyText, (pieces) => {
      const text = pieces.map((each) => (typeof each === 'string' ? each : String.fromCharCode(each))).join('');
      expect(isWellFormed(text)).toBe(text.isWellFormed());
      expect(toWellFormed(text)).toBe(text.toWellFormed());
    }),
    { numRuns: 2000 },
  );
});

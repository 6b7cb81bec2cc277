import { describe, expect, it } from 'vitest';
import { isolated } from './isolated.ts';

describe('a text of somebody else within a sentence', () => {
  it('comes back as it is where it runs from left to right', () => {
    expect(isolated('Instituto Nacional de Salud (INS)')).toBe('Instituto Nacional de Salud (INS)');
  });

  it('loses the marks that would turn what follows around, also those that would break out of an isolate', () => {
    expect(isolated('Ins\u202Etituto\u2069\u202E')).toBe('Instituto');
  });

  it('is closed in where its letters run from right to left', () => {
    expect(isolated('معهد\u2069 (INS)')).toBe('\u2068معهد (INS)\u2069');
  });
});

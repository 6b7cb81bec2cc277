import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutation, seeded } from '../../../tests/builders/mutations.ts';
import { tryFile } from '../../../tests/support/file-reading.ts';
import { assessmentExample } from './assessment-example.ts';

// The short form of `npm run mutaciones`, which reads 100 000.
const COUNT = 2000;
const sources = [
  readFileSync('tests/golden/autoevaluacion-v1.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-cerrada.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-plan.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-plan-cerrada.gel.json', 'utf8'),
  assessmentExample(),
];

describe('a file that was broken by accident or on purpose', () => {
  it('never crashes the reader, changes no prototype, and is either refused or valid, safe and saved as it is', () => {
    const random = seeded(2009);
    const outcomes = new Set<string>();
    const faults: string[] = [];
    for (let index = 0; index < COUNT; index += 1) {
      const { how, text } = mutation(sources, random);
      const { outcome, fault } = tryFile(text);
      outcomes.add(outcome);
      if (fault !== null) faults.push(`${index} (${how}): ${fault}`);
    }
    expect(faults).toEqual([]);
    expect([...outcomes].sort()).toEqual(
      expect.arrayContaining(['accepted', 'notJson', 'otherFormat', 'tooDeep', 'wrong']),
    );
  }, 60_000);

  it('is the same for the same seed', () => {
    const files = (seed: number): string[] => {
      const random = seeded(seed);
      return Array.from({ length: 50 }, () => mutation(sources, random).text);
    };
    expect(files(7)).toEqual(files(7));
    expect(files(7)).not.toEqual(files(8));
  });
});

import { describe, expect, it } from 'vitest';
import { LIMITS } from '../file/schema.ts';
import { readEntity, type EntityInput } from './entity-form.ts';

const good: EntityInput = {
  name: '  Instituto  Nacional de Salud ',
  acronym: 'INS',
  nit: '899.999.403-4',
  order: 'nacional',
  day: '15',
  month: '10',
  year: '2009',
  contactName: '',
  contactPosition: 'Jefe',
  contactEmail: '',
};
const problems = (input: EntityInput) => {
  const reading = readEntity(input, LIMITS);
  return reading.ok ? [] : reading.problems;
};

describe('the form of the entity', () => {
  it('gives the entity, tidied, and its cut-off date', () => {
    expect(readEntity(good, LIMITS)).toMatchObject({
      ok: true,
      cutoffDate: '2009-10-15',
      entity: { name: 'Instituto Nacional de Salud', nit: '899999403-4', order: 'nacional' },
    });
    expect(readEntity({ ...good, nit: ' ' }, LIMITS)).toMatchObject({ ok: true, entity: { nit: '' } });
  });

  it('finds every problem at once, in the order of the fields', () => {
    const empty = Object.fromEntries(Object.keys(good).map((key) => [key, ''])) as unknown as EntityInput;
    expect(problems(empty).map(({ field }) => field)).toEqual(['name', 'order', 'cutoffDate']);
    expect(problems({ ...good, name: '   ', nit: '899999403-5', month: '2', day: '30', contactEmail: 'yo' })).toEqual([
      { field: 'name', kind: 'blank' },
      { field: 'nit', kind: 'wrongCheckDigit', expected: 4 },
      { field: 'cutoffDate', kind: 'date', problem: 'impossible' },
      { field: 'contactEmail', kind: 'malformed' },
    ]);
  });

  it('refuses a text that its file could not hold', () => {
    expect(problems({ ...good, name: 'x'.repeat(201) })).toEqual([
      { field: 'name', kind: 'tooLong', length: 201, maximum: 200 },
    ]);
  });
});

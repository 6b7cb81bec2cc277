import { expect, it } from 'vitest';
import { goldenAssessment } from '../../../../tests/builders/golden-assessment.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { briefOf, markOf } from '../../file/assessment-brief.ts';
import { relationOf } from './relation.ts';

const closing = { date: '2009-10-31', responsible: 'Planeación', digest: 'a'.repeat(64) };
const colleague: Assessment = { ...goldenAssessment, id: '7a7c2f0e-1111-4b7e-9a35-2f1a4c1f9f10' };
const other: Assessment = { ...colleague, entity: { ...colleague.entity, name: 'SENA', nit: '' } };
const later: Assessment = { ...colleague, cutoffDate: '2009-10-16' };

async function relation(list: readonly Assessment[]) {
  const { kind, ...rest } = await relationOf(
    { brief: briefOf(goldenAssessment), mark: await markOf(goldenAssessment) },
    list,
  );
  return [kind, 'present' in rest ? rest.present : null];
}

it('what a file brings is the same as what the list has under its id, to the letter, or another version of it', async () => {
  const same = structuredClone(goldenAssessment);
  expect(await relation([colleague, same])).toEqual(['same', same]);
  const changed = { ...goldenAssessment, revision: goldenAssessment.revision + 1 };
  expect(await relation([colleague, changed])).toEqual(['otherVersion', changed]);
});

it('it is perhaps a colleague’s half where the list has an open one of the same entity at the same date', async () => {
  expect(await relation([other, later, colleague])).toEqual(['sameEntity', colleague]);
});

it('it is new where the list has only other entities, other dates and closed versions', async () => {
  expect(await relation([])).toEqual(['new', null]);
  for (const each of [other, later, { ...colleague, closing }]) expect(await relation([each])).toEqual(['new', null]);
});

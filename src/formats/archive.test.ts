import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../tests/builders/instrument.ts';
import { someAssessment } from '../../tests/builders/random-assessment.ts';
import { assessmentsToZip, filesInZip } from './archive.ts';
import { readAssessmentFile } from './assessment-reader.ts';

describe('an archive of assessments', () => {
  it('holds each as a file of its own, even those with one name, and gives them back', () => {
    fc.assert(
      fc.property(fc.array(someAssessment([aSection('informacion', 2)]), { maxLength: 4 }), (list) => {
        const twice = [...list, ...list];
        const read = (filesInZip(assessmentsToZip(twice)) ?? []).map(({ text }) => readAssessmentFile(text));
        expect(read.map((each) => each.ok && each.assessment)).toEqual(twice);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes each time', () => {
    const [assessment] = fc.sample(someAssessment([aSection('informacion', 2)]), 1);
    const pack = () => (assessment ? assessmentsToZip([assessment]) : new Uint8Array());
    expect(pack()).toEqual(pack());
  });

  it('is refused where it is no ZIP, was cut, or unpacks to too much', () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(120 * 1024 * 1024) });
    const whole = zipSync({ 'a.json': strToU8('{}') });
    for (const bytes of [strToU8('nada'), new Uint8Array(), whole.slice(0, 20), bomb]) {
      expect(filesInZip(bytes)).toBeNull();
    }
    expect(filesInZip(zipSync({ 'foto.png': new Uint8Array(3) }))).toEqual([]);
  });
});

import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection } from '../../tests/builders/instrument.ts';
import { someAssessment } from '../../tests/builders/random-assessment.ts';
import { readAssessmentFile } from './assessment-reader.ts';
import { assessmentToFragment, fragmentToText } from './share-link.ts';

const sections = [aSection('informacion', 5)];

describe('an assessment in a link', () => {
  it('comes back as it was, and the fragment holds only what addresses may hold', () => {
    fc.assert(
      fc.property(someAssessment(sections), (assessment) => {
        const fragment = assessmentToFragment(assessment);
        expect(fragment).toMatch(/^[\w.-]+$/);
        expect(readAssessmentFile(fragmentToText(fragment) ?? '')).toEqual({ ok: true, assessment });
      }),
    );
  });

  it('is refused where it was cut, changed or is something else, and never throws', () => {
    fc.assert(
      fc.property(someAssessment(sections), fc.double({ min: 0, max: 0.99, noNaN: true }), (assessment, share) => {
        const fragment = assessmentToFragment(assessment);
        const text = fragmentToText(fragment.slice(0, Math.floor(fragment.length * share)));
        expect(text === null || !readAssessmentFile(text).ok).toBe(true);
      }),
    );
    for (const wrong of ['', 'inf-01', 'v1.', 'v1.%%%', 'v2.AAAA']) expect(fragmentToText(wrong)).toBeNull();
  });

  it('does not unpack a bomb', () => {
    const bomb = deflateSync(new Uint8Array(60 * 1024 * 1024), { level: 9 });
    const fragment = `v1.${Buffer.from(bomb).toString('base64url')}`;
    expect(fragmentToText(fragment)).toBeNull();
  });
});

import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { heavyFragment } from '../../../tests/builders/hostile-archives.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { readAssessmentFile } from './assessment-reader.ts';
import { assessmentToFragment, fragmentToText } from './share-link.ts';

const sections = [aSection('informacion', 5)];

describe('an assessment in a link', () => {
  it('comes back as it was, and the fragment holds only what addresses may hold', async () => {
    await fc.assert(
      fc.asyncProperty(someAssessment(sections), async (assessment) => {
        const fragment = assessmentToFragment(assessment);
        expect(fragment).toMatch(/^[\w.-]+$/);
        const link = await fragmentToText(fragment);
        expect(link.ok && readAssessmentFile(link.text)).toEqual({ ok: true, assessment });
      }),
    );
  });

  it('is refused where it was cut, changed or is something else, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(someAssessment(sections), fc.double({ min: 0, max: 0.99, noNaN: true }), async (each, share) => {
        const fragment = assessmentToFragment(each);
        const link = await fragmentToText(fragment.slice(0, Math.floor(fragment.length * share)));
        expect(link.ok && readAssessmentFile(link.text).ok).toBe(false);
      }),
    );
    const noUtf8 = `v1.${Buffer.from(deflateSync(Uint8Array.of(0xff, 0xfe))).toString('base64url')}`;
    for (const wrong of ['', 'inf-01', 'v1.', 'v1.%%%', 'v2.AAAA', 'v1.AwA', noUtf8]) {
      expect(await fragmentToText(wrong), wrong).toEqual({ ok: false, fault: 'broken' });
    }
  });

  it('is not even decoded where it is longer than any link of ours', async () => {
    const decode = vi.spyOn(globalThis, 'atob');
    const heavy = heavyFragment(1040);
    expect(heavy.length).toBeGreaterThan(1_400_000);
    expect(await fragmentToText(heavy)).toEqual({ ok: false, fault: 'tooLong' });
    expect(decode).not.toHaveBeenCalled();
    decode.mockRestore();
  });

  it('is not unpacked to more than one of ours holds, however short it is', async () => {
    expect(await fragmentToText(heavyFragment(5))).toEqual({ ok: false, fault: 'tooMuch' });
    expect(await fragmentToText(heavyFragment(46))).toEqual({ ok: false, fault: 'tooMuch' });
    expect(await fragmentToText(heavyFragment(4))).toMatchObject({ ok: true });
  });
});

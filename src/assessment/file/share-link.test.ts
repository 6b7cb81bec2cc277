import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { heavyFragment } from '../../../tests/builders/hostile-archives.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import { NO_DOCUMENTS, type Assessment } from '../domain/assessment.ts';
import { assessmentToFile } from './assessment-file.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { assessmentToFragment, fragmentToText, MAX_FRAGMENT, shareLink } from './share-link.ts';

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
    for (const wrong of ['', 'inf-01', 'v1.', 'v1.%%%', 'v2.AAAA', 'v3.AwA', 'v1.AwA', noUtf8]) {
      expect(await fragmentToText(wrong), wrong).toEqual({ ok: false, fault: 'broken' });
    }
  });

  it('of the first form, which people have in their mail, still opens', async () => {
    const text = JSON.stringify({ formato: 'gel-autoevaluacion' });
    const first = `v1.${Buffer.from(deflateSync(Buffer.from(text))).toString('base64url')}`;
    expect(await fragmentToText(first)).toEqual({ ok: true, text });
  });

  it('opens as mail programs leave it: broken, escaped, with what stood behind it', async () => {
    await fc.assert(
      fc.asyncProperty(someAssessment(sections), fc.nat(), async (assessment, place) => {
        const fragment = assessmentToFragment(assessment);
        const text = JSON.stringify(assessmentToFile(assessment));
        const at = 3 + (place % (fragment.length - 3));
        const broken = (between: string): string => fragment.slice(0, at) + between + fragment.slice(at);
        for (const altered of [
          ...['.', ',', ')', '>', '»', '”.', '%20', '%2E', '%0A', '%3E', '%29.', ' '].map((end) => fragment + end),
          ...['\n', '\r\n', '=\r\n', '%0D%0A', '%20', ' ', '\u00ad', '\u200b', '%E2%80%8B'].map(broken),
          `%23${fragment}`,
          ` ${fragment}`,
          fragment.replace('.', '%2E'),
        ]) {
          expect(await fragmentToText(altered), JSON.stringify(altered)).toEqual({ ok: true, text });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leaves out the plan and the projects where it fits only without them, and says so where it is opened', async () => {
    const [whole] = fc.sample(
      someAssessment(sections).filter(({ closing }) => closing === null),
      { numRuns: 1, seed: 7 },
    ) as [Assessment];
    // Signs that no compression shortens much.
    const noise = createHash('shake256', { outputLength: 9000 }).update('plan').digest('base64');
    const planned = { ...whole, documents: { ...NO_DOCUMENTS, activities: { 'INF-01': { actividad: noise } } } };
    const link = shareLink(planned);
    expect(link).toMatchObject({ fits: false, length: assessmentToFragment(planned).length });
    const offered = (!link.fits && link.withoutPlan) || '';
    expect(offered.length).toBeLessThanOrEqual(MAX_FRAGMENT);
    for (const arrived of [offered, `${offered}.`, offered.replaceAll('-', '\n-')]) {
      const opened = await fragmentToText(arrived);
      expect(opened).toMatchObject({ ok: true, isWithoutPlan: true });
      expect(opened.ok && readAssessmentFile(opened.text)).toEqual({
        ok: true,
        assessment: { ...whole, documents: NO_DOCUMENTS },
      });
    }

    const closing = { date: '2009-10-31', responsible: 'Ana', digest: 'a'.repeat(64) };
    expect(shareLink({ ...planned, closing })).toMatchObject({ fits: false, withoutPlan: null });
    const noted = { ...planned, extra: { ...planned.extra, otra: noise } };
    expect(shareLink(noted)).toMatchObject({ fits: false, withoutPlan: null });
    const small = shareLink({ ...whole, documents: NO_DOCUMENTS });
    expect(small.fits && (await fragmentToText(small.fragment))).not.toHaveProperty('isWithoutPlan');
  });

  it('that was damaged never gives other words', async () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    await fc.assert(
      fc.asyncProperty(
        someAssessment(sections),
        fc.nat(),
        fc.constantFrom(...signs),
        async (assessment, place, sign) => {
          const fragment = assessmentToFragment(assessment);
          const at = 3 + (place % (fragment.length - 3));
          const link = await fragmentToText(fragment.slice(0, at) + sign + fragment.slice(at + 1));
          expect(link.ok ? link.text : '').toBe(link.ok ? JSON.stringify(assessmentToFile(assessment)) : '');
        },
      ),
      { numRuns: 300 },
    );
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

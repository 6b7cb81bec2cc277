import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../tests/builders/hostile-archives.ts';
import { aSection } from '../../../tests/builders/instrument.ts';
import { someAssessment } from '../../../tests/builders/random-assessment.ts';
import type { Assessment } from '../domain/assessment.ts';
import { assessmentFilesIn, assessmentsToZip } from './archive.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { noClock } from '../../kit/bytes/inflating.ts';
import { zipText } from '../../kit/bytes/zip-text.ts';

const MIB = 1024 * 1024;

async function assessmentsIn(bytes: Uint8Array<ArrayBuffer>): Promise<(Assessment | false)[]> {
  const archive = assessmentFilesIn(bytes);
  if (!archive.ok) throw new Error(archive.fault);
  const contents = await Promise.all(archive.entries.map((entry) => zipText(bytes, entry, noClock)));
  return contents.map((content) => {
    const reading = content.ok && readAssessmentFile(content.text);
    return reading && reading.ok && reading.assessment;
  });
}

describe('an archive of assessments', () => {
  it('holds each as a file of its own, even those with one name, and gives them back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someAssessment([aSection('informacion', 2)]), { minLength: 1, maxLength: 4 }),
        async (list) => {
          const twice = [...list, ...list];
          expect(await assessmentsIn(assessmentsToZip(twice))).toEqual(twice);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes each time', () => {
    const [assessment] = fc.sample(someAssessment([aSection('informacion', 2)]), 1);
    const pack = () => (assessment ? assessmentsToZip([assessment]) : new Uint8Array());
    expect(pack()).toEqual(pack());
  });

  it('gives its .json files alone, and not what a Mac writes beside them', () => {
    const names = ['foto.png', 'dentro.zip', 'a/b.gel.json', '__MACOSX/a/._b.gel.json', 'a/._c.json', 'JSON'];
    const archive = assessmentFilesIn(rawZip(names.map((name) => ({ name, content: 'x' }))));
    expect(archive.ok && archive.entries.map(({ name }) => name)).toEqual(['a/b.gel.json']);
  });

  it('is refused where it holds nothing of ours, a ZIP in a ZIP included', () => {
    const nested = zipSync({ 'todas.zip': zipSync({ 'a.json': strToU8('{}') }), 'foto.png': new Uint8Array(3) });
    expect(assessmentFilesIn(nested)).toEqual({ ok: false, fault: 'nothingOurs' });
    expect(assessmentFilesIn(rawZip([]))).toEqual({ ok: false, fault: 'nothingOurs' });
  });

  it('is refused unread where its files say that they unpack to more than 64 MB, all together', () => {
    const told = (sizes: number[]) =>
      assessmentFilesIn(rawZip(sizes.map((size, at) => ({ name: `${at}.json`, content: 'x', told: { size } }))));
    expect(told([25, 25, 14].map((each) => each * MIB))).toMatchObject({ ok: true });
    expect(told([25, 25, 14, 1 / MIB].map((each) => each * MIB))).toEqual({ ok: false, fault: 'tooMuch' });
    expect(told([4_000_000_000])).toEqual({ ok: false, fault: 'tooMuch' });
  });
});

import { figuresText, gainedText, lostText, nothingCrossed, readWith, versionUnread } from '../../copy/versions.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { crossVersions } from '../../domain/version-crossing.ts';
import { earlierSections } from '../page/earlier-version.ts';

/** Takes the page's element, an assessment of an earlier version and the present instrument; gives what there is to say. */
export async function crossingSentences(
  root: HTMLElement,
  assessment: Assessment,
  instrument: Instrument,
): Promise<string[]> {
  const { version } = assessment.instrument;
  const opening = readWith(version, instrument.version);
  const earlier = await earlierSections(root, version, instrument);
  if (!earlier) return [opening, versionUnread];
  const crossing = crossVersions(earlier, instrument.sections, assessment.answers);
  const told = [lostText(crossing), gainedText(crossing), figuresText(crossing, version, instrument.version)].filter(
    (sentence) => sentence !== '',
  );
  return [opening, ...(told.length > 0 ? told : [nothingCrossed])];
}

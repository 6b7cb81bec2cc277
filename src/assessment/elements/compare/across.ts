import { comparedAcross, versionUnread } from '../../copy/versions.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { differentlyAsked } from '../../domain/version-crossing.ts';
import { earlierSections } from '../page/earlier-version.ts';

/**
 * Takes the element of the page, the two versions that were answered and the present instrument; gives what there is to
 * say of comparing them, or '' where both ask the same.
 */
export async function acrossText(
  root: HTMLElement,
  versions: readonly [string, string],
  instrument: Instrument,
): Promise<string> {
  const [was, is] = await Promise.all(
    versions.map(async (version) =>
      version === instrument.version ? instrument.sections : earlierSections(root, version, instrument),
    ),
  );
  if (!was || !is) return versionUnread;
  const ids = differentlyAsked(was, is);
  return ids.length === 0 ? '' : comparedAcross(ids);
}

import type { Instrument, Section } from '../../../instrument/instrument.ts';
import { earlierSections as bring, type EarlierVersions } from '../../../instrument/earlier-version.ts';
import { pageData } from '../../../kit/browser/dom.ts';

/**
 * Brings what an earlier version of the instrument asked. Takes the element whose page carries the addresses, the
 * version's name and the present instrument; gives the sections as that version asked them, or null where this site
 * never published it or it did not come.
 */
export function earlierSections(root: ParentNode, version: string, present: Instrument): Promise<Section[] | null> {
  return bring(pageData<EarlierVersions>(root, 'earlier'), version, present.sections);
}

import type { Instrument, Section } from '../../domain/instrument.ts';
import { readInstrumentData, sectionsOfVersion } from '../../formats/instrument-data.ts';
import { pageData } from './dom.ts';

/** Where each earlier version of the instrument is published, as the page carries it. */
export type EarlierVersions = Readonly<Record<string, string>>;

/**
 * Brings what an earlier version of the instrument asked. Takes the element whose page carries the addresses, the
 * version's name and the present instrument; gives the sections as that version asked them, or null where this site
 * never published it or it did not come.
 */
export async function earlierSections(
  root: ParentNode,
  version: string,
  present: Instrument,
): Promise<Section[] | null> {
  const versions = pageData<EarlierVersions>(root, 'earlier');
  const address = Object.hasOwn(versions, version) ? versions[version] : undefined;
  if (address === undefined) return null;
  try {
    const response = await fetch(address);
    const data = response.ok ? readInstrumentData(await response.json()) : null;
    return data && sectionsOfVersion(data, present.sections);
  } catch (error) {
    // No connection, or not JSON: the caller says what is missing.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

import type { Section } from './instrument.ts';
import { readInstrumentData, sectionsOfVersion } from './instrument-data.ts';
import type { InstrumentData } from './schemas/instrument-data.ts';

/** Where each version of the instrument but the present one is published, by its name. */
export type EarlierVersions = Readonly<Record<string, string>>;

/** How long what an earlier version asked may take to come, in milliseconds. */
const MAX_MILLISECONDS = 8_000;

/** What has come, by address: a list of many files asks for the same again and again. */
const came = new Map<string, InstrumentData>();

async function bring(address: string): Promise<InstrumentData | null> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), MAX_MILLISECONDS);
  try {
    const response = await fetch(address, { signal: late.signal });
    return response.ok ? readInstrumentData(await response.json()) : null;
  } catch (error) {
    // No connection, or not JSON, or not in time: the caller says what is missing.
    const isMissing = error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException;
    if (isMissing) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Brings what an earlier version of the instrument asked. Takes where the versions are published, the version's name and
 * the present sections; gives the sections as that version asked them, or null where this site never published it or it
 * did not come.
 */
export async function earlierSections(
  earlier: EarlierVersions,
  version: string,
  present: readonly Section[],
): Promise<Section[] | null> {
  const address = Object.hasOwn(earlier, version) ? earlier[version] : undefined;
  if (address === undefined) return null;
  const data = came.get(address) ?? (await bring(address));
  if (!data) return null;
  came.set(address, data);
  return sectionsOfVersion(data, present);
}

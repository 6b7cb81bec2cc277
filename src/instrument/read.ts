import { getCollection } from 'astro:content';
import { href, instrumentDataPath } from '../addresses.ts';
import { coherenceMessage } from './copy/coherence.ts';
import type { Condition, Instrument } from './instrument.ts';
import { assembleInstrument, coherenceProblems } from './instrument-assembly.ts';
import type { InstrumentData } from './schemas/instrument-data.ts';
import type { InstrumentVersion } from './schemas/instrument-version.ts';

/**
 * The instrument as the pages read it, made once a build from all content. Throws where the files do not fit together,
 * naming file and key in Spanish.
 */
async function readInstrument(): Promise<Instrument> {
  const [phases, criteria, conditions, versions] = await Promise.all([
    getCollection('phases'),
    getCollection('criteria'),
    getCollection('conditions'),
    getCollection('instrumentVersions'),
  ]);
  const current = versions.at(-1)?.data;
  if (!current) throw new Error('src/content/instrumento/versiones.yaml: falta la versión del instrumento.');
  const source = {
    id: current.id,
    version: current.version,
    phases: phases.map(({ data }) => data),
    criteria: criteria.map(({ data }) => data),
    conditions: conditions.map(({ data }) => data),
  };
  const problems = coherenceProblems(source);
  if (problems.length > 0) {
    const fileOf = (id: string) =>
      criteria.find(({ data }) => data.id === id)?.filePath ?? `src/content/fases/${id}.mdx`;
    throw new Error(`\n${problems.map((problem) => coherenceMessage(problem, fileOf(problem.id))).join('\n')}\n`);
  }
  return assembleInstrument(source);
}

let reading: Promise<Instrument> | undefined;

/** The instrument of this build; reads the content once. Rejects where the content does not fit together. */
export function getInstrument(): Promise<Instrument> {
  reading ??= readInstrument();
  return reading;
}

/** Every published version of the instrument, the oldest first, each with its record and as it is kept. */
export async function getInstrumentVersions(): Promise<{ record: InstrumentVersion; data: InstrumentData }[]> {
  const [versions, kept] = await Promise.all([getCollection('instrumentVersions'), getCollection('instrumentData')]);
  return versions.map(({ data: record }) => {
    const data = kept.find((each) => each.data.version === record.version)?.data;
    if (!data) {
      throw new Error(
        `src/content/instrumento/${record.version}.json: falta esta versión como datos. Corra «npm run instrumento».`,
      );
    }
    return { record, data };
  });
}

/** Where each version but the present one is published, by its name, under the site's base. */
export async function getEarlierVersions(): Promise<Record<string, string>> {
  const versions = await getInstrumentVersions();
  return Object.fromEntries(
    versions.slice(0, -1).map(({ record: { version } }) => [version, href(instrumentDataPath(version))]),
  );
}

/** The profile's questions, in the order of their file. */
export async function getConditions(): Promise<Condition[]> {
  return (await getCollection('conditions')).map(({ data }) => data);
}

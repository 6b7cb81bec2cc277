// The editors' content read straight from its files, without Astro: for the tests and for the scripts of this folder.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Instrument } from '../src/instrument/instrument.ts';
import {
  assembleInstrument,
  canonicalInstrument,
  type InstrumentSource,
} from '../src/instrument/instrument-assembly.ts';
import { instrumentToData, readInstrumentData } from '../src/instrument/instrument-data.ts';
import { asWritten } from './content/files.ts';
import { conditionSchema } from '../src/instrument/schemas/condition.ts';
import { criterionSchema } from '../src/instrument/schemas/criterion.ts';
import type { InstrumentData } from '../src/instrument/schemas/instrument-data.ts';
import { instrumentVersionSchema } from '../src/instrument/schemas/instrument-version.ts';
import { phaseSchema } from '../src/instrument/schemas/phase.ts';

export interface ContentFile {
  /** Path from the project's root. */
  file: string;
  frontmatter: unknown;
  /** The MDX below the frontmatter. */
  body: string;
}

/** Reads every MDX file that matches a glob under `src/content/`. Throws where one has no frontmatter. */
export function readContent(pattern: string): ContentFile[] {
  return globSync(`src/content/${pattern}`)
    .sort()
    .map((file) => {
      const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(asWritten(readFileSync(file, 'utf8')));
      if (!match) throw new Error(`${file}: falta la cabecera entre dos líneas ---.`);
      return { file, frontmatter: parse(match[1] ?? '') as unknown, body: match[2] ?? '' };
    });
}

/** Reads one YAML file under `src/content/`. */
export function readYaml(path: string): unknown {
  return parse(asWritten(readFileSync(`src/content/${path}`, 'utf8')));
}

/** The published versions of the instrument, the current one last. */
export function readVersions() {
  return (readYaml('instrumento/versiones.yaml') as unknown[]).map((version) => instrumentVersionSchema.parse(version));
}

/** Everything that the instrument is made of. Throws where a file does not fit its schema. */
export function readInstrumentSource(): InstrumentSource {
  const current = readVersions().at(-1);
  return {
    id: current?.id ?? '',
    version: current?.version ?? '',
    phases: readContent('fases/*.mdx').map(({ frontmatter }) => phaseSchema.parse(frontmatter)),
    criteria: readContent('criterios/**/*.mdx').map(({ frontmatter }) => criterionSchema.parse(frontmatter)),
    conditions: (readYaml('perfil/condiciones.yaml') as unknown[]).map((each) => conditionSchema.parse(each)),
  };
}

/** The instrument as the site publishes it. */
export function readInstrument(): Instrument {
  return assembleInstrument(readInstrumentSource());
}

/** The instrument of today as it is published for programs, under the name, the date and the digest of its version. */
export function instrumentAsData(): InstrumentData {
  const source = readInstrumentSource();
  const asks = new Map(source.criteria.map(({ id, asks }) => [id, asks]));
  const { date = '', digest = '' } = readVersions().at(-1) ?? {};
  return instrumentToData(assembleInstrument(source), { date, digest }, (id) => asks.get(id) ?? '');
}

/** The published versions of the instrument as data, the oldest first. Throws where one is not kept or is damaged. */
export function readInstrumentVersions(): InstrumentData[] {
  return readVersions().map(({ version }) => {
    const file = `src/content/instrumento/${version}.json`;
    const data = readInstrumentData(JSON.parse(readFileSync(file, 'utf8')));
    if (!data) throw new Error(`${file}: no es una versión del instrumento. Recupérela del historial; no se cambia.`);
    return data;
  });
}

/** The SHA-256 of what the instrument asks today, in hexadecimal. */
export function instrumentDigest(): string {
  const source = readInstrumentSource();
  const asks = new Map(source.criteria.map(({ id, asks }) => [id, asks]));
  const text = canonicalInstrument(assembleInstrument(source), (id) => asks.get(id) ?? '');
  return createHash('sha256').update(text).digest('hex');
}

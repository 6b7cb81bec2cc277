import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Assessment } from '../../src/assessment/domain/assessment.ts';
import { assessmentToFile, assessmentToText } from '../../src/assessment/file/assessment-file.ts';
import { assessmentJsonSchema } from '../../src/assessment/file/assessment-json-schema.ts';
import { readAssessmentFile } from '../../src/planning/file/assessment-reader.ts';
import { documentsJsonSchema } from '../../src/planning/file/json-schema.ts';
import type { FileReading, FileRefusal } from '../../src/assessment/file/assessment-record.ts';

/** Says whether the published JSON Schema accepts plain data. */
export const schemaAccepts: (file: unknown) => boolean = new Ajv2020({ strict: true }).compile(
  assessmentJsonSchema('https://www.ejemplo.gov.co/datos-abiertos/autoevaluacion-v1.schema.json', documentsJsonSchema),
);

/**
 * Why the reader may refuse a file that the schema accepts: what JSON Schema cannot say. The published schema tells the
 * same in its `$comment`.
 */
const BEYOND_THE_SCHEMA = [
  /^se esperaba un número que quepa en un archivo JSON$/,
  // An address that the browser's own reader of addresses refuses.
  /^se esperaba una dirección http:\/\/ o https:\/\/$/,
  /^se esperaba un solo avance por fecha$/,
  /^se esperaba un identificador que no esté en otro proyecto$/,
];

/** True where a refusal is one that JSON Schema cannot say. */
export function isBeyondTheSchema(refusal: FileRefusal): boolean {
  if (['tooLarge', 'tooManyValues', 'tooDeep'].includes(refusal.kind)) return true;
  return (
    refusal.kind === 'wrong' &&
    refusal.problems.every(({ expected }) => BEYOND_THE_SCHEMA.some((pattern) => pattern.test(expected)))
  );
}

/** The keys of the prototypes that a hostile file would like to change. */
const prototypeKeys = (): string =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).map(String).join())
    .join('; ');

/** Everything in a reading that must hold, whatever the file. Gives what does not, in words, or null. */
function faultIn(text: string, reading: FileReading): string | null {
  if (!reading.ok) {
    const { refusal } = reading;
    if (refusal.kind === 'wrong') {
      if (refusal.problems.length === 0) return 'refused without a reason';
      const foreign = refusal.problems.find(({ expected }) => !/^se esperaban? /.test(expected));
      if (foreign) return `a reason that is not ours: ${foreign.path}: ${foreign.expected}`;
    }
    if (refusal.kind === 'notJson' || refusal.kind === 'tooLarge' || isBeyondTheSchema(refusal)) return null;
    return schemaAccepts(JSON.parse(text.replace(/^\uFEFF/, '')))
      ? `refused though the schema accepts it: ${JSON.stringify(refusal)}`
      : null;
  }
  const raw = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  if (!schemaAccepts(raw)) return 'accepted though the schema refuses it';
  const { assessment } = reading;
  for (const { evidence } of Object.values(assessment.answers)) {
    const foreign = evidence.find(({ url }) => !['http:', 'https:'].includes(new URL(url).protocol));
    if (foreign) return `evidence at ${foreign.url}`;
  }
  const written = assessmentToText(assessment);
  if (!schemaAccepts(assessmentToFile(assessment))) return 'what is written is not valid';
  const again = readAssessmentFile(written);
  if (!again.ok) return `what is written does not open: ${JSON.stringify(again.refusal)}`;
  if (inOrder(again.assessment) !== inOrder(assessment)) return 'it comes back as something else';
  if (assessmentToText(again.assessment) !== written) return 'saved again, its bytes are others';
  const lost = keysLost(raw, assessmentToFile(assessment));
  return lost === null ? null : `the key ${lost} is lost`;
}

/** An assessment as text, to be compared: its answers and its activities by id, as they are written. */
function inOrder({ answers, documents, ...rest }: Assessment): string {
  const byId = (record: Readonly<Record<string, unknown>>): [string, unknown][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rest, byId(answers), { ...documents, activities: byId(documents.activities) }]);
}

/** A key that stands in the first, with something in it, and not in the second. Empty texts and groups may go. */
function keysLost(before: unknown, after: unknown): string | null {
  if (typeof before !== 'object' || before === null) return null;
  for (const [key, child] of Object.entries(before) as [string, unknown][]) {
    const isEmpty = child === '' || (typeof child === 'object' && child !== null && Object.keys(child).length === 0);
    if (typeof after !== 'object' || after === null || !Object.hasOwn(after, key)) {
      if (isEmpty || (key === 'contacto' && JSON.stringify(child).replace(/[^a-z0-9]/gi, '') === '')) continue;
      return key;
    }
    const lost = keysLost(child, (after as Record<string, unknown>)[key]);
    if (lost !== null) return `${key}.${lost}`;
  }
  return null;
}

/** One file, read and looked at. */
export interface Trial {
  readonly outcome: 'accepted' | FileRefusal['kind'] | 'crash';
  /** What was wrong with the reading, in words; null where nothing was. */
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** Milliseconds of the quickest of three readings: a machine that others use stops now and then for its own reasons. */
export function quickest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    readAssessmentFile(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Takes the text of a file; reads it and looks at everything that must hold. */
export function tryFile(text: string): Trial {
  const before = prototypeKeys();
  const start = performance.now();
  let reading: FileReading;
  try {
    reading = readAssessmentFile(text);
  } catch (error) {
    return { outcome: 'crash', fault: `it throws: ${String(error)}`, milliseconds: performance.now() - start };
  }
  const milliseconds = performance.now() - start;
  const outcome = reading.ok ? 'accepted' : reading.refusal.kind;
  if (prototypeKeys() !== before) return { outcome, fault: 'a prototype has changed', milliseconds };
  return { outcome, fault: faultIn(text, reading), milliseconds };
}

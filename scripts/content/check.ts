// Everything that can be wrong in the content, found from its files alone.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import {
  assembleInstrument,
  canonicalInstrument,
  coherenceProblems,
} from '../../src/instrument/instrument-assembly.ts';
import { conditionSchema } from '../../src/instrument/schemas/condition.ts';
import { criterionSchema } from '../../src/instrument/schemas/criterion.ts';
import { deliverySchema } from '../../src/guide/schemas/delivery.ts';
import { instrumentVersionSchema } from '../../src/instrument/schemas/instrument-version.ts';
import { normSchema } from '../../src/guide/schemas/norm.ts';
import { phaseSchema } from '../../src/instrument/schemas/phase.ts';
import {
  articleSchema,
  circularNoteSchema,
  decreeFactSchema,
  manualVersionSchema,
  milestoneSchema,
  outsiderSchema,
  questionSchema,
  sectorSchema,
  termSchema,
} from '../../src/guide/schemas/reference.ts';
import { thingSchema } from '../../src/guide/schemas/searched-thing.ts';
import { sectorEntitySchema } from '../../src/guide/schemas/sector-entity.ts';
import { backingOf, backingProblems } from './backing.ts';
import { acrossProblems } from './across-rules.ts';
import { criterionProblems } from './criterion-rules.ts';
import { readList, readPage, readSingle, readText, type ContentRecord, type ContentTexts } from './files.ts';
import { linkProblems } from './link-rules.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-rules.ts';
import { searchNameProblems } from './search-rules.ts';
import { criterionSourceProblems } from './source-rules.ts';

interface Kind {
  readonly name: string;
  /** Which files are of this kind, below `src/content/`. */
  readonly files: RegExp;
  readonly read: typeof readPage;
  /** Null for pages of free text. */
  readonly schema: z.ZodMiniType | null;
}

const list = (name: string, file: string, schema: z.ZodMiniType): Kind => ({
  name,
  files: new RegExp(`^${file}\\.yaml$`),
  read: readList,
  schema,
});

const KINDS: readonly Kind[] = [
  { name: 'criterios', files: /^criterios\/.+\.mdx$/, read: readPage, schema: criterionSchema },
  { name: 'fases', files: /^fases\/[^/]+\.mdx$/, read: readPage, schema: phaseSchema },
  { name: 'circular', files: /^circular\/[^/]+\.mdx$/, read: readText, schema: null },
  { name: 'acerca', files: /^acerca\/[^/]+\.mdx$/, read: readPage, schema: null },
  { name: 'sector-ficha', files: /^sector\/sector\.yaml$/, read: readSingle, schema: sectorSchema },
  { name: 'entrega', files: /^correcciones\/entrega\.yaml$/, read: readSingle, schema: deliverySchema },
  list('condiciones', 'perfil/condiciones', conditionSchema),
  list('normas', 'normas/normas', normSchema),
  list('notas', 'circular/notas', circularNoteSchema),
  list('fechas', 'circular/fechas', milestoneSchema),
  list('articulos', 'decreto/articulos', articleSchema),
  list('ficha', 'decreto/ficha', decreeFactSchema),
  list('manual', 'decreto/manual', manualVersionSchema),
  list('glosario', 'glosario/terminos', termSchema),
  list('preguntas', 'preguntas/preguntas', questionSchema),
  list('nombres', 'busqueda/nombres', thingSchema),
  list('fuera', 'sector/fuera', outsiderSchema),
  list('sector', 'sector/entidades', sectorEntitySchema),
  list('versiones', 'instrumento/versiones', instrumentVersionSchema),
];

/** The records of each kind, and what could not be read. */
export interface ReadContent {
  readonly kinds: ReadonlyMap<string, readonly ContentRecord[]>;
  readonly problems: readonly Problem[];
}

/** Takes the text of every content file; gives its records by kind. Never throws for what is in them. */
export function readRecords(texts: ContentTexts): ReadContent {
  const kinds = new Map<string, ContentRecord[]>(KINDS.map(({ name }) => [name, []]));
  const problems: Problem[] = [];
  for (const [file, text] of texts) {
    const path = file.replace(/^src\/content\//, '');
    const kind = KINDS.find(({ files }) => files.test(path));
    if (!kind) {
      const write = 'el contenido en uno de los archivos que la guía nombra; si este es nuevo, pida ayuda.';
      problems.push({ file, line: null, key: '', found: 'un archivo que el sitio no lee', write });
      continue;
    }
    const reading = kind.read(file, text);
    problems.push(...reading.problems);
    kinds.get(kind.name)?.push(...reading.records);
  }
  return { kinds, problems };
}

/** The digest of what the records ask, or null where they do not fit together. */
function askedDigest(kinds: ReadonlyMap<string, readonly ContentRecord[]>): string | null {
  const parse = <T>(kind: string, schema: { safeParse: (value: unknown) => { success: boolean; data?: T } }): T[] =>
    (kinds.get(kind) ?? []).flatMap(({ value }) => {
      const parsed = schema.safeParse(value);
      return parsed.success && parsed.data !== undefined ? [parsed.data] : [];
    });
  const criteria = parse('criterios', criterionSchema);
  const [version] = parse('versiones', instrumentVersionSchema).slice(-1);
  const source = {
    id: version?.id ?? '',
    version: version?.version ?? '',
    phases: parse('fases', phaseSchema),
    criteria,
    conditions: parse('condiciones', conditionSchema),
  };
  if (coherenceProblems(source).length > 0) return null;
  const asks = new Map(criteria.map(({ id, asks: each }) => [id, each]));
  const text = canonicalInstrument(assembleInstrument(source), (id) => asks.get(id) ?? '');
  return createHash('sha256').update(text).digest('hex');
}

function versionProblems(kinds: ReadonlyMap<string, readonly ContentRecord[]>): Problem[] {
  const last = kinds.get('versiones')?.at(-1);
  const digest = askedDigest(kinds);
  const published = (last?.value as { huella?: unknown } | undefined)?.huella;
  if (!last || digest === null || digest === published) return [];
  return [
    {
      file: last.file,
      line: last.lineOf(['huella']),
      key: last.keyOf(['huella']),
      found:
        'una huella que no es la de lo que se pregunta hoy: cambió el nombre, lo que pide o las verificaciones de un criterio',
      write:
        'nada aquí. Si solo quería corregir la guía, deshaga el cambio de la cabecera; si cambia lo que se pregunta, corra «npm run instrumento» y añada una versión nueva al final.',
    },
  ];
}

/**
 * Takes the text of every content file; gives everything that is wrong, in the order of the files. Where a file cannot be
 * read, or does not fit its schema, what depends on it is not looked at: one mistake is told once.
 */
export function contentProblems(
  texts: ContentTexts,
  circular = readFileSync('tests/golden/circular-000062.txt', 'utf8'),
): Problem[] {
  const { kinds, problems: unread } = readRecords(texts);
  const of = (kind: string): readonly ContentRecord[] => kinds.get(kind) ?? [];
  const misfits = KINDS.flatMap(({ name, schema }) => (schema ? schemaProblems(of(name), schema) : []));
  const ownRules = [...criterionProblems(of('criterios')), ...criterionSourceProblems(of('criterios'), of('normas'))];
  const isWhole = unread.length + misfits.length === 0;
  const records = [...kinds.values()].flat();
  const between = isWhole
    ? [
        ...acrossProblems(kinds),
        ...linkProblems(kinds),
        ...searchNameProblems(of('nombres'), of('criterios')),
        ...backingProblems(
          [...of('criterios'), ...of('fases'), ...of('acerca')],
          backingOf(records, of('normas'), circular),
        ),
        ...versionProblems(kinds),
      ]
    : [];
  return [...unread, ...misfits, ...ownRules, ...between].sort(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}

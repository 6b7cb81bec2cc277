import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { parse } from 'yaml';
import { conditionSchema } from './schemas/condition.ts';
import { criterionSchema } from './schemas/criterion.ts';
import { instrumentVersionSchema } from './schemas/instrument-version.ts';
import { normSchema } from './schemas/norm.ts';
import { phaseSchema } from './schemas/phase.ts';
import { sectorEntitySchema } from './schemas/sector-entity.ts';

/** A YAML list whose entries are kept by their place, so that a repeated `id` is seen and not silently merged. */
function list(path: string, key: string) {
  return file(path, {
    parser: (text) =>
      Object.fromEntries(
        (parse(text) as Record<string, unknown>[]).map((entry, index) => [String(entry[key] ?? index), entry]),
      ),
  });
}

/** Where the editors' Spanish content becomes the English domain: each collection and its schema, nothing more. */
export const collections = {
  criteria: defineCollection({
    loader: glob({ base: 'src/content/criterios', pattern: '**/*.mdx', generateId: ({ entry }) => entry }),
    schema: criterionSchema,
  }),
  phases: defineCollection({
    loader: glob({ base: 'src/content/fases', pattern: '*.mdx' }),
    schema: phaseSchema,
  }),
  circular: defineCollection({ loader: glob({ base: 'src/content/circular', pattern: '*.mdx' }) }),
  conditions: defineCollection({
    loader: list('src/content/perfil/condiciones.yaml', 'id'),
    schema: conditionSchema,
  }),
  norms: defineCollection({ loader: list('src/content/normas/normas.yaml', 'id'), schema: normSchema }),
  sectorEntities: defineCollection({
    loader: list('src/content/sector/entidades.yaml', 'sigla'),
    schema: sectorEntitySchema,
  }),
  instrumentVersions: defineCollection({
    loader: list('src/content/instrumento/versiones.yaml', 'version'),
    schema: instrumentVersionSchema,
  }),
};

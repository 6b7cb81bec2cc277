import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { parse } from 'yaml';
import { conditionSchema } from './instrument/schemas/condition.ts';
import { criterionSchema } from './instrument/schemas/criterion.ts';
import { deliverySchema } from './guide/schemas/delivery.ts';
import { instrumentDataSchema } from './instrument/schemas/instrument-data.ts';
import { instrumentVersionSchema } from './instrument/schemas/instrument-version.ts';
import { normSchema } from './guide/schemas/norm.ts';
import { phaseSchema } from './instrument/schemas/phase.ts';
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
} from './guide/schemas/reference.ts';
import { thingSchema } from './guide/schemas/searched-thing.ts';
import { sectorEntitySchema } from './guide/schemas/sector-entity.ts';

/** A YAML list, kept in the order of its file: a collection is sorted by the key that each entry gets here. */
function list(path: string) {
  return file(path, {
    parser: (text) =>
      Object.fromEntries(
        (parse(text) as Record<string, unknown>[]).map((entry, index) => [String(index).padStart(5, '0'), entry]),
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
    loader: list('src/content/perfil/condiciones.yaml'),
    schema: conditionSchema,
  }),
  norms: defineCollection({ loader: list('src/content/normas/normas.yaml'), schema: normSchema }),
  circularNotes: defineCollection({ loader: list('src/content/circular/notas.yaml'), schema: circularNoteSchema }),
  milestones: defineCollection({ loader: list('src/content/circular/fechas.yaml'), schema: milestoneSchema }),
  articles: defineCollection({ loader: list('src/content/decreto/articulos.yaml'), schema: articleSchema }),
  decreeFacts: defineCollection({ loader: list('src/content/decreto/ficha.yaml'), schema: decreeFactSchema }),
  manualVersions: defineCollection({ loader: list('src/content/decreto/manual.yaml'), schema: manualVersionSchema }),
  terms: defineCollection({ loader: list('src/content/glosario/terminos.yaml'), schema: termSchema }),
  questions: defineCollection({ loader: list('src/content/preguntas/preguntas.yaml'), schema: questionSchema }),
  searchedThings: defineCollection({ loader: list('src/content/busqueda/nombres.yaml'), schema: thingSchema }),
  outsiders: defineCollection({ loader: list('src/content/sector/fuera.yaml'), schema: outsiderSchema }),
  sector: defineCollection({
    loader: glob({ base: 'src/content/sector', pattern: 'sector.yaml' }),
    schema: sectorSchema,
  }),
  about: defineCollection({ loader: glob({ base: 'src/content/acerca', pattern: '*.mdx' }) }),
  delivery: defineCollection({
    loader: glob({ base: 'src/content/correcciones', pattern: 'entrega.yaml' }),
    schema: deliverySchema,
  }),
  sectorEntities: defineCollection({
    loader: list('src/content/sector/entidades.yaml'),
    schema: sectorEntitySchema,
  }),
  instrumentData: defineCollection({
    loader: glob({ base: 'src/content/instrumento', pattern: '*.json', generateId: ({ entry }) => entry }),
    schema: instrumentDataSchema,
  }),
  instrumentVersions: defineCollection({
    loader: list('src/content/instrumento/versiones.yaml'),
    schema: instrumentVersionSchema,
  }),
};

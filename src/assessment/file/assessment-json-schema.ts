import * as z from 'zod/mini';
import { answerFile, headerFile, LIMITS } from './schema.ts';

/** What this code reads and writes of JSON Schema (draft 2020-12). */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $comment?: string;
  title?: string;
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
}

/** What each key carries, as people read it, by its path. `*` stands for any key or any row. */
type Descriptions = Readonly<Record<string, string>>;

/** The keys of the file that the assessment carries unread, by whoever understands them. */
export interface CarriedSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly descriptions: Descriptions;
}

const DESCRIPTIONS: Descriptions = {
  formato: 'Dice que el archivo es una autoevaluación de Gobierno en Línea.',
  versionFormato: 'La versión del formato.',
  id: 'Lo que distingue a esta autoevaluación de todas las demás: de 8 a 80 letras sin tilde, cifras, guiones y rayas bajas. No cambia mientras se edita.',
  instrumento: 'Lo que se preguntó: qué instrumento y en qué versión.',
  'instrumento.id': 'El instrumento, por ejemplo decreto-1151-2008.',
  'instrumento.version': 'La versión del instrumento, por ejemplo 2026.1.',
  entidad: 'La entidad que se evalúa.',
  'entidad.nombre': 'El nombre completo de la entidad. No puede estar en blanco.',
  'entidad.sigla': 'La sigla con la que se la conoce.',
  'entidad.nit': 'El NIT con su dígito de verificación, como 899999403-4. No se comprueba.',
  'entidad.orden': 'El orden de la entidad. De él dependen los plazos.',
  'entidad.contacto': 'La persona que responde por la autoevaluación.',
  'entidad.contacto.nombre': 'Su nombre completo.',
  'entidad.contacto.cargo': 'Su cargo en la entidad.',
  'entidad.contacto.correo': 'Su correo. No se comprueba.',
  etiqueta:
    'Un texto que distingue esta autoevaluación de otras de la misma entidad y fecha, como «Versión del comité».',
  fechaCorte: 'La fecha de corte: el día que describen las respuestas. Se escribe AAAA-MM-DD.',
  perfil: 'Las respuestas al perfil de la entidad, cada una bajo el nombre de su condición.',
  'perfil.*': 'Si la condición se da en la entidad.',
  creada: 'Cuándo se creó, en hora UTC, como 2009-10-01T14:03:00.000Z.',
  modificada: 'Cuándo cambió por última vez, en hora UTC.',
  revision: 'Cuántos cambios se han guardado.',
  respuestas:
    'Las respuestas, cada una bajo el código de su criterio, como INF-01. El criterio que no está no tiene respuesta.',
  'respuestas.*': 'La respuesta a un criterio.',
  'respuestas.*.tipo':
    'Si se evaluó, si el criterio no aplica, o si está sin responder pero ya tiene una observación o una evidencia.',
  'respuestas.*.cumplidas':
    'Las verificaciones que se cumplen, por su nombre dentro del criterio. Solo cuentan si el tipo es evaluada; en los otros tipos quedan apartadas.',
  'respuestas.*.cumplidas.*': 'El nombre de una verificación, como mision.',
  'respuestas.*.justificacion':
    'Por qué el criterio no aplica. Si está en blanco, el criterio cuenta como sin responder.',
  'respuestas.*.fundamento': 'La norma que sustenta que no aplica.',
  'respuestas.*.observacion': 'Lo que la entidad quiera anotar.',
  'respuestas.*.evidencias': 'Dónde se ve lo que se afirma.',
  'respuestas.*.evidencias.*': 'Una evidencia.',
  'respuestas.*.evidencias.*.titulo': 'Cómo se llama la evidencia.',
  'respuestas.*.evidencias.*.url': 'Su dirección en la red, completa y sin espacios. Comienza por http:// o https://.',
  'respuestas.*.modificada': 'Cuándo cambió la respuesta por última vez, en hora UTC.',
  cierre: 'Si la autoevaluación se cerró: desde entonces no debe cambiar. Si está abierta, la clave no está.',
  'cierre.fecha': 'El día en que se cerró. Se escribe AAAA-MM-DD.',
  'cierre.responsable': 'El nombre de quien la cerró. No puede estar en blanco.',
  'cierre.sha256':
    'La huella SHA-256 de la forma canónica del archivo sin «cierre»: 64 cifras hexadecimales en minúscula.',
};

/** What the reader asks and JSON Schema cannot say. */
const BEYOND_THE_SCHEMA =
  'Además, el lector de este sitio rechaza un archivo de más de 25 MiB, con más de 500 000 datos, con más de 32 niveles, con un número que no quepa en un archivo JSON, con una dirección que el navegador no entienda, con dos avances de una actividad en la misma fecha o con dos proyectos del mismo id.';

/** Gives the schema with its descriptions; fails, and stops the build, where a key has none. */
function described(schema: JsonSchema, path: string, descriptions: Descriptions): JsonSchema {
  const description = descriptions[path];
  if (path !== '' && description === undefined) throw new Error(`The key ${path} of the file has no description.`);
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const { properties, additionalProperties, items, ...rest } = schema;
  // What zod writes as {} is what a loose object lets through: any key, with any value.
  const others = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
  return {
    ...(description !== undefined && { description }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, described(child, under(key), descriptions)]),
      ),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties: others ? described(additionalProperties, under('*'), descriptions) : true,
    }),
    ...(items && { items: described(items, under('*'), descriptions) }),
  };
}

/** A zod schema as JSON Schema, without the line that names the draft. */
export function fromZod(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema) as JsonSchema;
  return rest;
}

/**
 * The published JSON Schema of the assessment file, made from the schemas that read it. Takes its own permanent address
 * (null where the site has none) and what it says of the keys that the assessment carries unread; gives plain data. For the build and the tests: no page loads it.
 */
export function assessmentJsonSchema(address: string | null, carried: CarriedSchema): JsonSchema {
  const header = fromZod(headerFile);
  const { cierre, ...properties } = header.properties ?? {};
  const file: JsonSchema = {
    ...header,
    properties: {
      ...properties,
      // The reader counts the entries before zod sees them, which zod cannot say of a record.
      perfil: { ...properties['perfil'], maxProperties: LIMITS.conditions },
      respuestas: { type: 'object', additionalProperties: fromZod(answerFile) },
      ...carried.properties,
      cierre: { ...cierre },
    },
    required: [...(header.required ?? []), 'respuestas'],
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(address !== null && { $id: address }),
    title: 'Autoevaluación de Gobierno en Línea, formato 1',
    description:
      'El archivo .gel.json en el que una entidad guarda su autoevaluación. Las claves que el esquema no nombra se admiten en todos los niveles y se conservan.',
    $comment: BEYOND_THE_SCHEMA,
    ...described(file, '', { ...DESCRIPTIONS, ...carried.descriptions }),
  };
}

import type { JsonSchema } from './assessment-json-schema.ts';

/** One key of the assessment file, as the page of open data tells it. */
export interface DictionaryRow {
  /** `respuestas.*.tipo`: `*` stands for any key or any row. */
  readonly path: string;
  readonly description: string;
  /** What may stand there, in Spanish, with its limit, and whether it may be absent. */
  readonly form: string;
}

const list = new Intl.ListFormat('es', { type: 'disjunction' });

/** What a schema lets stand in its place, in Spanish. */
function formOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `siempre ${JSON.stringify(schema.const)}`;
  if (schema.enum) return list.format(schema.enum.map((each) => JSON.stringify(each)));
  switch (schema.type) {
    case 'string':
      return schema.maxLength === undefined ? 'texto' : `texto de hasta ${schema.maxLength} caracteres`;
    case 'integer':
      // What zod writes for «no limit» is the largest number that JavaScript counts with.
      return schema.maximum === undefined || schema.maximum === Number.MAX_SAFE_INTEGER
        ? `número entero, desde ${schema.minimum}`
        : `número entero, de ${schema.minimum} a ${schema.maximum}`;
    case 'boolean':
      return 'true o false';
    case 'array':
      if (schema.maxItems === undefined) return 'lista';
      return schema.minItems === undefined
        ? `lista de hasta ${schema.maxItems}`
        : `lista de ${schema.minItems} a ${schema.maxItems}`;
    case 'object':
      return schema.maxProperties === undefined ? 'grupo' : `grupo de hasta ${schema.maxProperties} claves`;
  }
  throw new Error(`No words for ${JSON.stringify(schema)}.`);
}

/** Takes the published schema; gives every key that it names, each after the group that holds it. */
export function dictionaryOf(schema: JsonSchema, path = ''): DictionaryRow[] {
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const rowsOf = (key: string, child: JsonSchema, mayBeAbsent: boolean): DictionaryRow[] => [
    {
      path: under(key),
      description: child.description ?? '',
      form: `${formOf(child)}${mayBeAbsent ? '; puede faltar' : ''}`,
    },
    ...dictionaryOf(child, under(key)),
  ];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
      rowsOf(key, child, !schema.required?.includes(key)),
    ),
    ...(typeof schema.additionalProperties === 'object' ? rowsOf('*', schema.additionalProperties, false) : []),
    ...(schema.items ? rowsOf('*', schema.items, false) : []),
  ];
}

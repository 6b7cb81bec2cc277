import * as z from 'zod/mini';
import { calendarDate, shortList, text } from '../../kit/bytes/file-parts.ts';
import { fieldsOf, limitOf, type Catalogue, type Field, type PlainField } from '../fields/field.ts';
import { PLAN_LIMITS } from '../fields/limits.ts';

/** The schema of each kind of field, as files and the browser's database hold it. */

export const freeText = z.optional(text(PLAN_LIMITS.text));

/** What names an activity (its key), a criterion, a phase or a project. */
export const documentId = text(PLAN_LIMITS.id).check(z.minLength(1, { error: 'se esperaba un identificador' }));

/** A list of so many rows at most; `none` says what was expected where one without rows is wrong. */
export function listOf<Row extends z.ZodMiniType>(row: Row, maximum: number, rows: string, none?: string) {
  return shortList(row, maximum, {
    list: `se esperaba una lista de ${rows}`,
    rows,
    ...(none !== undefined && { none }),
  });
}

export const DAY = 'se esperaba una fecha como 2010-06-01';

const AMOUNT = 'se esperaba un valor en pesos entre comillas, como "1250000" o "1250000.50"';

/**
 * Pesos as a decimal string: whole pesos, or pesos with two decimals after a dot; no sign, no thousands. A string and
 * no number, because a JSON number of this size with cents does not survive every reader.
 */
const amount = z
  .string({ error: AMOUNT })
  .check(z.regex(/^(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{2})?$/, { error: AMOUNT }));

/** One of a few words. */
function oneOf(options: readonly string[]) {
  return z.enum(options, { error: `se esperaba ${options.slice(0, -1).join(', ')} o ${options.at(-1)}` });
}

function resourcesOf(kinds: readonly string[]) {
  const resource = z.optional(
    z.looseObject(
      { descripcion: freeText, valor: z.optional(amount) },
      { error: 'se esperaba «descripcion» y «valor» entre llaves' },
    ),
  );
  const named = kinds.map((kind) => `«${kind}»`);
  return z.looseObject(Object.fromEntries(kinds.map((kind) => [kind, resource])), {
    error: `se esperaban ${named.slice(0, -1).join(', ')} y ${named.at(-1)} entre llaves`,
  });
}

function schemaOf(field: Field): z.ZodMiniType {
  switch (field.kind) {
    case 'text':
    case 'line':
      return text(limitOf(field));
    case 'date':
      return calendarDate(DAY);
    case 'amount':
      return amount;
    case 'choices': {
      const options = Object.values(field.options).map(({ file }) => file);
      return listOf(oneOf(options), options.length, field.rows);
    }
    case 'ids':
    case 'links':
      return listOf(documentId, field.limit, field.rows);
    case 'resources':
      return resourcesOf(Object.values(field.options).map(({ file }) => file));
  }
}

/** What a file holds of a field. */
type FileValue<Of extends Field> = Of extends PlainField
  ? string
  : Of extends { readonly kind: 'ids' | 'links' }
    ? string[]
    : Of extends { readonly kind: 'choices'; readonly options: infer Options extends Record<string, { file: string }> }
      ? Options[keyof Options]['file'][]
      : Record<string, unknown>;

type Shape<Fields extends Catalogue> = {
  readonly [Key in keyof Fields as Fields[Key]['file']]: z.ZodMiniOptional<z.ZodMiniType<FileValue<Fields[Key]>>>;
};

/** Takes a catalogue; gives the schema of each of its fields by the key of the file, any of which may be absent. */
export function shapeOf<Fields extends Catalogue>(fields: Fields): Shape<Fields> {
  const shape = fieldsOf(fields).map(([, field]) => [field.file, z.optional(schemaOf(field))] as const);
  return Object.fromEntries(shape) as unknown as Shape<Fields>;
}

import { decimalOf, type Cents } from '../../kit/values/money.ts';
import { extraOf, under } from '../../kit/bytes/raw-object.ts';
import type { PlainValues } from '../domain/field-values.ts';
import type { ProjectFields, Resource, ResourceKind } from '../domain/projects.ts';
import {
  fieldsOf,
  type Catalogue,
  type ChoicesField,
  type Field,
  type KeyOf,
  type ResourcesField,
} from '../fields/field.ts';

/** The way of each kind of field between the English domain and the keys of the assessment file. */

/** What the fields of a catalogue hold in the domain. */
type Values<Fields extends Catalogue> = PlainValues<Fields> & {
  readonly [Key in KeyOf<Fields, 'choices' | 'ids' | 'links' | 'resources'>]: Key extends keyof ProjectFields
    ? ProjectFields[Key]
    : never;
};

/** Takes a decimal string of pesos that the schema has let through. */
function amountFromFile(text: string): Cents {
  const [whole = '0', decimals = '00'] = text.split('.');
  return BigInt(whole) * 100n + BigInt(decimals);
}

const strings = (raw: unknown): readonly string[] => (raw ?? []) as readonly string[];

function choicesFromFile({ options }: ChoicesField, raw: unknown): string[] {
  const named = new Map(Object.entries(options).map(([key, { file }]) => [file, key] as const));
  return strings(raw).map((each) => named.get(each) ?? each);
}

function resourcesFromFile({ options }: ResourcesField, raw: unknown): Record<string, unknown> {
  const resources = Object.entries(options).map(([key, { file }]): [string, Resource] => {
    const own = under(raw, file);
    const [description, amount] = [under(own, 'descripcion'), under(own, 'valor')];
    return [
      key,
      {
        description: typeof description === 'string' ? description : '',
        amount: typeof amount === 'string' ? amountFromFile(amount) : null,
        ...extraOf(own, ['descripcion', 'valor']),
      },
    ];
  });
  const known = Object.values(options).map(({ file }) => file);
  return { ...Object.fromEntries(resources), ...extraOf(raw, known) };
}

function valueFromFile(field: Field, raw: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'line':
    case 'date':
      return raw ?? '';
    case 'amount':
      return typeof raw === 'string' ? amountFromFile(raw) : null;
    case 'choices':
      return choicesFromFile(field, raw);
    case 'ids':
    case 'links':
      return strings(raw);
    case 'resources':
      return resourcesFromFile(field, raw);
  }
}

/** Takes a catalogue and a raw record that its schema has let through; gives what the record says of each field. */
export function fieldsFromFile<Fields extends Catalogue>(fields: Fields, raw: unknown): Values<Fields> {
  const values = fieldsOf(fields).map(([key, field]) => [key, valueFromFile(field, under(raw, field.file))] as const);
  return Object.fromEntries(values) as unknown as Values<Fields>;
}

/** The entries that say something, so that what is blank leaves no trace in the file. */
function present(entries: readonly (readonly [key: string, value: unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function groupToFile(group: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.keys(group).length > 0 ? group : undefined;
}

function resourcesToFile({ options }: ResourcesField, resources: ProjectFields['resources']): unknown {
  const kinds = Object.entries(options).map(([key, { file }]) => {
    const { description, amount, extra } = resources[key as ResourceKind];
    const own = present([
      ['descripcion', description === '' ? undefined : description],
      ['valor', amount === null ? undefined : decimalOf(amount, '.')],
    ]);
    return [file, groupToFile({ ...own, ...extra })] as const;
  });
  return groupToFile({ ...present(kinds), ...resources.extra });
}

/** A value as a file has it; undefined where it is blank. */
function valueToFile(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'line':
    case 'date':
      return value === '' ? undefined : value;
    case 'amount':
      return value === null ? undefined : decimalOf(value as Cents, '.');
    case 'choices':
    case 'ids':
    case 'links': {
      const list = value as readonly string[];
      if (list.length === 0) return undefined;
      return field.kind === 'choices' ? list.map((each) => field.options[each]?.file) : [...list];
    }
    case 'resources':
      return resourcesToFile(field, value as ProjectFields['resources']);
  }
}

/** Takes a catalogue and what a record says of each field; gives it with the file's keys, always in the same order. */
export function fieldsToFile<Fields extends Catalogue>(
  fields: Fields,
  values: Values<Fields>,
): Record<string, unknown> {
  return present(
    fieldsOf(fields).map(
      ([key, field]) => [field.file, valueToFile(field, values[key as keyof typeof values])] as const,
    ),
  );
}

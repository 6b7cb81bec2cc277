import { PLAN_LIMITS } from './limits.ts';

/** What every field has. */
interface Named {
  /** Its key in the entity's file and in the database: people have files, so it never changes. */
  readonly file: string;
  /** How every screen, paper and file names it. */
  readonly label: string;
}

/** A field that holds one value, which files hold as one string; it is absent from them where it is blank. */
export interface PlainField extends Named {
  /**
   * `text`: of several lines; `line`: of one line in the form; `date`: `YYYY-MM-DD`; `amount`: pesos, null where nobody
   * has said so yet.
   */
  readonly kind: 'text' | 'line' | 'date' | 'amount';
  /** The most characters of a text or a line; where not given, what a free text may have. */
  readonly limit?: number;
  /** How wide its column is in the workbook, in characters. */
  readonly width: number;
}

/** Some of a few answers, in their order. */
export interface ChoicesField extends Named {
  readonly kind: 'choices';
  /** By what the domain calls each. */
  readonly options: Readonly<Record<string, Named>>;
  /** What its rows are called where there are too many of them. */
  readonly rows: string;
}

/** Ids of something else. Of `links` each stands for itself: in a merge, those of both sides stay. */
interface IdsField extends Named {
  readonly kind: 'ids' | 'links';
  readonly limit: number;
  readonly rows: string;
}

/** What is assigned of each kind of resource: a description and an amount. */
export interface ResourcesField extends Named {
  readonly kind: 'resources';
  readonly options: Readonly<Record<string, Named>>;
}

export type Field = PlainField | ChoicesField | IdsField | ResourcesField;

/** The fields of a record by what the domain calls them, in the order of the file. */
export type Catalogue = Readonly<Record<string, Field>>;

/** The keys of the fields of these kinds. */
export type KeyOf<Fields extends Catalogue, Kind extends Field['kind']> = {
  [Key in keyof Fields & string]: Fields[Key]['kind'] extends Kind ? Key : never;
}[keyof Fields & string];

/** The keys of the fields that hold one value. */
export type PlainKey<Fields extends Catalogue> = KeyOf<Fields, PlainField['kind']>;

/** What the build alone needs of a field: pages carry none of it. */
export interface FieldWords {
  /** What the published JSON Schema says of it. */
  readonly description: string;
  /** What it says of each row, where the field is a list. */
  readonly each?: string;
  /** What the form says under its name, where the name alone does not say it. */
  readonly help?: string;
  /** How many lines the form gives a text to begin with; two where not given. */
  readonly rows?: number;
}

/** Takes a catalogue; gives its fields with their keys, in their order. */
export function fieldsOf<Fields extends Catalogue>(fields: Fields): [key: keyof Fields & string, field: Field][] {
  return Object.entries(fields);
}

/** True for a field that holds one value. */
export function isPlain(field: Field): field is PlainField {
  return field.kind === 'text' || field.kind === 'line' || field.kind === 'date' || field.kind === 'amount';
}

/** Takes a catalogue; gives its fields that hold one value, in their order. */
export function plainFieldsOf<Fields extends Catalogue>(fields: Fields): [key: PlainKey<Fields>, field: PlainField][] {
  return fieldsOf(fields).filter(([, field]) => isPlain(field)) as [PlainKey<Fields>, PlainField][];
}

/** The most characters that a text or a line takes. */
export function limitOf({ limit = PLAN_LIMITS.text }: Pick<PlainField, 'limit'>): number {
  return limit;
}

/** Takes fields or options by key; gives the label of each. */
export function labelsOf<Key extends string>(named: Readonly<Record<Key, Named>>): Readonly<Record<Key, string>> {
  const entries = Object.entries<Named>(named).map(([key, { label }]) => [key, label] as const);
  return Object.fromEntries(entries) as Record<Key, string>;
}

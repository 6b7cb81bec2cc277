import type { Cents } from '../../kit/values/money.ts';
import { plainFieldsOf, type Catalogue, type PlainField, type PlainKey } from '../fields/field.ts';

/** What a field of one value holds: a text ('' where not given), or an amount (null where not given). */
type ValueOf<Kind extends PlainField['kind']> = Kind extends 'amount' ? Cents | null : string;

/** The fields of one value of a catalogue, by key. */
export type PlainValues<Fields extends Catalogue> = {
  readonly [Key in PlainKey<Fields>]: Fields[Key] extends PlainField ? ValueOf<Fields[Key]['kind']> : never;
};

/** What stands in a field where nobody has said anything. */
export function blankOf({ kind }: PlainField): '' | null {
  return kind === 'amount' ? null : '';
}

/** Takes a catalogue; gives its fields of one value, all of them blank. */
export function blankValues<Fields extends Catalogue>(fields: Fields): PlainValues<Fields> {
  const blanks = plainFieldsOf(fields).map(([key, field]) => [key, blankOf(field)] as const);
  return Object.fromEntries(blanks) as unknown as PlainValues<Fields>;
}

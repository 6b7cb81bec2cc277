import type { Entity } from './assessment.ts';
import { dateFromParts, type DateProblem } from '../../kit/values/calendar-date.ts';
import type { EntityOrder } from '../../instrument/instrument.ts';
import { readNit } from '../../kit/values/nit.ts';

/** The entity's data as typed, untrimmed. */
export interface EntityInput {
  readonly name: string;
  readonly acronym: string;
  readonly nit: string;
  readonly order: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly contactName: string;
  readonly contactPosition: string;
  readonly contactEmail: string;
}

export type EntityField =
  'name' | 'acronym' | 'nit' | 'order' | 'cutoffDate' | 'contactName' | 'contactPosition' | 'contactEmail';

/** What is wrong with a field; the sentence for it is in `assessment/copy/forms`. */
export type EntityProblem =
  | { readonly field: EntityField; readonly kind: 'blank' | 'malformed' }
  | { readonly field: 'nit'; readonly kind: 'wrongCheckDigit'; readonly expected: number }
  | { readonly field: 'nit'; readonly kind: 'missingCheckDigit'; readonly suggested: string }
  | { readonly field: 'cutoffDate'; readonly kind: 'date'; readonly problem: DateProblem }
  | { readonly field: EntityField; readonly kind: 'tooLong'; readonly length: number; readonly maximum: number };

export type EntityReading =
  | { readonly ok: true; readonly entity: Entity; readonly cutoffDate: string }
  | { readonly ok: false; readonly problems: readonly EntityProblem[] };

/** The most characters that the file holds for each text (`LIMITS` of assessment/file/schema). */
export interface EntityLimits {
  readonly name: number;
  readonly acronym: number;
  readonly contact: number;
}

/** Takes the form as typed and what its file can hold; gives the entity and its cut-off date, or every problem, in the order of the fields. */
export function readEntity(input: EntityInput, limits: EntityLimits): EntityReading {
  const maxima: readonly [keyof EntityInput & EntityField, number][] = [
    ['name', limits.name],
    ['acronym', limits.acronym],
    ['contactName', limits.contact],
    ['contactPosition', limits.contact],
    ['contactEmail', limits.contact],
  ];
  const problems: EntityProblem[] = [];
  const text = (value: string): string => value.replace(/\s+/g, ' ').trim();
  if (text(input.name) === '') problems.push({ field: 'name', kind: 'blank' });
  for (const [field, maximum] of maxima) {
    const { length } = text(input[field]);
    if (length > maximum) problems.push({ field, kind: 'tooLong', length, maximum });
  }
  const nit = text(input.nit) === '' ? { ok: true as const, nit: '' } : readNit(input.nit);
  if (!nit.ok) {
    const { ok: _, problem, ...rest } = nit;
    problems.push({ field: 'nit', kind: problem, ...rest } as EntityProblem);
  }
  const isOrder = input.order === 'nacional' || input.order === 'territorial';
  if (!isOrder) problems.push({ field: 'order', kind: 'blank' });
  const date = dateFromParts(input.day, input.month, input.year);
  if (!date.ok) problems.push({ field: 'cutoffDate', kind: 'date', problem: date.problem });
  const email = text(input.contactEmail);
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    problems.push({ field: 'contactEmail', kind: 'malformed' });
  }
  if (problems.length > 0 || !nit.ok || !date.ok) return { ok: false, problems };
  return {
    ok: true,
    cutoffDate: date.date,
    entity: {
      name: text(input.name),
      acronym: text(input.acronym),
      nit: nit.nit,
      order: input.order as EntityOrder,
      contact: { name: text(input.contactName), position: text(input.contactPosition), email },
    },
  };
}

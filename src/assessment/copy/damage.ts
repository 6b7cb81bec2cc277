import { documentOfKey } from '../file/document-key.ts';
import { under, type FileProblem } from '../../kit/bytes/raw-object.ts';
import { longDate } from '../../kit/words/dates.ts';
import { isolated } from '../../kit/words/isolated.ts';
import { recordPart, type DocumentParts, type RecordKind } from './record-parts.ts';
import { placeName } from './set-aside.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';
import { plural, thousands } from '../../kit/words/plural.ts';

/** The most places of one record, and the most records, that are told at once: the rest is in the copy. */
const MOST_PLACES = 4;
const MOST_RECORDS = 5;
/** How deep a record goes: `evidencias`, a row, its link. */
const MOST_KEYS = 4;

/** A record that cannot be read, with what was found wrong in it. */
export interface Damaged {
  /** `header`, the id of a criterion (`INF-01`), or a `documentKey` (`activity:INF-01`). */
  readonly place: string;
  readonly problems: readonly FileProblem[];
  readonly raw: unknown;
}

function kindOf(place: string): RecordKind {
  if (place === 'header') return 'header';
  return place.includes(':') ? documentOfKey(place).kind : 'answer';
}

/** What lies at a place of a record, as far as it can be followed. */
function valueAt(raw: unknown, keys: readonly string[]): unknown {
  return keys.reduce(under, raw);
}

/** One place of a record with what is wrong there: «Observación (tiene 6.000 caracteres y el máximo es 5.000)». */
function placeText(kind: RecordKind, path: string, raw: unknown, parts?: DocumentParts): string {
  const keys = path === '' ? [] : path.split('.');
  const { name, most, wrong = 'dato dañado' } = recordPart(kind, keys, parts);
  const value = valueAt(raw, keys);
  const isOver = most !== undefined && (typeof value === 'string' || Array.isArray(value)) && value.length > most;
  if (keys.length > 0 && (value === undefined || value === null)) return `${name} (falta)`;
  if (!isOver) return `${name} (${wrong})`;
  const counted = typeof value === 'string' ? `tiene ${thousands(value.length)} caracteres` : `son ${value.length}`;
  return `${name} (${counted} y el máximo es ${thousands(most)})`;
}

/** The most places of a record that are shown as texts. */
const MOST_TEXTS = 200;

function isPlain(value: unknown): value is string | number | bigint | boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

/**
 * What a record says, readable or not, as terms in the page's own words and texts. Rows of one place stand together; what
 * lies deeper than a record goes is in the copy alone. `parts` names the places of a record of the plan.
 */
export function recordTexts(place: string, raw: unknown, parts?: DocumentParts): [term: string, text: string][] {
  const found = new Map<string, string[]>();
  const open: [keys: string[], value: unknown][] = [[[], raw]];
  for (let next = open.shift(), count = 0; next && count < MOST_TEXTS; next = open.shift(), count += 1) {
    const [keys, value] = next;
    if (typeof value === 'object' && value !== null && keys.length < MOST_KEYS) {
      const entries = Object.entries(value).slice(0, MOST_TEXTS);
      open.unshift(...entries.map(([key, each]): [string[], unknown] => [[...keys, key], each]));
    } else if (keys.length > 0 && isPlain(value)) {
      const { name } = recordPart(kindOf(place), keys, parts);
      found.set(name, [...(found.get(name) ?? []), String(value)]);
    } else if (keys.length === 0 && typeof value === 'string') found.set('Dice', [value]);
  }
  return [...found].map(([name, texts]) => [name, texts.map(isolated).join('\n')]);
}

/** What of a record cannot be read, place by place, in the page's own words. */
function damagedPlaces({ place, problems, raw }: Damaged, parts?: DocumentParts): string {
  const all = [...new Set(problems.map(({ path }) => placeText(kindOf(place), path, raw, parts)))];
  const told = all.slice(0, MOST_PLACES);
  const rest = all.length - told.length;
  return `${told.join(', ')}${rest > 0 ? ` y ${plural(rest, 'dato más', 'datos más')}` : ''}`;
}

/** Takes a record's place and what names a criterion ('' where nobody knows); gives it as people say it. */
function recordName(place: string, nameOf: (criterionId: string) => string): string {
  const { kind, id } = place.includes(':') ? documentOfKey(place) : { kind: 'answer', id: place };
  if (kind === 'project' && id.startsWith('?')) return 'Un proyecto sin código';
  const name = kind === 'answer' || kind === 'activity' ? nameOf(/^[A-Z]{3}-[0-9]{2}/.exec(id)?.[0] ?? id) : '';
  return name === '' ? placeName(place) : `${placeName(place)}, «${isolated(name)}»`;
}

function toldRecords(
  damaged: readonly Damaged[],
  nameOf: (criterionId: string) => string,
  parts?: DocumentParts,
): string {
  const told = damaged
    .slice(0, MOST_RECORDS)
    .map((each) => `${recordName(each.place, nameOf)}: ${damagedPlaces(each, parts)}`);
  const rest = damaged.length - told.length;
  return `${told.join('; ')}${rest > 0 ? `; y ${plural(rest, 'lugar más', 'lugares más')}` : ''}.`;
}

/**
 * When answers cannot be read. Takes what is damaged, what names a criterion ('' where nobody knows), and which
 * assessment it is, where the page shows more than one.
 */
export function damagedAnswers(
  damaged: readonly Damaged[],
  nameOf: (criterionId: string) => string,
  of: string,
): FaultMessage {
  return {
    happened: `No se pudo leer parte de lo guardado${of === '' ? '' : ` en ${of}`}. ${toldRecords(damaged, nameOf)}`,
    data: 'Lo dañado se conserva tal como estaba y no entra en la cuenta. Las demás respuestas están completas.',
    remedy: 'Guarde una copia de lo dañado y responda de nuevo lo que falta.',
  };
}

/** When records of the plan or the projects cannot be read. Takes what is damaged, and what names a criterion and their places. */
export function damagedDocuments(
  damaged: readonly Damaged[],
  nameOf: (criterionId: string) => string,
  parts: DocumentParts,
): FaultMessage {
  return {
    happened: `No se pudo leer parte del plan o de los proyectos guardados. ${toldRecords(damaged, nameOf, parts)}`,
    data: 'Lo dañado se conserva tal como estaba y no entra en la cuenta. Lo demás está completo.',
    remedy: 'Guarde una copia de lo dañado y escriba de nuevo lo que falta.',
  };
}

/** When an assessment's own data cannot be read: it cannot be opened, but nothing of it is thrown away. */
export function damagedHeader({ problems, raw }: Pick<Damaged, 'problems' | 'raw'>): FaultMessage {
  const name = valueAt(raw, ['entidad', 'nombre']);
  const date = under(raw, 'fechaCorte');
  const of = [
    typeof name === 'string' && name.trim() !== '' ? ` de ${isolated(name.slice(0, 200))}` : '',
    typeof date === 'string' && /^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}$/.test(date) ? `, ${longDate(date)},` : '',
  ].join('');
  return {
    happened: `Hay una autoevaluación${of} que no se puede abrir: parte de sus datos está dañada. ${damagedPlaces({ place: 'header', problems, raw })}.`,
    data: 'Todo lo suyo se conserva tal como estaba, con sus respuestas. Las otras autoevaluaciones no cambiaron.',
    remedy: 'Guarde una copia de todo y entréguela a quien administra este sitio, por si se puede reparar.',
  };
}

/** On the buttons beside what is damaged: all of an assessment, and the damaged records alone. */
export const saveWhole = 'Guardar todo lo de esa autoevaluación';
export const saveDamaged = 'Guardar una copia de lo dañado';

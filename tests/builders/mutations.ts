/**
 * Broken and hostile files, made from good ones: the same number always gives the same file. Used by the unit tests and,
 * at length, by `npm run mutaciones`.
 */
export type Random = () => number;

/** A generator of numbers from 0 (included) to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function pick<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}

/** Pieces of JSON, and of what is none, that have broken readers before. */
const TOKENS: readonly string[] = [
  '"__proto__":{"polluted":true},',
  '"__proto__":null,',
  '"constructor":{"prototype":{"polluted":true}},',
  '"hasOwnProperty":1,"toString":2,"valueOf":3,"toJSON":4,',
  '"respuestas":{},',
  '"versionFormato":1,',
  '"versionFormato":2,',
  '"formato":"otro",',
  '"cierre":{},',
  '"planDeAccion":{"INF-01":{"valor":1}},',
  '"planGeneral":null,',
  '"proyectos":[{}],',
  '"retirada":{"motivo":"cumplida","fecha":"2010-02-29"},',
  '"a.b":1,"":2,"0":3,',
  '['.repeat(31),
  '['.repeat(200),
  `${'{"a":'.repeat(40)}1${'}'.repeat(40)},`,
  '1e999',
  '-1e999',
  '-0',
  '9007199254740993',
  '0.1e-400',
  '1'.repeat(400),
  '\\ud800',
  '\\udfff\\ud800',
  '\ud800',
  '\u202e',
  '\u2066\u2069\u200f',
  '\ufeff',
  '\u0000',
  '\\u0000',
  '\u2028',
  'javascript:alert(1)',
  'https://javascript:alert(1)@ejemplo.gov.co/',
  'http://[::1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '${7*7}',
  '=HYPERLINK("https://ejemplo.gov.co")',
  '"',
  '\\',
  ',',
  '{',
  '}',
  ']',
  'null',
  'true',
  '//',
  'NaN',
  'ÿþ',
  '🏛️',
];

/** How a text is broken without reading it. */
const cuts: readonly ((text: string, random: Random) => string)[] = [
  function remove(text, random) {
    const at = below(random, text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(random, pick(random, [1, 4, 40, 400])));
  },
  function duplicate(text, random) {
    const at = below(random, text.length);
    const piece = text.slice(at, at + 1 + below(random, pick(random, [1, 40, 1000])));
    return text.slice(0, at) + piece + text.slice(at);
  },
  function swap(text, random) {
    const [first, second] = [below(random, text.length), below(random, text.length)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const length = 1 + below(random, pick(random, [1, 20]));
    if (first + length > second) return text;
    return (
      text.slice(0, first) +
      text.slice(second, second + length) +
      text.slice(first + length, second) +
      text.slice(first, first + length) +
      text.slice(second + length)
    );
  },
  function truncate(text, random) {
    return text.slice(0, below(random, text.length));
  },
  function insert(text, random) {
    const at = below(random, text.length + 1);
    return text.slice(0, at) + pick(random, TOKENS) + text.slice(at);
  },
  function insertWhereAKeyStands(text, random) {
    const braces = [...text.matchAll(/[{[]/g)].map((match) => match.index + 1);
    const at = braces.length === 0 ? 0 : pick(random, braces);
    return text.slice(0, at) + pick(random, TOKENS) + text.slice(at);
  },
  function replaceOne(text, random) {
    const at = below(random, text.length);
    return text.slice(0, at) + String.fromCharCode(below(random, pick(random, [128, 65536]))) + text.slice(at + 1);
  },
  function flipABitOfItsBytes(text, random) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > 0) {
      const at = below(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    }
    return new TextDecoder().decode(bytes);
  },
];

/** JSON as it is written, so that a key may stand twice and a number may be one that JavaScript cannot hold. */
type Node =
  | { readonly kind: 'object'; readonly entries: [key: string, child: Node][] }
  | { readonly kind: 'array'; readonly items: Node[] }
  | { readonly kind: 'text'; readonly text: string };

const text = (written: string): Node => ({ kind: 'text', text: written });

function toNode(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(toNode) };
  if (typeof value === 'object' && value !== null) {
    return { kind: 'object', entries: Object.entries(value).map(([key, child]) => [key, toNode(child)]) };
  }
  return text(JSON.stringify(value));
}

function write(node: Node): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'array') return `[${node.items.map(write).join(',')}]`;
  return `{${node.entries.map(([key, child]) => `${JSON.stringify(key)}:${write(child)}`).join(',')}}`;
}

/** Every group of a tree, the outermost first. */
function groups(node: Node): Exclude<Node, { kind: 'text' }>[] {
  if (node.kind === 'text') return [];
  const children = node.kind === 'array' ? node.items : node.entries.map(([, child]) => child);
  return [node, ...children.flatMap(groups)];
}

const KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'hasOwnProperty',
  'cierre',
  'perfil',
  'respuestas',
  'planDeAccion',
  'planGeneral',
  'proyectos',
  'avances',
  'retirada',
  'valor',
  'fechaFin',
  'porcentaje',
  'recursos',
  'id',
  'cumplidas',
  'evidencias',
  'url',
  'modificada',
  '',
  '0',
  '42',
  'a.b',
  '\ud800',
  '\u202e',
  '<b>',
  'k'.repeat(300),
];

const STRINGS: readonly string[] = [
  '',
  ' ',
  '\u00a0\u2003',
  'x'.repeat(31),
  'x'.repeat(201),
  'x'.repeat(5001),
  '😀'.repeat(45),
  '😀'.repeat(2500),
  '\ud800',
  '\u202Eoicivres\u202C',
  '\u0007\u0000',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.co',
  'data:text/html,<script>alert(1)</script>',
  'https://www.ejemplo.gov.co/',
  'HTTP://EJEMPLO.GOV.CO',
  'http://',
  'http://[::1',
  'https://a b.co',
  'https://a.co/\u202e',
  'ftp://ejemplo.gov.co',
  '2009-02-28',
  '2009-02-29',
  '2008-02-29',
  '1900-02-29',
  '2009-13-01',
  '2009-04-31',
  '0000-01-01',
  '2009-10-15T21:40:12Z',
  '2009-10-15T24:00:00Z',
  '2009-02-30T10:00:00.000Z',
  '2009-10-15T21:40:12.1234567890Z',
  '2009-10-15T21:40:12-05:00',
  'evaluada',
  'no-aplica',
  'sin-responder',
  'nacional',
  'cumplida',
  'adquisicion',
  'transaccion',
  'P-01',
  'INF-01',
  '1250000',
  '1250000.5',
  '1250000.50',
  '1.250.000,50',
  '01',
  '-1',
  '1000000000000000',
  'gel-autoevaluacion',
  'a'.repeat(64),
];

const someValue = (random: Random): Node =>
  pick<() => Node>(random, [
    () => text(JSON.stringify(pick(random, STRINGS))),
    () => text(JSON.stringify(pick(random, STRINGS))),
    () => text(pick(random, ['0', '1', '2', '-1', '-0', '1.5', '1e3', '1e20', '1e999', '-1e999', '9007199254740993'])),
    () => text(pick(random, ['true', 'false', 'null', '{}', '[]', '[[]]', '{"__proto__":{"polluted":true}}'])),
    () => {
      const depth = pick(random, [1, 20, 28, 29, 30, 31, 32, 33, 64, 5000]);
      return text(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    },
    () => {
      const depth = pick(random, [1, 20, 28, 29, 30, 31, 32, 33]);
      return text(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    },
    () => {
      const row = pick(random, [
        '1',
        '""',
        '{}',
        '"a"',
        '{"url":"https://a.co"}',
        '{"id":"P-01"}',
        '{"fechaCorte":"2009-12-31","porcentaje":1}',
      ]);
      return text(
        `[${Array<string>(pick(random, [2, 19, 20, 21, 100, 101, 500, 501, 1000, 10_000]))
          .fill(row)
          .join(',')}]`,
      );
    },
    () => {
      const count = pick(random, [199, 200, 201, 2000, 2001, 5000]);
      const row = pick(random, [
        'true',
        '1',
        '{}',
        '{"tipo":"evaluada","modificada":"2009-10-15T21:40:12Z"}',
        '{"actividad":"a","valor":"1"}',
      ]);
      return text(`{${Array.from({ length: count }, (_, index) => `"k${index}":${row}`).join(',')}}`);
    },
  ])();

/** How a file is broken by one who knows what JSON is. Each takes a group of the tree and changes it in place. */
const changes: readonly ((group: Exclude<Node, { kind: 'text' }>, random: Random) => void)[] = [
  function replaceAValue(group, random) {
    const at = below(random, group.kind === 'array' ? group.items.length : group.entries.length);
    if (group.kind === 'array') group.items[at] = someValue(random);
    else if (group.entries[at]) group.entries[at][1] = someValue(random);
  },
  function removeOne(group, random) {
    const list = group.kind === 'array' ? group.items : group.entries;
    list.splice(below(random, list.length), 1);
  },
  function addOne(group, random) {
    if (group.kind === 'array') group.items.push(someValue(random));
    else group.entries.splice(below(random, group.entries.length + 1), 0, [pick(random, KEYS), someValue(random)]);
  },
  function repeatAKey(group, random) {
    if (group.kind === 'array') return;
    const entry = pick(random, group.entries);
    if (entry) group.entries.push([entry[0], random() < 0.5 ? entry[1] : someValue(random)]);
  },
  function renameAKey(group, random) {
    if (group.kind === 'array') return;
    const entry = pick(random, group.entries);
    if (entry) entry[0] = pick(random, KEYS);
  },
  function moveAValue(group, random) {
    const list: unknown[] = group.kind === 'array' ? group.items : group.entries;
    const [moved] = list.splice(below(random, list.length), 1);
    if (moved !== undefined) list.splice(below(random, list.length + 1), 0, moved);
  },
];

/** What was done to a file, as a person can read it, and the file. */
export interface Mutation {
  readonly how: string;
  readonly text: string;
}

/** Takes good files and a generator; gives one of them, broken once to four times. */
export function mutation(sources: readonly string[], random: Random): Mutation {
  let broken = pick(random, sources);
  const how: string[] = [];
  if (random() < 0.7) {
    const tree = toNode(JSON.parse(broken));
    for (let count = 1 + below(random, 3); count > 0; count -= 1) {
      const change = pick(random, changes);
      change(pick(random, groups(tree)), random);
      how.push(change.name);
    }
    broken = write(tree);
  }
  if (how.length === 0 || random() < 0.1) {
    for (let count = 1 + below(random, 2); count > 0; count -= 1) {
      const cut = pick(random, cuts);
      broken = cut(broken, random);
      how.push(cut.name);
    }
  }
  return { how: how.join(', '), text: broken };
}

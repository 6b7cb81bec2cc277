// What a criterion's file needs beyond its schema: its place, the six headings, length, readability, words of its own.
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';
import { measure, proseOf } from './readability.ts';

const HEADINGS = [
  'Por qué importa',
  'Cómo cumplir',
  'Buena evidencia',
  'Errores frecuentes',
  'Cuándo no aplica',
  'Relación con las normas y con otros criterios',
];
const [FEWEST_WORDS, MOST_WORDS, LONGEST_SENTENCE, LOWEST_SCORE] = [150, 350, 35, 40];
/** A sentence of so many words is written for one criterion and for no other. */
const OWN_SENTENCE = 8;

/** What the page draws once with the mark, and no text says again. */
const GOSSIP =
  /se recuerda|recuerdo|recordad[oa]s?|sin (?:una )?fuente|no se (?:halló|vio|encontró|leyó) (?:una |ninguna )?fuente|ninguna fuente|fuente vista|no (?:consta|está) en ninguna fuente/i;
const SILENCE = /circular no (?:habla|nombra|menciona|describe|pide|dice|trae|trata|detalla)/i;
/** A check over what may not be there would count as met where it is not. */
const EMPTY_SET = /por cumplid|\bsi (?:l[oa]s? )?(?:hay|hubo)\b/i;

interface Fields {
  id?: unknown;
  fase?: unknown;
  verificaciones?: unknown;
  comoVerificar?: unknown;
  nota?: unknown;
}

/** The line of the file on which a place of the body stands. */
function bodyLine({ body, bodyLine: first }: ContentRecord, at: number): number {
  return first + body.slice(0, Math.max(at, 0)).split('\n').length - 1;
}

function sentencesOf(body: string): string[] {
  return proseOf(body).split(/(?<=[.?!:;])\s+|\n/);
}

const wordsOf = (sentence: string): string[] => sentence.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The place of a sentence in the body, by its longest piece without marks of its own. */
function placeOf(body: string, sentence: string): number {
  const pieces = sentence.split(/\s+/).slice(0, 4).join(' ');
  return body.indexOf(pieces);
}

function placeProblems(record: ContentRecord): Problem[] {
  const { id, fase } = record.value as Fields;
  if (typeof id !== 'string' || typeof fase !== 'string') return [];
  const expected = `src/content/criterios/${fase}/${id.toLowerCase()}-`;
  if (record.file.startsWith(expected)) return [];
  return [
    {
      file: record.file,
      line: record.lineOf(['id']),
      key: 'id',
      found: `el criterio ${id}, de la fase ${fase}`,
      write: `el archivo en su carpeta y con su código: ${expected}nombre-corto.mdx. O corrija «id» o «fase».`,
    },
  ];
}

function bodyProblems(record: ContentRecord): Problem[] {
  const { file, body } = record;
  const problems: Problem[] = [];
  const headings = [...body.matchAll(/^## (.+)$/gm)];
  const wrong = HEADINGS.findIndex((heading, index) => headings[index]?.[1] !== heading);
  if (wrong >= 0 || headings.length !== HEADINGS.length) {
    const index = wrong >= 0 ? wrong : HEADINGS.length;
    problems.push({
      file,
      line: bodyLine(record, headings[index]?.index ?? body.length),
      key: 'los títulos de la guía',
      found: told(headings[index]?.[1]),
      write: `los seis títulos, sin cambiarlos y en este orden: ${HEADINGS.map((each) => `## ${each}`).join(', ')}.`,
    });
  }
  const prose = proseOf(body);
  const { words, score, longestSentence } = measure(prose);
  const guide = (found: string, write: string): Problem => ({
    file,
    line: record.bodyLine,
    key: 'la guía',
    found,
    write,
  });
  if (words < FEWEST_WORDS || words > MOST_WORDS) {
    problems.push(guide(`${words} palabras`, `de ${FEWEST_WORDS} a ${MOST_WORDS} palabras en los seis títulos.`));
  }
  if (score < LOWEST_SCORE) {
    problems.push(
      guide(
        `un texto difícil de leer (${score.toFixed(0)} en la escala INFLESZ)`,
        `frases más cortas y palabras más comunes, hasta ${LOWEST_SCORE} o más.`,
      ),
    );
  }
  if (longestSentence > LONGEST_SENTENCE) {
    const sentence = sentencesOf(body).find((each) => wordsOf(each).length > LONGEST_SENTENCE) ?? '';
    problems.push({
      ...guide(
        `una frase de ${longestSentence} palabras: ${told(sentence)}`,
        `frases de ${LONGEST_SENTENCE} palabras o menos.`,
      ),
      line: bodyLine(record, placeOf(body, sentence)),
    });
  }
  return problems;
}

function wordProblems(record: ContentRecord): Problem[] {
  const { file, body, value } = record;
  const problems: Problem[] = [];
  const texts = (each: unknown, path: PropertyKey[]): { path: PropertyKey[]; text: string }[] => {
    if (typeof each === 'string') return [{ path, text: each }];
    if (Array.isArray(each)) return each.flatMap((one: unknown, index) => texts(one, [...path, index]));
    if (typeof each !== 'object' || each === null) return [];
    return Object.entries(each).flatMap(([key, one]) => texts(one, [...path, key]));
  };
  const all = texts(value, []);
  for (const [pattern, write] of [
    [GOSSIP, 'sin esa frase: que falta confirmarlo lo dice la marca, una vez, en la página del criterio.'],
    [SILENCE, 'sin esa frase: lo que la circular calla no dice nada del criterio.'],
  ] as const) {
    for (const { path, text } of all) {
      const found = pattern.exec(text)?.[0];
      if (found) problems.push({ file, line: record.lineOf(path), key: record.keyOf(path), found: told(found), write });
    }
    const inBody = pattern.exec(body);
    if (inBody) {
      problems.push({ file, line: bodyLine(record, inBody.index), key: 'la guía', found: told(inBody[0]), write });
    }
  }
  const asked = all.filter(({ path }) => ['verificaciones', 'comoVerificar', 'nota'].includes(String(path[0])));
  for (const { path, text } of asked) {
    const found = EMPTY_SET.exec(text)?.[0];
    if (found === undefined) continue;
    const write = 'una verificación sobre algo que toda entidad tiene: lo que no existe no se cuenta como cumplido.';
    problems.push({ file, line: record.lineOf(path), key: record.keyOf(path), found: told(found), write });
  }
  return problems;
}

/** Sentences that two criteria share. */
function sharedSentences(records: readonly ContentRecord[]): Problem[] {
  const seen = new Map<string, string>();
  return records.flatMap((record) =>
    sentencesOf(record.body).flatMap((sentence): Problem[] => {
      const words = wordsOf(sentence);
      if (words.length < OWN_SENTENCE) return [];
      const key = words.join(' ');
      const other = seen.get(key);
      seen.set(key, record.file);
      if (other === undefined) return [];
      return [
        {
          file: record.file,
          line: bodyLine(record, placeOf(record.body, sentence)),
          key: 'la guía',
          found: `una frase que ya está en ${other}: ${told(sentence)}`,
          write: 'esa idea con otras palabras: cada guía es de su criterio.',
        },
      ];
    }),
  );
}

/** Takes the criteria's records; gives what is wrong with each beyond its schema, and between them. */
export function criterionProblems(records: readonly ContentRecord[]): Problem[] {
  return [
    ...records.flatMap((record) => [...placeProblems(record), ...bodyProblems(record), ...wordProblems(record)]),
    ...sharedSentences(records),
  ];
}

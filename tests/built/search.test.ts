import { statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stemOf, wordsIn } from '../../src/guide/domain/search/words.ts';
import { excerptOf } from '../../src/guide/domain/search/excerpt.ts';
import { search } from '../../src/guide/domain/search/search.ts';
import { meaningful, type WordIndex } from '../../src/guide/domain/search/word-index.ts';
import { ask, readIndex, type Answered } from '../support/search-measure.ts';
import { heldOutQuestions } from '../support/search-questions-held-out.ts';
import { searchQuestions } from '../support/search-questions.ts';

const all = [
  { name: 'tuned', questions: searchQuestions },
  { name: 'held out', questions: heldOutQuestions },
];
/** What a search fetched when it was made over Pagefind: script, module, index and the first six texts. */
const BEFORE_BYTES = 360_086;

let index: WordIndex;
beforeAll(() => {
  index = readIndex('dist');
});

describe.each(all)('the 100 questions that are $name', ({ questions }) => {
  let answers: Answered[];
  beforeAll(() => {
    answers = ask(index, questions);
  });

  it('are 100, and no two of them the same', () => {
    expect(new Set(questions.map(({ query }) => query)).size).toBe(100);
  });
  it('have the right page first in 85 of 100', () => {
    expect(answers.filter(({ isFirst }) => isFirst).length).toBeGreaterThanOrEqual(85);
  });
  it('have it among the first three in 97 of 100', () => {
    expect(answers.filter(({ isAmongThree }) => isAmongThree).length).toBeGreaterThanOrEqual(97);
  });
  it('get nothing false as exact', () => {
    const absent = new Set(questions.filter(({ isAbsent }) => isAbsent).map(({ query }) => query));
    expect(answers.filter(({ query, exact }) => absent.has(query) && exact > 0)).toEqual([]);
  });
});

describe('whatever is asked', () => {
  const queries = all.flatMap(({ questions }) => questions.map(({ query }) => query));

  it('every word that says something stands in what is exact, or a declared name for it leads there', () => {
    const false_: string[] = [];
    for (const query of queries) {
      for (const { record, name } of search(index, query).exact) {
        const texts = [
          record.title,
          record.context,
          ...record.sections.flatMap(({ heading, text }) => [heading, text]),
        ];
        const stands = new Set(texts.flatMap((text) => wordsIn(text).map(({ stem }) => stem)));
        const lacking = meaningful(query).filter((stem) => !stands.has(stem));
        const declared = index.things.filter(({ stems }) => lacking.some((stem) => stems.includes(stem)));
        if (lacking.length > 0 && (name === null || declared.length === 0)) false_.push(`${query}: ${record.path}`);
      }
    }
    expect(false_).toEqual([]);
  });

  it('what an excerpt marks are words that were typed, and no others', () => {
    for (const query of queries) {
      const typed = new Set(wordsIn(query).map(({ stem }) => stem));
      const { exact, near } = search(index, query);
      for (const hit of [...exact.slice(0, 8), ...near]) {
        for (const { text, isMatch } of excerptOf(hit).parts) if (isMatch) expect(typed, query).toContain(stemOf(text));
      }
    }
  });

  it('a letter finds no word that begins with it', () => {
    for (const letter of 'bcdfghjkmpqrtvwz') {
      for (const { record } of search(index, letter).exact) {
        const text = [
          record.title,
          record.context,
          ...record.sections.flatMap((each) => [each.heading, each.text]),
        ].join(' ');
        expect(
          wordsIn(text).map(({ stem }) => stem),
          record.path,
        ).toContain(letter);
      }
    }
  });
});

describe('what a search costs', () => {
  it('is no more bytes than before', () => {
    expect(statSync('dist/busqueda/textos.bin').size).toBeLessThan(BEFORE_BYTES / 2);
  });
});

it('the tools are found by what they are called', () => {
  const tools = {
    'plan de acción herramienta': 'plan',
    'proyectos de sistemas de información': 'proyectos',
    'documentos para el ministerio': 'documentos',
    'unir dos autoevaluaciones': 'unir',
    'comprobar un archivo': 'comprobar',
    'comparar autoevaluaciones': 'comparar',
  };
  for (const [query, page] of Object.entries(tools)) {
    const { exact, near } = search(index, query);
    const first = [...exact, ...near].slice(0, 3).map(({ record }) => record.path);
    expect(first, query).toContain(`/autoevaluacion/${page}/`);
  }
});

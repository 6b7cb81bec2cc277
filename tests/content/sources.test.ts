import { describe, expect, it } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { criterionSchema } from '../../src/schemas/criterion.ts';

const criteria = readContent('criterios/**/*.mdx').map(({ file, frontmatter, body }) => ({
  file,
  body,
  text: `${JSON.stringify(frontmatter)}\n${body}`,
  criterion: criterionSchema.parse(frontmatter),
}));

/** What the component draws once, and no text says again. */
const GOSSIP =
  /se recuerda|recuerdo|recordad[oa]s?|sin (?:una )?fuente|no se (?:halló|vio|encontró|leyó) (?:una |ninguna )?fuente|ninguna fuente|fuente vista|no (?:consta|está) en ninguna fuente/i;
const SILENCE = /circular no (?:habla|nombra|menciona|describe|pide|dice|trae|trata|detalla)/i;

/** Until all are rewritten: those whose sources say their year, or that have none and no longer talk of it. */
const rewritten = criteria.filter(({ criterion, text }) =>
  criterion.sources.length === 0
    ? !GOSSIP.test(text) && !SILENCE.test(text)
    : criterion.sources.some(({ year }) => year !== null),
);

describe.each(rewritten.map((each) => ({ ...each, id: each.criterion.id })))('$id', ({ criterion, text }) => {
  const all = [...criterion.sources, ...(criterion.today?.sources ?? [])];

  it('gives the address and the year of every source', () => {
    expect(all.filter(({ url, year }) => url === null || year === null).map(({ title }) => title)).toEqual([]);
  });

  it('rests on an article of the period where its backing is a norm', () => {
    if (criterion.backing !== 'norma') return;
    const carrying = criterion.sources.filter(({ article, isLater }) => article !== null && !isLater);
    expect(carrying.length).toBeGreaterThan(0);
  });

  it('marks as later what came after 2010, and only that', () => {
    const wrong = criterion.sources.filter(({ article, isLater, year }) =>
      isLater ? (year ?? 0) < 2010 : article !== null && (year ?? 0) > 2010,
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  it('names each source once', () => {
    const names = criterion.sources.map(({ title, article }) => `${title}, ${article ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves to the component what is not confirmed, and to the circular what it does not say', () => {
    expect(GOSSIP.exec(text)?.[0] ?? '').toBe('');
    expect(SILENCE.exec(text)?.[0] ?? '').toBe('');
  });

  it('counts nothing over what does not exist', () => {
    const asked = [...criterion.checks.map((check) => check.text), criterion.howToVerify, criterion.note].join('\n');
    expect(/por cumplid|\bsi (?:l[oa]s? )?(?:hay|hubo)\b/i.exec(asked)?.[0] ?? '').toBe('');
  });
});

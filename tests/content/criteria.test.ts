import { describe, expect, it } from 'vitest';
import { ALWAYS, criterionSchema } from '../../src/instrument/schemas/criterion.ts';
import { measure, proseOf } from './readability.ts';
import { readContent, readYaml } from '../../scripts/read-content.ts';

const files = readContent('criterios/**/*.mdx');
const conditions = new Set((readYaml('perfil/condiciones.yaml') as { id: string }[]).map(({ id }) => id));
const ids = new Set(files.map(({ frontmatter }) => (frontmatter as { id: string }).id));
const headings = [
  'Por qué importa',
  'Cómo cumplir',
  'Buena evidencia',
  'Errores frecuentes',
  'Cuándo no aplica',
  'Relación con las normas y con otros criterios',
];

describe.each(files.map((content) => ({ ...content, id: (content.frontmatter as { id: string }).id })))(
  '$id',
  ({ file, frontmatter, body, id }) => {
    const parsed = criterionSchema.safeParse(frontmatter);
    const prose = proseOf(body);
    const readability = measure(prose);

    it('has a well-formed frontmatter', () => {
      expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual([]);
    });

    it('stands in the folder of its phase, in a file that begins with its id', () => {
      const { fase } = frontmatter as { fase: string };
      expect(file).toMatch(new RegExp(`/criterios/${fase}/${id.toLowerCase()}-[a-z0-9-]+\\.mdx$`));
    });

    it('hangs on a condition of the profile or on none', () => {
      const { aplicaSi } = frontmatter as { aplicaSi: string };
      expect(aplicaSi === ALWAYS || conditions.has(aplicaSi)).toBe(true);
    });

    it('has its guidance under the six headings, in order', () => {
      expect([...body.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(headings);
    });

    it('has between 150 and 350 words of guidance', () => {
      expect(readability.words).toBeGreaterThanOrEqual(150);
      expect(readability.words).toBeLessThanOrEqual(350);
    });

    it('reads easily: 40 or more on the INFLESZ scale, no sentence over 35 words', () => {
      expect(readability.score).toBeGreaterThanOrEqual(40);
      expect(readability.longestSentence).toBeLessThanOrEqual(35);
    });

    it('links only to criteria that exist, by their permanent address', () => {
      const links = [...body.matchAll(/\]\((\/[^)]*)\)/g)].map((match) => match[1] ?? '');
      for (const link of links.filter((each) => each.startsWith('/criterios/'))) {
        const target = /^\/criterios\/([a-z]{3}-\d+)\/$/.exec(link)?.[1];
        expect(ids.has(target?.toUpperCase() ?? ''), link).toBe(true);
      }
    });
  },
);

describe('the criteria together', () => {
  it('have unique ids', () => expect(ids.size).toBe(files.length));

  it('average 55 or more on the INFLESZ scale', () => {
    const scores = files.map(({ body }) => measure(proseOf(body)).score);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(55);
  });

  it('share no sentence of eight words or more: each is written for its criterion', () => {
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const { file, body } of files) {
      for (const sentence of proseOf(body).split(/(?<=[.?!:;])\s+|\n/)) {
        const key = (sentence.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ');
        if (key.split(' ').length < 8) continue;
        const other = seen.get(key);
        if (other !== undefined) repeated.push(`${other} y ${file}: ${sentence}`);
        seen.set(key, file);
      }
    }
    expect(repeated).toEqual([]);
  });
});

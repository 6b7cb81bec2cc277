import { describe, expect, it } from 'vitest';
import { breachesOf, thisHouse } from './support/house.ts';

describe('the rooms of the house', () => {
  const files = thisHouse();

  it('look only where the arrows point, use only the packages of their trade, go in no circle and hold nothing dead', async () => {
    expect(await breachesOf(files, '.astro/house')).toEqual([]);
  });

  it.each([
    {
      what: 'the kit that knows a subject, if only a type of it',
      wrong: { 'src/kit/values/a.ts': "import type { B } from '../../assessment/domain/b.ts';" },
      breaks: [
        'the part values of the kit: src/kit/values/a.ts > src/assessment/domain/b.ts',
        'the room kit: src/kit/values/a.ts > src/assessment/domain/b.ts',
      ],
    },
    {
      what: 'a component that looks up, between its fences or in its script',
      wrong: {
        'src/guide/components/A.astro': "---\nimport { b } from '../../assessment/domain/b.ts';\n---\n<p>{b}</p>",
        'src/guide/components/C.astro': "<p></p>\n<script>\n  import '../../assessment/domain/b.ts';\n</script>",
      },
      breaks: [
        'the room guide: src/guide/components/A.astro > src/assessment/domain/b.ts',
        'the room guide: src/guide/components/C.astro > src/assessment/domain/b.ts',
      ],
    },
    {
      what: 'rules that know the page, a package or how the instrument is read',
      wrong: {
        'src/assessment/elements/a.ts': 'export const a = 1;',
        'src/instrument/schemas/s.ts': 'export const s = 1;',
        'src/planning/domain/c.ts':
          "import '../../assessment/elements/a.ts';\nimport 'zod/mini';\nimport '../../instrument/schemas/s.ts';",
      },
      breaks: [
        'the core takes no parser: src/planning/domain/c.ts > src/instrument/schemas/s.ts',
        'the layer domain: src/planning/domain/c.ts > src/assessment/elements/a.ts',
        expect.stringMatching(/^the package zod\/mini: src\/planning\/domain\/c\.ts > .*mini\/index/),
      ],
    },
    {
      what: 'zod itself, and a package that nobody was to use',
      wrong: { 'src/assessment/file/a.ts': "import 'zod';\nimport 'vitest';" },
      breaks: [
        expect.stringContaining('a package that no room uses: src/assessment/file/a.ts > ../../node_modules/vitest/'),
        expect.stringContaining('a package that no room uses: src/assessment/file/a.ts > ../../node_modules/zod/'),
      ],
    },
    {
      what: 'a circle, a room of no name, and what is not there',
      wrong: {
        'src/guide/domain/a.ts': "import './c.ts';",
        'src/guide/domain/c.ts': "import type { A } from './a.ts';\nimport './gone.ts';",
        'src/utils/a.ts': 'export const a = 1;',
      },
      breaks: [
        expect.stringMatching(/^a circle: src\/guide\/domain\//),
        'a folder that no wall knows: src/pages/index.astro > src/utils/a.ts',
        'what is not there: src/guide/domain/c.ts > ./gone.ts',
      ],
    },
  ])('cannot hide $what', async ({ wrong, breaks }) => {
    const house = { 'src/assessment/domain/b.ts': 'export const b = 1;', ...wrong };
    const page = Object.keys(house).map((file) => `import '../${file.slice('src/'.length)}';`);
    const built = new Map(Object.entries({ ...house, 'src/pages/index.astro': `---\n${page.join('\n')}\n---\n` }));
    expect(await breachesOf(built, '.astro/other-house')).toEqual(breaks);
  });

  it('cannot hide what no page reaches', async () => {
    const built = new Map([
      ['src/pages/index.astro', "---\nimport '../kit/values/a.ts';\n---\n"],
      ['src/kit/values/a.ts', 'export const a = 1;'],
      ['src/kit/values/dead.ts', "import './a.ts';"],
    ]);
    expect(await breachesOf(built, '.astro/other-house')).toEqual([
      'what no page reaches: src/kit/values/dead.ts > src/kit/values/dead.ts',
    ]);
  });

  it('bring every part that comes on demand through `part`, so that one that does not come is told as what it is', () => {
    const bare = [...files].flatMap(([file, text]) => {
      const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
      const all = code.match(/(?<!typeof )(?<![#.\w])import\(/g)?.length ?? 0;
      const told = code.match(/part\(\s*\(\) => import\(/g)?.length ?? 0;
      return all === told ? [] : [file];
    });
    expect(bare).toEqual([]);
  });
});

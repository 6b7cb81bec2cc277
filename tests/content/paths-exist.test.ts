import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What is in the repository, by its path with `/`. */
const files = globSync('{src,tests,scripts,docs,public}/**/*', { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  .concat(globSync(['*.*', '.*rc*', '.editorconfig', '.nvmrc']));
/** Each file and folder with every end of its path, so that a text may leave out `src/` or more where that is clear. */
const ends = new Set(
  files.flatMap((file) => {
    const parts = file.split('/');
    const folders = parts.map((_, index) => parts.slice(0, index + 1));
    return folders.flatMap((path) => path.map((_, index) => path.slice(index).join('/')));
  }),
);
const texts = new Map(
  files.filter((file) => /^[^/]+\.md$|^docs\/.*\.md$/.test(file)).map((file) => [file, readFileSync(file, 'utf8')]),
);

const ROOMS = ['planning', 'assessment', 'guide', 'instrument', 'components', 'kit', 'integrations', 'styles', 'pages'];
const LAYERS = ['domain', 'copy', 'charts', 'file', 'workbook', 'opening', 'documents', 'storage', 'work', 'elements'];
const ROOTS = ['src', 'tests', 'scripts', 'docs', 'public', 'layouts', 'content', 'schemas', ...ROOMS, ...LAYERS];
/** What a document invents to show how something is named. */
const INVENTED = new Set(['inf-36-nombre-corto.mdx']);
/** A path from a folder of ours, or the name of a file; a wildcard, `<phase>` or `…` may stand for a part of it. */
const NAMED = new RegExp(
  `(?<![\\w./@-])(?:(?:${ROOTS.join('|')})/[\\w./*<>…\\[\\]-]*[\\w*/\\]]|[\\w.*-]+\\.(?:ts|astro|md|mdx|css|yaml)(?![\\w*]))`,
  'g',
);

/** True where a path, or the end of one, is that of a file or a folder, with its ending or as a decision is called. */
function exists(named: string): boolean {
  const path = named.replace(/\/$/, '');
  if (ends.has(path) || ends.has(`${path}.ts`)) return true;
  if (/^docs\/decisions\/\d{4}$/.test(path)) return files.some((file) => file.startsWith(`${path}-`));
  if (!/[*<…]/.test(path)) return false;
  const pattern = path
    .replace(/[.[\]]/g, '\\$&')
    .replace(/\*\*\/?/g, '\0')
    .replace(/\*|<[^>]*>|…/g, '[^/]*')
    .replaceAll('\0', '.*');
  return [...ends].some((end) => new RegExp(`^${pattern}$`).test(end));
}

/** The paths in a text that are none. */
function missing(text: string): string[] {
  return [...text.matchAll(NAMED)].map(([named]) => named).filter((named) => !exists(named) && !INVENTED.has(named));
}

/** The comments of a program: the lines that begin as one, and what stands behind `//`. */
function commentsOf(code: string): string {
  return code
    .split('\n')
    .map((line) => (/^\s*(?:\/[/*]|\*|\{\/\*)/.test(line) ? line : (/\s\/\/ (.*)$/.exec(line)?.[1] ?? '')))
    .join('\n');
}

/** What stands in code spans: elsewhere a text of people may name what was, or what is of others. */
function spansOf(text: string): string {
  return [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span).join('\n');
}

const headingsOf = (text: string): string[] =>
  [...text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe('what a comment or a document names', () => {
  const programs = files
    .filter((file) => /\.(?:ts|astro|css)$/.test(file) || /^[^/]+\.js$/.test(file))
    .map((file) => ({ file, comments: commentsOf(readFileSync(file, 'utf8')) }));

  it('is there: every path in a comment', () => {
    expect(programs.length).toBeGreaterThan(400);
    expect(programs.flatMap(({ file, comments }) => missing(comments).map((named) => `${file}: ${named}`))).toEqual([]);
  });

  it('is there: every path in a document', () => {
    expect([...texts].flatMap(([file, text]) => missing(spansOf(text)).map((named) => `${file}: ${named}`))).toEqual(
      [],
    );
  });

  it('is there: every section of a document that a comment names', () => {
    const named = programs.flatMap(({ file, comments }) =>
      [...comments.replace(/\n\s*(?:\/\/|\*) ?/g, ' ').matchAll(/(docs\/[\w/-]+\.md), «([^»]+)»/g)].map(
        ([, document = '', section = '']) => ({ file, document, section }),
      ),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(
      named.filter(
        ({ document, section }) => !headingsOf(texts.get(document) ?? '').some((each) => each.includes(section)),
      ),
    ).toEqual([]);
  });

  it('is there: whatever a document links to', () => {
    const wrong = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)]
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? file : join(dirname(file), path).replaceAll('\\', '/').replace(/\/$/, '');
          if (!ends.has(target)) return true;
          return (
            anchor !== undefined &&
            !headingsOf(texts.get(target) ?? '')
              .map(anchorOf)
              .includes(anchor)
          );
        })
        .map(([link]) => `${file}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is told where it is not', () => {
    expect(missing('// See src/assessment/domain/scoring.ts, `draw*.ts` and kit/values/money.')).toEqual([]);
    expect(missing('// See src/domain/scoring.ts, gone.ts and kit/values/gone.')).toEqual([
      'src/domain/scoring.ts',
      'gone.ts',
      'kit/values/gone',
    ]);
  });
});

// node move.mjs <checkout> [--dry]
// Rebuilds src/ by subject: `git mv` by table.mjs, then every place that names a path is written anew. It works on
// whatever files the checkout has; where a file has no rule it stops before it touches anything and names it.
// Commits nothing. Run it on a clean checkout; then look at `git diff --stat -M`, the leftovers that it prints, commit.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { named, placeOf } from './table.mjs';

const started = Date.now();
const [root, flag] = process.argv.slice(2);
if (!root || !existsSync(join(root, 'src'))) throw new Error('node move.mjs <checkout>');
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
const lines = (text) => text.split('\n').filter(Boolean);

const tracked = lines(git('ls-files')).filter((file) => existsSync(join(root, file)));
const files = tracked.filter((file) => file.startsWith('src/'));

// 1. Where everything goes; nothing is touched unless all of it is known.
const unknown = files.filter((file) => placeOf(file) === null);
if (unknown.length > 0) {
  console.error(`No rule for these: add them to table.mjs.\n  ${unknown.join('\n  ')}`);
  process.exit(1);
}
const places = new Map(files.map((file) => [file, placeOf(file)]));
const taken = new Map();
for (const [from, to] of places) {
  if (taken.has(to)) {
    console.error(`Two files for one place, ${to}: ${taken.get(to)} and ${from}`);
    process.exit(1);
  }
  taken.set(to, from);
}
const moved = [...places].filter(([from, to]) => from !== to);
if (moved.length === 0) {
  console.log('Everything is in its place.');
  process.exit(0);
}
console.log(`${moved.length} of ${files.length} files of src/ move.`);
if (flag === '--dry') process.exit(0);

/** Takes an old path from the root, of a file that is there or that the table names; gives its new one, or undefined. */
const newPath = (old) => places.get(old) ?? (tracked.includes(old) ? old : named.get(old));
const isKnown = (old) => places.has(old) || named.has(old);

// 2. What names a path is written anew.
const TEXT = /\.(ts|mts|cts|mjs|cjs|js|astro|mdx?|css|json|ya?ml)$|(^|\/)(\.prettierignore|\.gitattributes|\.gitignore|run)$/;
const SKIP = /^(package-lock\.json$|tests\/golden\/|docs\/images\/)/;

const relative = (fromFile, toFile) => {
  const path = posix.relative(posix.dirname(fromFile), toFile);
  return path.startsWith('.') ? path : `./${path}`;
};

/** Strings that begin with `./` or `../` and name a file that is there, whatever stands around them. */
function rewriteRelative(text, oldFile, newFile) {
  return text.replace(/(['"`])(\.\.?\/[^'"`\n?$]+)((?:\?[\w&=-]+)?\1)/g, (whole, quote, path, rest) => {
    const target = posix.normalize(posix.join(posix.dirname(oldFile), path));
    if (places.has(target)) return quote + relative(newFile, places.get(target)) + rest;
    // Without its extension; the others all have it.
    if (places.has(`${target}.ts`)) return quote + relative(newFile, places.get(`${target}.ts`)) + rest;
    // Not a file of src/: a test's builder, a script, a configuration; or it has no extension.
    if (oldFile === newFile) return whole;
    const isFolder = existsSync(join(root, target)) || tracked.some((each) => each.startsWith(`${target}/`));
    if (tracked.includes(target) || (isFolder && !target.startsWith('src/'))) return quote + relative(newFile, target) + rest;
    if (target.startsWith('src/') && isFolder) warn(oldFile, `names a folder: ${path}`);
    return whole;
  });
}

const BUILD_ONLY = 'src/instrument/read.ts';
const FOLDERS = 'domain|formats|storage|copy|elements|charts|schemas|components';
/** Paths from the root or from src/, in comments, documents, settings: `src/domain/plan.ts`, `copy/faults.ts`, `domain/scoring`. */
function rewriteNamed(text) {
  return text
    .replace(/(?<![\w@./-])((?:src\/)?(?:[\w-]+\/)*[\w-]+(?:\.test)?\.(?:ts|astro|css))(?![\w-])/g, (whole) => {
      const isFull = whole.startsWith('src/');
      const old = isFull ? whole : `src/${whole}`;
      // A bare name such as `instrument.ts` says nothing of where it is, unless it stood at the top of src/.
      if (!isKnown(old) || (!isFull && !whole.includes('/'))) return whole;
      const to = newPath(old);
      return isFull ? to : to.slice('src/'.length);
    })
    .replace(new RegExp(`(?<![\\w@./-])((?:src/)?(?:${FOLDERS})/(?:[\\w-]+/)*[\\w-]+)(?![\\w/.-]*[\\w/-])`, 'g'), (whole) => {
      const isFull = whole.startsWith('src/');
      const old = isFull ? whole : `src/${whole}`;
      for (const extension of ['.ts', '.astro']) {
        if (!isKnown(old + extension)) continue;
        const to = newPath(old + extension).slice(0, -extension.length);
        return isFull ? to : to.slice('src/'.length);
      }
      return whole;
    });
}

/** The files that a bundler's group names by a regular expression: `/\/src\/(a\/b|c\/(d|e))\.ts$/`. */
function rewriteGroups(text) {
  return text.replace(/\/\\\/src\\\/\((.+)\)\\\.ts\$\//g, (whole, body) => {
    const all = expand(body.replaceAll('\\/', '/'));
    const to = all.map((each) => {
      const place = places.get(`src/${each}.ts`);
      if (place === undefined) warn('astro.config.mjs', `a group names ${each}.ts, which is not there`);
      return (place ?? `src/${each}.ts`).slice('src/'.length, -'.ts'.length);
    });
    return `/\\/src\\/${fold(to).replaceAll('/', '\\/')}\\.ts$/`;
  });
}

/** `a/(b|c)|d` → `a/b`, `a/c`, `d`. */
function expand(pattern) {
  const alternatives = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= pattern.length; at += 1) {
    const sign = pattern[at];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (at === pattern.length || (sign === '|' && depth === 0)) {
      alternatives.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  return alternatives.flatMap((each) => {
    const open = each.indexOf('(');
    if (open < 0) return [each];
    let close = open;
    for (let inner = 0; ; close += 1) {
      if (each[close] === '(') inner += 1;
      if (each[close] === ')' && (inner -= 1) === 0) break;
    }
    return expand(each.slice(open + 1, close)).flatMap((middle) =>
      expand(each.slice(close + 1)).map((end) => each.slice(0, open) + middle + end),
    );
  });
}

/** `a/b`, `a/c`, `d` → `(a/(b|c)|d)`: folder by folder. */
function fold(paths) {
  const heads = new Map();
  for (const path of paths) {
    const [head, ...rest] = path.split('/');
    heads.set(head, [...(heads.get(head) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  const parts = [...heads].map(([head, rest]) => (rest.length > 0 ? `${head}/${fold(rest)}` : head));
  return parts.length === 1 ? parts[0] : `(${parts.join('|')})`;
}

const warnings = [];
const warn = (file, message) => warnings.push(`${file}: ${message}`);

const changed = [];
for (const old of tracked.filter((file) => TEXT.test(file) && !SKIP.test(file))) {
  const place = places.get(old) ?? old;
  const before = readFileSync(join(root, old), 'utf8');
  let after = rewriteRelative(before, old, place);
  if (!old.startsWith('src/content/')) after = rewriteNamed(after);
  if (old === 'astro.config.mjs') after = rewriteGroups(after);
  if (old === 'tsconfig.browser.json') after = outOfTheBrowser(after);
  if (old === 'eslint.config.js') after = after.replace("'src/integrations/**', 'src/pages/**/*.ts'", `'src/integrations/**', 'src/pages/**/*.ts', '${BUILD_ONLY}'`);
  if (old === 'tests/content/provenance.test.ts') {
    after = after.replace(
      "'src/{pages,components,layouts,copy}/**/*.{astro,ts}'",
      "'src/{pages,components,layouts,*/components,*/copy,kit/words,planning/documents}/**/*.{astro,ts}'",
    );
  }
  if (after === before) continue;
  writeFileSync(join(root, old), after);
  changed.push(place);
}

/** What a build alone runs, and stood at the top of src/ for that: the browser's own checks leave it out. */
function outOfTheBrowser(text) {
  return text.replace('"src/integrations"', `"src/integrations", "${BUILD_ONLY}"`);
}

// 3. The files themselves.
for (const [from, to] of moved) mkdirSync(dirname(join(root, to)), { recursive: true });
const batches = new Map();
for (const [from, to] of moved) {
  if (posix.basename(from) !== posix.basename(to)) git('mv', from, to);
  else batches.set(posix.dirname(to), [...(batches.get(posix.dirname(to)) ?? []), from]);
}
for (const [folder, all] of batches) git('mv', ...all, `${folder}/`);
for (const [from] of moved) {
  for (let folder = dirname(join(root, from)); existsSync(folder) && readdirSync(folder).length === 0; folder = dirname(folder)) {
    rmdirSync(folder);
  }
}

// 4. Lines that became too long, or need no longer be broken.
const prettier = join(root, 'node_modules/.bin/prettier');
const lint = [...new Set([...changed, ...moved.map(([, to]) => to)])].filter((file) => statSync(join(root, file)).isFile());
const node = existsSync(join(root, 'node_modules/.bin/node')) ? join(root, 'node_modules/.bin/node') : process.execPath;
execFileSync(node, [prettier, '--write', '--log-level', 'warn', '--ignore-unknown', ...lint], { cwd: root, stdio: 'inherit' });
git('add', '-A');

// 5. What is left to look at by hand.
const OLD_SHELF = new RegExp(`src/\\{?(?:domain|formats|storage|copy|elements|charts|schemas)\\b|\`(?:domain|formats|storage|copy|elements|charts|schemas)/?\``);
for (const file of lines(git('ls-files')).filter((each) => TEXT.test(each) && !SKIP.test(each))) {
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .forEach((line, index) => OLD_SHELF.test(line) && warn(`${file}:${index + 1}`, line.trim().slice(0, 150)));
}
console.log(`${changed.length} files were written anew. To look at by hand:`);
console.log(warnings.map((each) => `  ${each}`).join('\n') || '  nothing');
console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);

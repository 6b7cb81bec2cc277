// node symbols.mjs <checkout>   (after move.mjs, and after its result is committed)
// What moves from one file to another within a file: each declaration goes with its comment, what it needs is imported
// where it now stands, and every import of it follows. Stops, with nothing written, where it cannot tell.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? '');
if (!existsSync(join(root, 'src/kit'))) throw new Error('node symbols.mjs <checkout>, after move.mjs');
const ts = createRequire(join(root, 'package.json'))('typescript');

/**
 * from, to, names. `optional`: these come along where they are there. `comment`: what is written over the declaration
 * instead of what stands there. `keeps`: what stands there is of the whole file and stays. `own`: it is not exported.
 * `isTop`: above what the file already has.
 */
const steps = [
  { from: 'src/assessment/copy/storage.ts', to: 'src/kit/words/fault.ts', names: ['FaultMessage'] },
  { from: 'src/assessment/copy/terms.ts', to: 'src/kit/words/plural.ts', names: ['plural'], optional: ['thousands'] },
  { from: 'src/assessment/copy/terms.ts', to: 'src/instrument/copy/confidence.ts', names: ['confidenceName'] },
  { from: 'src/assessment/domain/profile.ts', to: 'src/instrument/instrument.ts', names: ['ConditionLogic', 'Condition'] },
  {
    from: 'src/assessment/file/assessment-file.ts',
    to: 'src/kit/bytes/raw-object.ts',
    names: ['FileProblem', 'Decoded'],
    comments: {
      FileProblem: '/** What is wrong at one place of a file. */',
      Decoded: '/** What was read of a raw object, or all that is wrong with it. */',
    },
    keeps: ['FileProblem'],
    isTop: true,
  },
  { from: 'src/assessment/workbook/workbook-cells.ts', to: 'src/kit/bytes/xml-text.ts', names: ['cellText'] },
  { from: 'src/assessment/workbook/workbook-layout.ts', to: 'src/kit/xlsx/columns.ts', names: ['MAX_CELL', 'columnLetter'] },
  { from: 'src/kit/xlsx/workbook-pack.ts', to: 'src/assessment/workbook/workbook-layout.ts', names: ['footerOf'] },
  { from: 'src/guide/domain/direct-hits.ts', to: 'src/kit/words/fold.ts', names: ['fold'] },
  { from: 'src/instrument/schemas/provenance.ts', to: 'src/kit/values/web-address.ts', names: ['isWebAddress'] },
  { from: 'src/planning/documents/document-file-name.ts', to: 'src/assessment/file/entity-slug.ts', names: ['entitySlug'] },
  { from: 'src/assessment/storage/database.ts', to: 'src/assessment/storage/document-records.ts', names: ['StoredDocument'], isTop: true },
  // notice, start and damage-view went in a circle.
  { from: 'src/assessment/elements/page/notice.ts', to: 'src/assessment/elements/page/show-damage.ts', names: ['showDamage'] },
  {
    from: 'src/planning/elements/planning/desk.ts',
    to: 'src/planning/work/records.ts',
    names: ['Work', 'partsOf', 'changedRecords', 'seenOf', 'withRecord'],
    optional: ['inIdOrder'],
    comments: { Work: '/** The plan and the projects, as a person works on them. */' },
    own: ['inIdOrder'],
  },
];

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
const sources = git('ls-files', 'src', 'tests', 'scripts').split('\n').filter((file) => /\.(ts|astro|mts)$/.test(file));
const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const original = new Map(texts);

const relative = (from, to) => {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};
const target = (file, specifier) =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), specifier)) : specifier;

const IMPORT = /^([ \t]*)(import|export) (type )?\{([^}]*)\} from '([^']+)';$/gm;
const parseNames = (isType, body) =>
  body
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [, type, name, , local] = /^(type )?(\w+)( as (\w+))?$/.exec(each) ?? [];
      return { name, local: local ?? name, isType: Boolean(isType || type) };
    });
const statement = (indent, word, names, specifier) => {
  const all = names.every(({ isType }) => isType);
  const body = names
    .map(({ name, local, isType }) => `${isType && !all ? 'type ' : ''}${name}${local === name ? '' : ` as ${local}`}`)
    .join(', ');
  return `${indent}${word} ${all ? 'type ' : ''}{ ${body} } from '${specifier}';`;
};

/** Values, then types, each by the alphabet. */
const inOrder = (names) =>
  [...names].sort(
    (a, b) => a.isType - b.isType || a.local.localeCompare(b.local, 'en', { sensitivity: 'base' }),
  );

/** Adds names to the imports of a file: to the statement of that module where there is one, else after the last import. */
function addImports(file, text, names, module) {
  if (names.length === 0) return text;
  let isDone = false;
  const added = text.replace(IMPORT, (whole, indent, word, type, body, specifier) => {
    if (isDone || word !== 'import' || target(file, specifier) !== module) return whole;
    isDone = true;
    const had = parseNames(type, body);
    const more = names.filter(({ local }) => !had.some((each) => each.local === local));
    return statement(indent, word, more.length > 0 ? inOrder([...had, ...more]) : had, specifier);
  });
  if (isDone) return added;
  const line = statement('', 'import', inOrder(names), module.startsWith('src/') ? relative(file, module) : module);
  const last = [...text.matchAll(/^import [^;]*;$/gm)].at(-1);
  if (!last) {
    if (file.endsWith('.astro')) return text.replace(/^---\n/, `---\n${line}\n`);
    return `${line}\n\n${text}`;
  }
  const at = last.index + last[0].length;
  return `${text.slice(0, at)}\n${line}${text.slice(at)}`;
}

/** The identifiers that a piece of code uses. */
function used(node, into = new Set()) {
  if (ts.isIdentifier(node)) into.add(node.text);
  // A result would end the walk.
  ts.forEachChild(node, (child) => void used(child, into));
  return into;
}

/** Takes away the imported names that a file no longer uses. */
function pruned(text) {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const all = new Set();
  for (const each of source.statements) if (!ts.isImportDeclaration(each)) used(each, all);
  return text.replace(IMPORT, (whole, indent, word, type, body, specifier) => {
    if (word !== 'import') return whole;
    const names = parseNames(type, body);
    const kept = names.filter(({ local }) => all.has(local));
    if (kept.length === names.length) return whole;
    return kept.length === 0 ? '\0' : statement(indent, word, kept, specifier);
  }).replace(/\0\n/g, '');
}

/** Puts code below the imports of a file, and below the comment on the whole of it, where there is one. */
function atTop(text, code) {
  const last = [...text.matchAll(/^import [^;]*;$/gm)].at(-1);
  let at = last ? last.index + last[0].length : 0;
  at += /^\n*\/\*\*(?:(?!\*\/).)*\*\/(?=\n\n)/s.exec(text.slice(at))?.[0].length ?? 0;
  return `${text.slice(0, at)}\n\n${code.replace(/\n*$/, '\n')}\n${text.slice(at).replace(/^\n+/, '')}`;
}

const nameOf = (each) =>
  ts.isVariableStatement(each) ? each.declarationList.declarations[0].name.getText() : each.name?.getText();

for (const { from, to, names, optional = [], comments = {}, keeps = [], own = [], isTop = false } of steps) {
  let text = texts.get(from);
  if (text === undefined) throw new Error(`${from} is not there`);
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true);
  const found = source.statements.filter((each) => [...names, ...optional].includes(nameOf(each)));
  const missing = names.filter((name) => !found.some((each) => nameOf(each) === name));
  if (missing.length > 0) {
    console.log(`not there (moved already?): ${missing.join(', ')} in ${from}`);
    if (missing.length === names.length) continue;
  }
  // The pieces, each with the comment over it.
  const pieces = found.map((node) => {
    const name = nameOf(node);
    const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
    const over = ranges.filter((range, index) => !/\n\s*\n/.test(text.slice(range.end, ranges[index + 1]?.pos ?? node.getStart(source)))).at(-1);
    let code = text.slice(node.getStart(source), node.end);
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    if (!code.startsWith('export ') && !own.includes(name)) code = `export ${code}`;
    const comment = comments[name] ?? (over ? text.slice(over.pos, over.end) : '');
    const start = over && !keeps.includes(name) ? over.pos : node.getStart(source);
    return { name, isType, node, start, end: node.end, written: `${comment === '' ? '' : `${comment}\n`}${code}\n` };
  });
  const movedNames = new Map(pieces.map(({ name, isType }) => [name, isType]));
  const needed = new Set(pieces.flatMap(({ node }) => [...used(node)]));
  // What they need: of the imports of the file, and of what stays there.
  const imports = [...text.matchAll(IMPORT)]
    .filter(([, , word]) => word === 'import')
    .map(([, , , type, body, specifier]) => ({
      module: target(from, specifier),
      names: parseNames(type, body).filter(({ local }) => needed.has(local)),
    }))
    .filter(({ names: wanted, module }) => wanted.length > 0 && module !== to);
  const staying = source.statements
    .filter((each) => nameOf(each) && needed.has(nameOf(each)) && !movedNames.has(nameOf(each)))
    .map((each) => ({ each, name: nameOf(each) }));
  for (const { each, name } of staying) {
    if (!each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      throw new Error(`${from}: ${[...movedNames.keys()].join(', ')} need ${name}, which stays and is not exported`);
    }
    imports.push({
      module: from,
      names: [{ name, local: name, isType: ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each) }],
    });
  }
  // The source without them.
  for (const { start, end } of [...pieces].sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start).replace(/\n+$/, '\n\n')}${text.slice(end).replace(/^\n+/, '\n').replace(/^\n/, '')}`;
  }
  text = text.replace(/\n{3,}/g, '\n\n').replace(/\n*$/, '\n');
  const body = ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true);
  const still = new Set();
  for (const each of body.statements) if (!ts.isImportDeclaration(each)) used(each, still);
  const own_ = [...movedNames].filter(([name]) => still.has(name)).map(([name, isType]) => ({ name, local: name, isType }));
  text = pruned(addImports(from, text, own_, to));
  texts.set(from, text);
  // The target with them: types and values at its end, or a new file.
  let goal = texts.get(to) ?? '';
  const isNew = goal === '';
  goal = isNew
    ? pieces.map(({ written }) => written).join('\n')
    : isTop
      ? atTop(goal, pieces.map(({ written }) => written).join('\n'))
      : `${goal.replace(/\n*$/, '\n')}\n${pieces.map(({ written }) => written).join('\n')}`;
  // What was imported from the source stands here now.
  goal = goal.replace(IMPORT, (whole, indent, word, type, list, specifier) => {
    if (word !== 'import' || target(to, specifier) !== from) return whole;
    const rest = parseNames(type, list).filter(({ name }) => !movedNames.has(name));
    return rest.length === 0 ? '\0' : statement(indent, word, rest, specifier);
  }).replace(/\0\n/g, '');
  if (isNew && imports.length > 0) {
    goal = `${imports.map(({ module, names: wanted }) => statement('', 'import', wanted, module.startsWith('src/') ? relative(to, module) : module)).join('\n')}\n\n${goal}`;
  } else {
    for (const { module, names: wanted } of imports) goal = addImports(to, goal, wanted, module);
  }
  texts.set(to, goal.replace(/^\n+/, ''));
  // Everyone else.
  for (const [file, before] of texts) {
    if (file === from || file === to) continue;
    const gone = [];
    let after = before.replace(IMPORT, (whole, indent, word, type, list, specifier) => {
      if (target(file, specifier) !== from) return whole;
      const all = parseNames(type, list);
      const [leaving, rest] = [all.filter(({ name }) => movedNames.has(name)), all.filter(({ name }) => !movedNames.has(name))];
      if (leaving.length === 0) return whole;
      const other = new RegExp(IMPORT.source, 'gm');
      const has = word === 'import' && [...before.matchAll(other)].some(([, , w, , , s]) => w === 'import' && target(file, s) === to);
      if (has) gone.push(...leaving);
      const fresh = has ? [] : [statement(indent, word, leaving, relative(file, to))];
      const old = rest.length > 0 ? [statement(indent, word, rest, specifier)] : [];
      return [...old, ...fresh].join('\n') || '\0';
    }).replace(/\0\n/g, '');
    if (gone.length > 0) after = addImports(file, after, gone, to);
    if (after !== before) texts.set(file, after);
  }
  console.log(`${[...movedNames.keys()].join(', ')}: ${from} -> ${to}`);
}

const changed = [...texts].filter(([file, text]) => original.get(file) !== text);
for (const [file, text] of changed) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const bin = (name) => join(root, 'node_modules/.bin', name);
const node = existsSync(bin('node')) ? bin('node') : process.execPath;
execFileSync(node, [bin('prettier'), '--write', '--log-level', 'warn', ...changed.map(([file]) => file)], { cwd: root, stdio: 'inherit' });
git('add', '-A', 'src', 'tests', 'scripts');
console.log(`${changed.length} files were written.`);

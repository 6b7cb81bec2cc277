// `npm run correcciones -- archivo…`: shows each proposed correction against the content and makes those that the editor
// accepts. With «--aceptar» it asks nothing and makes every one that can be made.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readCorrection } from '../src/guide/file/correction.ts';
import { longDate } from '../src/kit/words/dates.ts';
import { contentProblems } from './content/check.ts';
import { placesOf, targetOf } from './content/correct.ts';
import { readContentTexts } from './content/files.ts';
import { problemBlock } from './content/problem.ts';

const given = process.argv.slice(2);
const acceptsAll = given.includes('--aceptar');
const names = given.filter((each) => each !== '--aceptar');
const asks = !acceptsAll && process.stdin.isTTY;
let made = 0;
let left = 0;

async function isAccepted(question: string): Promise<boolean> {
  if (acceptsAll) return true;
  if (!asks) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^s/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

async function handle(name: string): Promise<void> {
  console.log(`\n${name}`);
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    console.log(
      `  No se pudo leer${code === 'ENOENT' ? ': no existe' : ''}. Revise el nombre. El contenido no cambió.`,
    );
    left += 1;
    return;
  }
  const reading = readCorrection(text);
  if (!reading.ok) {
    console.log(`  No se pudo leer: ${reading.why}. El contenido no cambió.`);
    left += 1;
    return;
  }
  const { correction } = reading;
  const { subject, wrong, right, source, proposer, date } = correction;
  console.log(`  Sobre:          ${subject.name}`);
  console.log(`  Dice:           ${wrong}`);
  console.log(`  Debería decir:  ${right}`);
  console.log(`  Lo prueba:      ${source.title}${source.url === '' ? '' : ` (${source.url})`}`);
  console.log(`  Quién:          ${[proposer.name, proposer.office].filter(Boolean).join(', ')}, ${longDate(date)}`);

  const texts = readContentTexts();
  const target = targetOf(subject, texts);
  const places = placesOf(correction, texts);
  for (const { file, line, key } of places) console.log(`  Está en:        ${file}, línea ${line}, ${key}`);
  const [place, ...others] = places;
  if (!place || others.length > 0 || place.corrected === null) {
    console.log(
      place
        ? '  Cámbiela a mano: esas palabras están en varios lugares, o llevan un enlace por dentro.'
        : `  Esas palabras no están${target ? ` en ${target.file}` : ' en el contenido'}: búsquelas y cámbielas a mano.`,
    );
    left += 1;
    return;
  }
  const after = new Map([...texts, [place.file, place.corrected]]);
  const known = new Set(contentProblems(texts).map(problemBlock));
  const problems = contentProblems(after)
    .map(problemBlock)
    .filter((block) => !known.has(block));
  if (problems.length > 0) {
    console.log(`  No se puede aplicar tal cual: dejaría esto mal.\n\n${problems.join('\n\n')}\n`);
    left += 1;
    return;
  }
  if (!(await isAccepted('  ¿Aplicarla? (s/n) '))) {
    console.log(asks ? '  No se aplicó.' : '  Para aplicarla, corra esto en una terminal o añada --aceptar.');
    left += 1;
    return;
  }
  writeFileSync(place.file, place.corrected);
  console.log('  Aplicada. Si el documento que la prueba es nuevo, añádalo a «fuentes» de ese mismo archivo.');
  made += 1;
}

if (names.length === 0) {
  console.log('Diga qué archivos: npm run correcciones -- correccion-inf-04-2026-11-28.json');
  process.exitCode = 1;
} else {
  for (const name of names) await handle(name);
  console.log(`\n${made} aplicadas, ${left} sin aplicar. Revise con «npm run contenido» y entregue el cambio.`);
}

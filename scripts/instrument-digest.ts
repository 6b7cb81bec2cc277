// Run when criteria change on purpose: prints the digest to write in src/content/instrumento/versiones.yaml. Where the
// last version there already says it, keeps that version as data, which is published and never changes again.
import { existsSync, writeFileSync } from 'node:fs';
import { contentProblems } from './content/check.ts';
import { readContentTexts } from './content/files.ts';
import { problemBlock } from './content/problem.ts';
import { instrumentAsData, instrumentDigest, readVersions } from './read-content.ts';

const wrong = contentProblems(readContentTexts()).filter(({ key }) => !key.startsWith('huella'));
if (wrong.length > 0) {
  console.log(`${wrong.map(problemBlock).join('\n\n')}\n\nCorrija primero el contenido.`);
  process.exit(1);
}
const digest = instrumentDigest();
const current = readVersions().at(-1);
console.log(`Versión actual:   ${current?.version ?? 'ninguna'}  ${current?.digest ?? ''}`);
console.log(`Lo que se pregunta: ${digest}`);
if (current && digest === current.digest) {
  console.log('No cambió nada de lo que se pregunta: no hace falta otra versión.');
  const file = `src/content/instrumento/${current.version}.json`;
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify(instrumentAsData(), null, 2)}\n`);
    console.log(`Quedó guardada en ${file}. Entregue también ese archivo.`);
  }
} else {
  console.log(
    'Cambió lo que se pregunta. Añada al final de src/content/instrumento/versiones.yaml una versión nueva con esta huella, y corra esto otra vez.',
  );
}

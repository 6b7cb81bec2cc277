// Run when criteria change on purpose: prints the digest to write in src/content/instrumento/versiones.yaml.
import { instrumentDigest, readVersions } from './read-content.ts';

const digest = instrumentDigest();
const current = readVersions().at(-1);
console.log(`Versión actual:   ${current?.version ?? 'ninguna'}  ${current?.digest ?? ''}`);
console.log(`Lo que se pregunta: ${digest}`);
console.log(
  digest === current?.digest
    ? 'No cambió nada de lo que se pregunta: no hace falta otra versión.'
    : 'Cambió lo que se pregunta. Añada al final de src/content/instrumento/versiones.yaml una versión nueva con esta huella.',
);

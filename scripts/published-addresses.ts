// Run after a build that publishes something new: adds its addresses to the ledger. It never takes one out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { publishedAddresses } from '../tests/built/published.ts';

const LEDGER = 'docs/direcciones-publicadas.txt';
const HEAD =
  '# Direcciones publicadas. Ninguna se quita: «npm run direcciones» añade las nuevas; una prueba avisa si falta una.\n';

const before = existsSync(LEDGER)
  ? readFileSync(LEDGER, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
  : [];
const all = [...new Set([...before, ...publishedAddresses('dist')])].sort();
writeFileSync(LEDGER, `${HEAD}${all.join('\n')}\n`);
console.log(`${all.length - before.length} direcciones nuevas; ${all.length} en total.`);

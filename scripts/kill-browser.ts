// `npm run muertes`: kills the browser in the middle of the work, again and again, and looks whether anything that the
// page had announced as saved is missing. Needs a build in `dist`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plural } from '../src/kit/words/plural.ts';
import { killRepeatedly, type Death } from '../tests/support/killing.ts';
import { installBrowser } from './browser.ts';
import { serveBuilt } from './serve.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    // The page is made to say «Guardado» before the database has confirmed: the run must then end in losses.
    'too-early': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  throw new Error('«--rounds» debe ser un entero de 1 en adelante y «--seed» un entero.');
}

function tell({ round, phase, saves, announced, lost }: Death): void {
  const where = `en ${phase}, al guardar por ${saves}.ª vez`;
  console.log(`${round}/${rounds}: ${where}; ${announced} anunciadas, ${lost.length} perdidas`);
  for (const { criterionId, what, announced: said, stored } of lost) {
    console.log(`  ${criterionId} ${what}: se anunció ${JSON.stringify(said)}, hay ${JSON.stringify(stored)}`);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
installBrowser();
const { baseURL, stop } = await serveBuilt();
const profile = mkdtempSync(join(tmpdir(), 'gel-muertes-'));
/** True where the profile is to be looked at: what the browser wrote of its own database lies in it. */
let isKept = false;
process.once('exit', () => {
  if (!isKept) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
try {
  console.log(`Semilla ${seed}. Para repetir: npm run muertes -- --rounds ${rounds} --seed ${seed}`);
  const deaths = await killRepeatedly({ baseURL, profile, rounds, seed, tell, tooEarly: values['too-early'] });
  const announced = plural(deaths.at(-1)?.announced ?? 0, 'respuesta anunciada', 'respuestas anunciadas');
  const lost = deaths.reduce((sum, death) => sum + death.lost.length, 0);
  const recovered = deaths.at(-1)?.recovered ?? 0;
  console.log(`${plural(rounds, 'muerte', 'muertes')}, ${announced}, ${plural(lost, 'perdida', 'perdidas')}`);
  console.log(`Veces que el navegador había perdido su base de datos y la página la ofreció de vuelta: ${recovered}`);
  process.exitCode = lost === 0 ? 0 : 1;
  isKept = lost > 0;
} catch (error) {
  isKept = true;
  throw error;
} finally {
  stop();
  if (isKept) console.error(`El perfil del navegador queda en ${profile}, para mirarlo.`);
}

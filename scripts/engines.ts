// `npm run motores`: the main journey in each engine (tests/engines/), part of `npm test`. Needs a build in `dist`. Says
// which engines it could not run and why; where packages can be installed, one that is missing is a failure.
import { canInstall, engines } from '../tests/engines/engines.ts';
import { journey } from '../tests/engines/journey.ts';
import type { Engine } from '../tests/engines/driver.ts';
import { serveBuilt } from './serve.ts';

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const isWanted = ({ name }: Engine): boolean =>
  wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part));

/** Makes the whole journey in one engine; gives what went wrong, or null. */
async function run(engine: Engine, base: string): Promise<string | null> {
  const { driver, version } = await engine.start();
  console.log(`${engine.name} (${version})`);
  try {
    for (const [index, step] of journey.entries()) {
      const begin = performance.now();
      try {
        await step.run(driver, base);
      } catch (error) {
        console.log(`  ${index + 1}/${journey.length} ${step.name}: FALLA`);
        return `${step.name}: ${error instanceof Error ? error.message : String(error)}`;
      }
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      console.log(`  ${index + 1}/${journey.length} ${step.name}: bien (${seconds} s)`);
    }
    return null;
  } finally {
    await driver.close();
  }
}

const { baseURL, stop } = await serveBuilt();
const passed: string[] = [];
const failed: string[] = [];
const missing: string[] = [];
for (const engine of engines.filter(isWanted)) {
  const why = await engine.prepare();
  if (why !== null) {
    missing.push(`${engine.name} (${why})`);
    continue;
  }
  const fault = await run(engine, baseURL).catch((error: unknown) => String(error));
  if (fault === null) passed.push(engine.name);
  else failed.push(`${engine.name}: ${fault}`);
}
stop();
for (const fault of failed) console.error(`FALLA en ${fault}`);
console.log(`Motores que pasan: ${passed.join(', ') || 'ninguno'}.`);
if (missing.length > 0) console.log(`MOTORES QUE NO SE PROBARON: ${missing.join('; ')}.`);
process.exit(failed.length > 0 || (missing.length > 0 && canInstall()) ? 1 : 0);

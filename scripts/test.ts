// `npm test`: every check with its name and its time; exit code 1 if any fails. Where the content is wrong it stops there:
// everything else would fail because of it.
import { spawn } from 'node:child_process';
import { installBrowser } from './browser.ts';

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
}

const stage = {
  content: [[{ name: 'Contenido', command: ['node', 'scripts/check-content.ts'] }]],
  // Both lanes at once: the first keeps one core busy, the second the other.
  code: [
    [
      { name: 'Formato', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
      { name: 'Estilo de las hojas', command: ['stylelint', 'src/**/*.{css,astro}', 'public/**/*.css'] },
      { name: 'Tipos', command: ['astro', 'check'] },
      { name: 'Tipos de lo que corre en el navegador', command: ['tsc', '-p', 'tsconfig.browser.json'] },
      { name: 'Estilo del código', command: ['eslint', '.'] },
      { name: 'Lo que nadie usa', command: ['knip'] },
    ],
    [{ name: 'Unidad y contenido', command: ['vitest', 'run'] }],
  ],
  // One after another: a build writes where the other reads, and a browser needs both cores.
  built: [
    [
      {
        name: 'Construcción bajo /gobierno-en-linea/',
        command: ['astro', 'build', '--outDir', 'dist-base', '--silent'],
        env: { BASE: '/gobierno-en-linea/', SITE: 'https://www.ejemplo.gov.co' },
      },
      { name: 'Construcción bajo /', command: ['astro', 'build', '--silent'] },
      { name: 'Lo construido', command: ['vitest', 'run', '--config', 'vitest.built.config.ts'] },
      { name: 'Navegador y accesibilidad', command: ['playwright', 'test'] },
      { name: 'Otros motores', command: ['npm', 'run', '--silent', 'motores'] },
    ],
  ],
} satisfies Record<string, Step[][]>;

const count = Object.values(stage).flat(2).length;
const failed: string[] = [];
let begun = 0;

/** Runs a step, and says how it went. What it prints is shown as it comes, or at its end where another runs beside it. */
async function run({ name, command, env }: Step, isAlone: boolean): Promise<void> {
  begun += 1;
  const title = `[${begun}/${count}] ${name}`;
  console.log(`\n${title}: ${command.join(' ')}`);
  if (command[0] === 'playwright') installBrowser();
  const start = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      said.push(Buffer.from(error.message));
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const text = Buffer.concat(said).toString('utf8').trim();
  if (text !== '') console.log(`\n${name}:\n${text}`);
  console.log(`${title}: ${status === 0 ? 'bien' : 'FALLA'} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}

async function runAll(lanes: readonly (readonly Step[])[]): Promise<void> {
  const runLane = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) await run(step, lanes.length === 1);
  };
  await Promise.all(lanes.map(runLane));
}

await runAll(stage.content);
if (failed.length > 0) {
  console.log('\nNo se siguió: corrija primero el contenido. «npm run contenido» lo revisa en segundos.');
} else {
  await runAll(stage.code);
  await runAll(stage.built);
}
console.log(failed.length === 0 ? '\nTodo pasa.' : `\nFalla: ${failed.join(', ')}.`);
console.log(`${begun - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

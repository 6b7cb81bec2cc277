// `npm test`: every check, one after another, with its name and its time; exit code 1 if any fails. Where the content is
// wrong it stops there: everything else would fail because of it.
import { spawnSync } from 'node:child_process';
import { installBrowser } from './browser.ts';

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Where it fails, nothing after it is run. */
  stops?: true;
}

const steps: Step[] = [
  { name: 'Contenido', command: ['node', 'scripts/check-content.ts'], stops: true },
  { name: 'Formato', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'Estilo del código', command: ['eslint', '.'] },
  { name: 'Estilo de las hojas', command: ['stylelint', 'src/**/*.{css,astro}', 'public/**/*.css'] },
  { name: 'Tipos', command: ['astro', 'check'] },
  { name: 'Tipos de lo que corre en el navegador', command: ['tsc', '-p', 'tsconfig.browser.json'] },
  { name: 'Unidad y contenido', command: ['vitest', 'run'] },
  {
    name: 'Construcción bajo /gobierno-en-linea/',
    command: ['astro', 'build', '--outDir', 'dist-base', '--silent'],
    env: { BASE: '/gobierno-en-linea/', SITE: 'https://www.ejemplo.gov.co' },
  },
  { name: 'Construcción bajo /', command: ['astro', 'build', '--silent'] },
  { name: 'Lo construido', command: ['vitest', 'run', '--config', 'vitest.built.config.ts'] },
  { name: 'Navegador y accesibilidad', command: ['playwright', 'test'] },
  { name: 'Otros motores', command: ['npm', 'run', '--silent', 'motores'] },
];

const failed: string[] = [];
let run = 0;
for (const [index, { name, command, env, stops }] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${name}: ${command.join(' ')}`);
  if (command[0] === 'playwright') installBrowser();
  const start = performance.now();
  const { status } = spawnSync(command[0] ?? '', command.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`[${index + 1}/${steps.length}] ${name}: ${status === 0 ? 'bien' : 'FALLA'} (${seconds} s)`);
  run += 1;
  if (status === 0) continue;
  failed.push(name);
  if (stops) {
    console.log('\nNo se siguió: corrija primero el contenido. «npm run contenido» lo revisa en segundos.');
    break;
  }
}
console.log(failed.length === 0 ? '\nTodo pasa.' : `\nFalla: ${failed.join(', ')}.`);
console.log(`${run - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveBuilt } from '../../scripts/serve.ts';

const LOCK = '.astro/preview.json';
const before = existsSync(LOCK) ? readFileSync(LOCK) : undefined;
let foreign: ChildProcess;

beforeAll(() => {
  // A server was killed and its process number went to another program, which Astro takes for one of its own.
  foreign = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)', '/other/node_modules/.bin/astro'], {
    stdio: 'ignore',
  });
  const lock = { pid: foreign.pid, port: 4321, url: 'http://localhost:4321', background: false, startedAt: '' };
  writeFileSync(LOCK, JSON.stringify(lock));
});

afterAll(() => {
  foreign.kill();
  if (before) writeFileSync(LOCK, before);
  else rmSync(LOCK, { force: true });
});

it('what was built is served beside what an earlier server left behind, whose process it leaves alone', async () => {
  const { baseURL, stop } = await serveBuilt();
  expect((await fetch(`${baseURL}/`)).status).toBe(200);
  stop();
  expect(foreign.exitCode).toBeNull();
  expect(foreign.signalCode).toBeNull();
});

it('«npm start» and «npm run dev» serve in the same way', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(scripts['start']).toMatch(/astro preview --ignore-lock$/);
  expect(scripts['dev']).toMatch(/astro dev --ignore-lock$/);
});

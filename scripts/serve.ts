// Serves what was built, for the browser tests and for the scripts that drive a browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The local address at which a port of this machine is reached. */
export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/**
 * The command that serves `dist/` on a port of this machine. It neither reads nor writes `.astro/preview.json`: that
 * file stays behind when a server is killed, and its process number may be another program's by then.
 */
export const previewCommand = (port: number): readonly [string, ...string[]] => [
  'astro',
  'preview',
  '--ignore-lock',

  '--host',
  '127.0.0.1',
  '--port',
  String(port),
];

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves what was built; gives its address and what ends it. Throws where nothing was built or the server ends. */
export async function serveBuilt(): Promise<{ baseURL: string; stop: () => void }> {
  if (!existsSync('dist/index.html')) throw new Error('Falta «dist»: ejecute primero «npm run build».');
  const port = await freePort();
  const baseURL = addressOf(port);
  const [command, ...args] = previewCommand(port);
  const server = spawn(command, args, { stdio: 'ignore' });
  const stop = (): void => {
    process.off('exit', stop);
    server.kill();
  };
  process.once('exit', stop);
  while (server.exitCode === null) {
    const isUp = await fetch(`${baseURL}/robots.txt`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { baseURL, stop };
    await wait(100);
  }
  throw new Error('El servidor no arrancó.');
}

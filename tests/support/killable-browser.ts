// A Chromium with a profile on disk that can be killed at any moment, as a power switch or the system would.
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

export interface KillableBrowser {
  readonly page: Page;
  /** True from the moment of the killing. */
  readonly isKilled: boolean;
  /** Kills every process of the browser at once with SIGKILL: nothing is closed, nothing is written any more. */
  kill(): void;
  /** Kills the browser where it still lives, and resolves when no process of it is left. */
  end(): Promise<void>;
}

const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--lang=es-CO',
  '--remote-debugging-port=0',
];

/** What a killed browser leaves behind to say that the profile is in use. */
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'DevToolsActivePort'];

/** Starts a Chromium on a profile folder, which outlives it, as a process group of its own; gives its one page. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  for (const lock of LOCKS) rmSync(join(profile, lock), { force: true });
  const child = spawn(
    findBrowser() ?? chromium.executablePath(),
    [...SWITCHES, `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TZ: 'America/Bogota' } },
  );
  // Every process of the browser holds its error stream: once that is closed, none of them can write any more.
  let isGone = false;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    isGone = true;
  });
  let isKilled = false;
  const kill = (): void => {
    isKilled = true;
    if (!isGone) killGroup(child);
  };
  // Whoever stops this program stops the browser too, before anything that tidies its profile away.
  process.prependOnceListener('exit', kill);
  const end = async (): Promise<void> => {
    kill();
    await gone;
    process.off('exit', kill);
  };
  try {
    const browser = await chromium.connectOverCDP(await endpointOf(child));
    const context = browser.contexts()[0];
    if (!context) throw new Error('The browser has no profile of its own.');
    const page = context.pages()[0] ?? (await context.newPage());
    return {
      page,
      get isKilled() {
        return isKilled;
      },
      kill,
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Kills all processes that the browser is made of; those that have died already are none of its business. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The address at which the browser takes commands, which it says on its error stream. */
function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
}

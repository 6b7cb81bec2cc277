// Which Chromium the browser tests drive, and how a machine without one gets it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Chromium without its windows, as Playwright brings it elsewhere: the same journeys in two thirds of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

function firstOf(places: readonly string[]): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given === undefined && existsSync(chromium.executablePath())) return undefined;
  return [given, ...places].find((place) => place !== undefined && existsSync(place));
}

/** The path of a Chromium of this machine, or undefined where Playwright's own is there (or none at all). */
export function findBrowser(): string | undefined {
  return firstOf(WHOLE);
}

/** The same for a Chromium that never shows a window, where there is one. */
export function findHeadlessBrowser(): string | undefined {
  return firstOf([SHELL, ...WHOLE]);
}

/** Installs packages of Debian where that can be done, as root with apt-get; does nothing anywhere else. */
export function installPackages(...names: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const run = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit' });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...names);
}

/** Makes sure that there is a Chromium: Debian's packages as root, Playwright's own download anywhere else. */
export function installBrowser(): void {
  if (existsSync(chromium.executablePath())) return;
  if (findBrowser() === undefined) installPackages('chromium');
  if (!existsSync(SHELL) && process.env['CHROMIUM_PATH'] === undefined) {
    try {
      installPackages('chromium-headless-shell');
    } catch (error) {
      // Where this system has no such package the whole browser does the same, slower.
      console.warn(`Sin «chromium-headless-shell»: ${String(error)}`);
    }
  }
  if (findBrowser() === undefined) execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
}

// Which Chromium the browser tests drive, and how a machine without one gets it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The path of a Chromium of this machine, or undefined where Playwright's own is there (or none at all). */
export function findBrowser(): string | undefined {
  if (process.env['CHROMIUM_PATH'] === undefined && existsSync(chromium.executablePath())) return undefined;
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/** Installs packages of Debian where that can be done, as root with apt-get; does nothing anywhere else. */
export function installPackages(...names: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const run = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit' });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...names);
}

/** Makes sure that there is a Chromium: Debian's package as root, Playwright's own download anywhere else. */
export function installBrowser(): void {
  if (existsSync(chromium.executablePath()) || findBrowser() !== undefined) return;
  installPackages('chromium');
  if (findBrowser() === undefined) execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
}

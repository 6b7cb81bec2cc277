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

/** Makes sure that there is a Chromium: Debian's package as root, Playwright's own download anywhere else. */
export function installBrowser(): void {
  if (existsSync(chromium.executablePath()) || findBrowser() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const run = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit' });
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } else execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
}

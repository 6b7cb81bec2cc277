// Part of `npm run bench`: what hostile files and links cost the page and the machine.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { overlappingBomb, quotingBomb, rawZip, heavyFragment } from '../tests/builders/hostile-archives.ts';
import { assessmentFile } from '../tests/support/files.ts';
import { openBrowser } from './bench-search.ts';
import { findBrowser } from './browser.ts';

/** What one file or link cost. */
export interface HostileCost {
  readonly what: string;
  /** From giving it to its answer, in milliseconds. */
  readonly answered: number;
  /** The longest time that the page did nothing else meanwhile, in milliseconds. */
  readonly longestGap: number;
  /** What the browser's processes held at most above what they held before, in megabytes; null where it cannot be read. */
  readonly memory: number | null;
}

const MEGABYTE = 1024 * 1024;

/** The ids of a process and of all that it began. */
function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const];
      } catch (error) {
        if (isGone(error)) return [];
        throw error;
      }
    });
  const found = [root];
  for (const id of found) found.push(...parents.filter(([, parent]) => parent === id).map(([child]) => child));
  return found;
}

/** A process may end between two looks at it. */
function isGone(error: unknown): boolean {
  return ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** What processes hold of the memory, each shared page counted once among those that share it, in bytes. */
function heldBy(ids: readonly number[]): number {
  let bytes = 0;
  for (const id of ids) {
    try {
      bytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return bytes;
}

/** An assessment's file of about as many megabytes, valid. */
function largeFile(megabytes: number, id: string): string {
  const text = 'A la vista de todos. '.repeat(200);
  // Keys of others travel on: a file may bring what this site does not know.
  return JSON.stringify(assessmentFile({}, { id, deOtros: Array.from({ length: megabytes * 245 }, () => text) }));
}

const good = JSON.stringify(assessmentFile({}));
const BAD_FILES = 20_000;

interface Given {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

const files: Record<string, () => readonly Given[]> = {
  'ZIP whose entries overlap': () => [{ name: 'a.zip', bytes: overlappingBomb(4000, 500) }],
  'ZIP whose entries lie within one another': () => [{ name: 'a.zip', bytes: quotingBomb(400, 500) }],
  'XLSX whose entries lie within one another': () => [{ name: 'a.xlsx', bytes: quotingBomb(400, 500) }],
  'ZIP of one entry of 300 MB': () => [
    { name: 'a.zip', bytes: rawZip([{ name: 'a.gel.json', content: new Uint8Array(300 * MEGABYTE) }]) },
  ],
  'ZIP with a wrong checksum': () => [
    { name: 'a.zip', bytes: rawZip([{ name: 'a.gel.json', content: good, told: { crc: 7 } }]) },
  ],
  'ZIP of two good files of 24 MB': () => [
    {
      name: 'a.zip',
      bytes: rawZip([
        { name: 'a.gel.json', content: largeFile(24, 'aaaaaaaa-1') },
        { name: 'b.gel.json', content: largeFile(24, 'bbbbbbbb-1') },
      ]),
    },
  ],
};

/** Watches the page's thread: the longest time between two turns of it. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    const gaps = { longest: 0 };
    Object.assign(window, { gaps });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - last);
      last = now;
      setTimeout(() => port2.postMessage(null), 5);
    };
    port2.postMessage(null);
  });
  return () => page.evaluate(() => (window as unknown as { gaps: { longest: number } }).gaps.longest);
}

/** Makes ready a page in a browser of its own, then does what is measured until it is answered. */
async function measure(what: string, baseURL: string, give: (page: Page) => Promise<() => Promise<void>>) {
  const before = new Set(processTree(process.pid));
  const browser = await openBrowser(findBrowser());
  try {
    const page = await browser.newPage({ baseURL });
    const answer = await give(page);
    const longest = await watchThread(page);
    const own = (): number[] => processTree(process.pid).filter((id) => !before.has(id));
    const canLook = process.platform === 'linux';
    await new Promise((resolve) => setTimeout(resolve, 500));
    const held = canLook ? heldBy(own()) : 0;
    let most = held;
    const watch = canLook ? setInterval(() => (most = Math.max(most, heldBy(own()))), 40) : undefined;
    const start = performance.now();
    await answer();
    const answered = performance.now() - start;
    clearInterval(watch);
    const cost: HostileCost = {
      what,
      answered,
      longestGap: await longest(),
      memory: canLook ? (most - held) / MEGABYTE : null,
    };
    return cost;
  } finally {
    await browser.close();
  }
}

/** Gives hostile files and a link to the page, each in a browser of its own. */
export async function measureHostile(baseURL: string): Promise<HostileCost[]> {
  const costs: HostileCost[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'gel-bench-'));
  try {
    for (const [what, make] of Object.entries(files)) {
      const paths = make().map(({ name, bytes }) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      });
      costs.push(
        await measure(what, baseURL, async (page) => {
          await page.goto('/autoevaluacion/');
          const input = page.locator('[data-open-file]:enabled');
          await input.waitFor();
          return async () => {
            await input.setInputFiles(paths);
            await page
              .locator('[data-incoming] section, [data-file-notices] .notice')
              .first()
              .waitFor({ timeout: 120_000 });
          };
        }),
      );
    }
    costs.push(
      await measure(`${BAD_FILES} bad files`, baseURL, async (page) => {
        await page.goto('/autoevaluacion/');
        await page.locator('[data-open-file]:enabled').waitFor();
        // Chosen by the page itself: handing over so many would measure whoever drives the browser.
        const transfer = await page.evaluateHandle((count) => {
          const chosen = new DataTransfer();
          for (let at = 0; at < count; at += 1) chosen.items.add(new File(['no es JSON'], `mal-${at}.json`));
          return chosen;
        }, BAD_FILES);
        return async () => {
          await page.dispatchEvent('gel-assessments', 'drop', { dataTransfer: transfer });
          await page.locator('[data-file-notices] .notice').waitFor({ timeout: 120_000 });
        };
      }),
    );
    for (const megabytes of [5, 1024]) {
      costs.push(
        await measure(`Link that unpacks to ${megabytes} MB`, baseURL, async (page) => {
          await page.goto('/autoevaluacion/compartida/');
          await page.locator('gel-shared [data-notices] .notice').waitFor();
          return async () => {
            await page.evaluate((fragment) => {
              document.querySelector('gel-shared [data-notices]')?.replaceChildren();
              location.hash = fragment;
            }, heavyFragment(megabytes));
            await page.locator('gel-shared [data-notices] .notice').waitFor({ timeout: 120_000 });
          };
        }),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return costs;
}

// `npm run bench`: speed and memory, printed as a table. Not a test: the numbers depend on the machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { preview } from 'astro';
import { evaluated, ID, store } from '../tests/support/assessment.ts';
import { measureHostile } from './bench-hostile.ts';
import { measureFiles, measurePlan } from './bench-plan.ts';
import { measureSearch, openBrowser } from './bench-search.ts';
import { findBrowser } from './browser.ts';
import { readInstrument } from './read-content.ts';

const PORT = 4392;
const CLICKS = 50;
const SLOWDOWN = 4;
const GOAL_MS = 50;

interface Row {
  what: string;
  median: string;
  worst: string;
  goal: string;
}

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

function row(what: string, values: number[], goal: string): Row {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    what,
    median: milliseconds(sorted[Math.floor(sorted.length / 2)] ?? NaN),
    worst: milliseconds(sorted.at(-1) ?? NaN),
    goal,
  };
}

/** Memory at its peak and time of one build, in a process of its own. */
async function measureBuild(): Promise<Row> {
  const start = performance.now();
  const build = spawn('astro', ['build', '--silent'], { stdio: 'inherit' });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${build.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch (error) {
      // The process ended between two looks, or this system has no /proc: what was seen so far stands.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }, 50);
  const code = await new Promise((resolve) => build.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error('The build failed.');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return {
    what: 'Build of the whole site: time, peak memory of the main process',
    median: `${seconds} s`,
    worst: peak === 0 ? 'unknown' : `${Math.round(peak / 1024)} MB`,
    goal: '',
  };
}

/** From a click to the new percentage, all criteria answered, on a slowed processor. */
async function measureClicks(): Promise<Row[]> {
  const server = await preview({ root: process.cwd(), server: { host: '127.0.0.1', port: PORT }, logLevel: 'silent' });
  const browser = await openBrowser(findBrowser());
  try {
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${PORT}` });
    const criteria = readInstrument().sections.flatMap((section) => section.criteria);
    await store(
      page,
      Object.fromEntries(criteria.map(({ id, checks }) => [id, evaluated(...checks.map((each) => each.id))])),
    );
    await page.goto(`/autoevaluacion/informacion/?id=${ID}`);
    await page.locator('[data-summary]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const times = await page.evaluate(async (clicks) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-check]')];
      const percent = document.querySelector('[data-percent]') as HTMLElement;
      const result: { handler: number; frame: number }[] = [];
      for (let index = 0; index < clicks; index += 1) {
        const box = boxes[(index * 7) % boxes.length] as HTMLInputElement;
        box.scrollIntoView({ block: 'center' });
        await new Promise((resolve) => setTimeout(resolve, 150));
        const before = percent.textContent;
        const start = performance.now();
        box.click();
        const handler = performance.now() - start;
        if (percent.textContent === before) throw new Error('The percentage did not change.');
        percent.getBoundingClientRect();
        const laidOut = performance.now() - start;
        result.push({ handler, frame: laidOut });
      }
      return result;
    }, CLICKS);
    const plan = await measurePlan(browser, `http://127.0.0.1:${PORT}`);
    const files: { slowdown: number; times: Awaited<ReturnType<typeof measureFiles>> }[] = [];
    for (const slowdown of [1, SLOWDOWN]) {
      files.push({ slowdown, times: await measureFiles(browser, `http://127.0.0.1:${PORT}`, slowdown) });
    }
    const { warm, cold } = await measureSearch(browser, `http://127.0.0.1:${PORT}`);
    return [
      row('Search, index warm: last key to results', warm, '100 ms'),
      row('Very first search on a slow line, box in focus 2 s before', cold, '500 ms'),
      row(
        'Click to new percentage in the page: script',
        times.map(({ handler }) => handler),
        `${GOAL_MS} ms`,
      ),
      row(
        'Click to new percentage: script, style and layout',
        times.map(({ frame }) => frame),
        `${GOAL_MS} ms`,
      ),
      row('Key in a row of a plan of 500 activities: script, style and layout', plan.keys, '100 ms'),
      row('The same plan once the typing stops: longest tasks', plan.pauses, ''),
      ...files.flatMap(({ slowdown, times }) =>
        (['docx', 'xlsx'] as const).flatMap((way) => [
          row(`${way.toUpperCase()} of 500 activities, page slowed ${slowdown} times`, times[way].made, '3000 ms'),
          row('The longest time without a new frame meanwhile', [times[way].longestGap], ''),
        ]),
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureHostileFiles(): Promise<void> {
  const server = await preview({ root: process.cwd(), server: { host: '127.0.0.1', port: PORT }, logLevel: 'silent' });
  try {
    console.log('\nHostile files and links: goals 1000 ms of the page at a time, 200 MB');
    console.table(
      (await measureHostile(`http://127.0.0.1:${PORT}`)).map(({ what, answered, longestGap, memory }) => ({
        what,
        answered: milliseconds(answered),
        'longest gap': milliseconds(longestGap),
        memory: memory === null ? 'unknown' : `${Math.round(memory)} MB`,
      })),
    );
  } finally {
    await server.stop();
  }
}

// `npm run bench -- hostiles` measures these alone, on what is built.
if (process.argv[2] !== 'hostiles') {
  const rows = [await measureBuild(), ...(await measureClicks())];
  console.log(`\nAll criteria answered, ${CLICKS} clicks, processor slowed ${SLOWDOWN} times`);
  console.table(rows);
}
await measureHostileFiles();

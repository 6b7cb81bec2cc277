// The browser killed again and again while a person answers: everything that was announced as saved must be there.
import { expect, type Page } from '@playwright/test';
import { ANNOUNCE, confirmTooEarly, recordAnnouncements, type Announcement } from './announcement.ts';
import { header, ID, putAssessment, stored } from './assessment.ts';
import { startKillable, type KillableBrowser } from './killable-browser.ts';
import { Ledger, type Loss } from './ledger.ts';
import { changeSomething } from './random-person.ts';
import { randomFrom, type Random } from './random.ts';

export interface KillingOptions {
  /** Where the site is served, as `http://127.0.0.1:4391`. */
  readonly baseURL: string;
  /** A folder for the browser's profile; it lives through all rounds. */
  readonly profile: string;
  readonly rounds: number;
  readonly seed: number;
  /** Told after each death. */
  readonly tell?: (death: Death) => void;
  /** Makes the page announce before the database has confirmed, to prove that the loss is seen. */
  readonly tooEarly?: boolean;
}

export interface Death {
  readonly round: number;
  /** The phase that the person was in, and at which save since the browser started it was killed. */
  readonly phase: string;
  readonly saves: number;
  /** Changed answers announced as saved since the first round. */
  readonly announced: number;
  readonly lost: readonly Loss[];
  /** How many times, up to now, the browser had lost its database and the page offered what was in it. */
  readonly recovered: number;
}

const PHASES = ['preparacion', 'informacion', 'interaccion', 'transaccion', 'transformacion', 'democracia'];

/** A round ends at one of its first so many saves. */
const MOST_SAVES = 25;
/** Where so many changes bring no announcement, the page has stopped saving. */
const MOST_CHANGES = 200;
/** How long a page may take to open on a profile that was just killed, on a machine whose disk others are using. */
const SLOWEST_OPENING_MS = 120_000;
/** One change in so many is followed by going to another phase. */
const CHANGES_A_PHASE = 6;

/** Runs all rounds on one profile; gives each death with what was lost by it. */
export async function killRepeatedly(options: KillingOptions): Promise<Death[]> {
  const ledger = new Ledger();
  const deaths: Death[] = [];
  let recovered = 0;
  await inBrowser(options.profile, ({ page }) => createAssessment(page, options.baseURL));
  for (let round = 1; round <= options.rounds; round += 1) {
    // Each round has its own numbers: how far the one before came does not change what is done in this one.
    const random = randomFrom(options.seed * 1000 + round);
    const countRecovery = (): void => void (recovered += 1);
    const { phase, saves } = await inBrowser(options.profile, (browser) =>
      answerUntilKilled(browser, { ...options, random, ledger, round, countRecovery }),
    );
    const lost = await inBrowser(options.profile, async ({ page }) => {
      const missing = ledger.missing(await readDatabase(page, options.baseURL));
      if (missing.length === 0 || !(await takeBack(page, options.baseURL))) return missing;
      countRecovery();
      return ledger.missing(await readDatabase(page, options.baseURL));
    });
    const death = { round, phase, saves, announced: ledger.count, lost, recovered };
    options.tell?.(death);
    deaths.push(death);
  }
  return deaths;
}

/** Starts the browser on the profile for some work; no process of it is left afterwards. */
async function inBrowser<T>(profile: string, work: (browser: KillableBrowser) => Promise<T>): Promise<T> {
  const browser = await startKillable(profile);
  try {
    return await work(browser);
  } finally {
    await browser.end();
  }
}

async function createAssessment(page: Page, baseURL: string): Promise<void> {
  await page.goto(`${baseURL}/autoevaluacion/`);
  await page.locator('gel-entity-form [type=submit]:enabled').waitFor();
  await putAssessment(page, {}, header);
}

/** Reads the database from a file of the site that runs no script, so that nothing has touched it since the death. */
async function readDatabase(page: Page, baseURL: string): ReturnType<typeof stored> {
  await page.goto(`${baseURL}/robots.txt`);
  return stored(page);
}

/** Takes back what the list offers, as a person would; false where it offers nothing. */
export async function takeBack(page: Page, baseURL: string): Promise<boolean> {
  await page.goto(`${baseURL}/autoevaluacion/`);
  // The list tells how old the second copies are once it has held them against the database.
  await page.locator('[data-offers]:visible, [data-second-copy]:not(:empty)').first().waitFor({ state: 'attached' });
  const recover = page.locator('[data-offer-action=recover]');
  const offered = await recover.count();
  for (let left = offered; left > 0; left -= 1) {
    await recover.first().click();
    await expect(recover).toHaveCount(left - 1);
  }
  return offered > 0;
}

/**
 * Waits until the questionnaire is ready. Gives false where the browser has lost its database and the page says so; where
 * neither comes, says what the page shows instead.
 */
async function opened(page: Page): Promise<boolean> {
  try {
    const offer = page.getByRole('button', { name: 'Ver lo que se puede recuperar' });
    await page.locator('[data-summary]').or(offer).first().waitFor({ timeout: SLOWEST_OPENING_MS });
    return await page.locator('[data-summary]').isVisible();
  } catch (cause) {
    const shown = await page.locator('main').innerText();
    const databases = await page.evaluate(() => indexedDB.databases());
    const found = databases.length === 0 ? 'none' : JSON.stringify(await stored(page)).length;
    throw new Error(
      `The questionnaire did not open. Databases: ${JSON.stringify(databases)}, characters in them: ${found}. The page shows: ${shown.slice(0, 1000)}`,
      { cause },
    );
  }
}

/** Answers at random and kills the browser as soon as the page announces a save, the first or a later one. */
async function answerUntilKilled(
  browser: KillableBrowser,
  options: KillingOptions & { random: Random; ledger: Ledger; round: number; countRecovery: () => void },
): Promise<{ phase: string; saves: number }> {
  const { baseURL, random, ledger, round } = options;
  const { page } = browser;
  const last = 1 + random.below(MOST_SAVES);
  let saves = 0;
  let phase = '';
  await page.exposeBinding(ANNOUNCE, (_source, announcement: Announcement) => {
    if (browser.isKilled) return;
    ledger.record(announcement);
    saves += announcement.isSave ? 1 : 0;
    if (saves >= last) browser.kill();
  });
  await page.addInitScript(recordAnnouncements, ANNOUNCE);
  if (options.tooEarly === true) await page.addInitScript(confirmTooEarly);
  // Whoever leaves with something unsaved is asked, and leaves.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const goTo = async (next: string): Promise<void> => {
    phase = next;
    await page.goto(`${baseURL}/autoevaluacion/${phase}/?id=${ID}`);
    if (await opened(page)) return;
    if (await takeBack(page, baseURL)) options.countRecovery();
    await page.goto(`${baseURL}/autoevaluacion/${phase}/?id=${ID}`);
    await opened(page);
  };
  try {
    await goTo(random.oneOf(PHASES));
    for (let change = 1; change <= MOST_CHANGES; change += 1) {
      await changeSomething(page, random, `${round}.${change}`, (id, parts) => ledger.begin(id, parts));
      if (random.below(CHANGES_A_PHASE) === 0) await goTo(random.oneOf(PHASES));
    }
  } catch (error) {
    // What the person was doing at the moment of the death fails; anything before is a fault.
    if (!browser.isKilled) throw error;
    return { phase, saves };
  }
  throw new Error(`After ${MOST_CHANGES} changes the page had announced ${saves} saves.`);
}

// The engines in which the journey is made, how each is had and driven (docs/testing.md).
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { Builder, By, Capabilities, error, Key, until as seleniumUntil, type WebDriver } from 'selenium-webdriver';
import { findBrowser, installBrowser, installPackages } from '../../scripts/browser.ts';
import type { Driver, Engine } from './driver.ts';

const VIEWPORT = { width: 1280, height: 900 };

const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Chromium, old and new, by Playwright. */
async function playwrightDriver(executablePath: string): Promise<{ driver: Driver; version: string }> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.on('dialog', (dialog) => void dialog.accept());
  const driver: Driver = {
    goto: async (address) => void (await page.goto(address)),
    click: (selector) => page.locator(selector).first().click(),
    type: (selector, text) => page.locator(selector).first().fill(text),
    evaluate: <T>(expression: string) => page.evaluate<T>(expression),
    close: () => browser.close(),
  };
  return { driver, version: browser.version() };
}

/** Firefox, by Puppeteer: Playwright drives only one of its own making. */
async function puppeteerDriver(browser: Browser): Promise<Driver> {
  const page = await browser.newPage();
  await page.setViewport(VIEWPORT);
  page.on('dialog', (dialog) => void dialog.accept());
  const found = async (selector: string) => {
    const handle = await page.waitForSelector(selector);
    if (!handle) throw new Error(`No está ${selector}.`);
    await handle.evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
    return handle;
  };
  return {
    goto: async (address) => void (await page.goto(address)),
    click: async (selector) => (await found(selector)).click(),
    async type(selector, text) {
      const field = await found(selector);
      await field.evaluate((each) => (each as HTMLInputElement).select());
      await field.type(text);
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    close: () => browser.close(),
  };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: the engine is named as missing.
    return false;
  }
}

const chromiumToday: Engine = {
  name: 'Chromium de hoy',
  async prepare() {
    installBrowser();
    return findBrowser() !== undefined || existsSync(chromium.executablePath()) ? null : 'no hay Chromium';
  },
  start: () => playwrightDriver(findBrowser() ?? chromium.executablePath()),
};

/** The last Chromium of Windows 7 and 8. It comes inside its package, as a program for Linux on x64. */
const chromium109: Engine = {
  name: 'Chromium 109',
  async prepare() {
    if (process.platform !== 'linux' || process.arch !== 'x64') return 'su programa es para Linux en x64';
    // It needs the libraries that a Chromium of the system brings along.
    installBrowser();
    return null;
  },
  async start() {
    const { default: packed } = await import('chromium-109');
    return playwrightDriver(await packed.executablePath());
  },
};

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

const firefox: Engine = {
  name: 'Firefox ESR',
  async prepare() {
    if (!FIREFOX.some(canRun)) installPackages('firefox-esr');
    return FIREFOX.some(canRun) ? null : 'no hay Firefox y aquí no se puede instalar';
  },
  async start() {
    const executablePath = FIREFOX.find(canRun) ?? '';
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    return { driver: await puppeteerDriver(browser), version: await browser.version() };
  },
};

/** How long WebKit's driver looks for something, in milliseconds. */
const FINDING_MS = 30_000;

const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** WebKit, by its own driver, under a screen that nobody sees. */
const webkit: Engine = {
  name: 'WebKitGTK',
  async prepare() {
    const isThere = () => canRun(WEBKIT_DRIVER) && MINI_BROWSERS.some(canRun) && canRun('/usr/bin/xvfb-run');
    if (!isThere()) installPackages('webkit2gtk-driver', 'xvfb', 'xauth');
    return isThere() ? null : 'no hay WebKitGTK con su controlador y aquí no se puede instalar';
  },
  async start() {
    const port = await freePort();
    const child = spawn('xvfb-run', ['-a', WEBKIT_DRIVER, `--port=${port}`, '--host=127.0.0.1'], {
      detached: true,
      stdio: 'ignore',
    });
    // The driver and its screen are one group of processes, and end as one.
    const end = (): void => {
      process.off('exit', end);
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    process.once('exit', end);
    const capabilities = new Capabilities().set('browserName', 'MiniBrowser').set('webkitgtk:browserOptions', {
      binary: MINI_BROWSERS.find(canRun) ?? '',
      args: ['--automation'],
    });
    const web = await started(`http://127.0.0.1:${port}`, capabilities);
    const version = `WebKitGTK ${String((await web.getCapabilities()).get('browserVersion'))}`;
    return { driver: seleniumDriver(web, end), version };
  },
};

/** The driver takes a moment to listen: asks until it does. */
async function started(server: string, capabilities: Capabilities): Promise<WebDriver> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Builder().usingServer(server).withCapabilities(capabilities).build();
    } catch (cause) {
      if (attempt >= 40) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function seleniumDriver(web: WebDriver, end: () => void): Driver {
  const found = async (selector: string) => {
    const element = await web.wait(seleniumUntil.elementLocated(By.css(selector)), FINDING_MS);
    await web.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    // A press goes to a point: what is still moving, as while the page is being drawn, would be missed.
    let before = '';
    await web.wait(async () => {
      const { x, y, width, height } = await element.getRect();
      const now = `${x} ${y} ${width} ${height}`;
      const isStill = now === before;
      before = now;
      return isStill;
    }, FINDING_MS);
    return element;
  };
  /** What the page draws anew in the very moment that it was found is looked for once more. */
  const again = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof error.StaleElementReferenceError)) throw cause;
      await work();
    }
  };
  return {
    goto: (address) => web.get(address),
    click: (selector) => again(async () => (await found(selector)).click()),
    type: (selector, text) =>
      again(async () => {
        const field = await found(selector);
        await field.click();
        await web.executeScript('arguments[0].select()', field);
        await field.sendKeys(Key.BACK_SPACE, text);
      }),
    evaluate: <T>(expression: string) =>
      web.executeAsyncScript<T>(
        `const done = arguments[arguments.length - 1]; Promise.resolve(${expression}).then(done, (error) => done(String(error)));`,
      ),
    async close() {
      try {
        await web.quit();
      } finally {
        end();
      }
    },
  };
}

/** True where packages of the system can be installed: then an engine that is missing is a failure. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

export const engines: readonly Engine[] = [chromiumToday, chromium109, firefox, webkit];

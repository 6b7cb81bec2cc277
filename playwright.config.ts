import { defineConfig } from '@playwright/test';
import { findHeadlessBrowser } from './scripts/browser.ts';
import { addressOf, previewCommand } from './scripts/serve.ts';

// Another port lets two copies of the project be tested on one machine.
const port = Number(process.env['PORT'] ?? 4391);

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  // A loaded machine must not turn a journey red: nothing is measured here.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    // Shorter than a test's own time, so that what did not come is named.
    actionTimeout: 60_000,
    baseURL: addressOf(port),
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    launchOptions: {
      ...(findHeadlessBrowser() && { executablePath: findHeadlessBrowser() as string }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: previewCommand(port).join(' '),
    url: `${addressOf(port)}/`,
    reuseExistingServer: false,
  },
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRepeatedly, type Death, type KillingOptions } from '../support/killing.ts';
import { expect, test } from '../support/test.ts';

async function onNewProfile(options: Omit<KillingOptions, 'profile'>): Promise<Death[]> {
  const profile = mkdtempSync(join(tmpdir(), 'gel-muertes-'));
  try {
    return await killRepeatedly({ ...options, profile });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

test('what the page announced as saved is there after the browser was killed', async ({ baseURL }) => {
  test.setTimeout(300_000);
  const deaths = await onNewProfile({ baseURL: baseURL ?? '', rounds: 3, seed: 62 });
  expect(deaths.map(({ lost }) => lost)).toEqual([[], [], []]);
  expect(deaths.at(-1)?.announced).toBeGreaterThan(0);
});

test('a page that says «Guardado» before the database has confirmed is found out', async ({ baseURL }) => {
  test.setTimeout(300_000);
  const deaths = await onNewProfile({ baseURL: baseURL ?? '', rounds: 2, seed: 62, tooEarly: true });
  expect(deaths.flatMap(({ lost }) => lost)).not.toEqual([]);
});

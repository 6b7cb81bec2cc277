import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync('docs/hosting.md', 'utf8');
/** What a web server of Windows sends without being told. */
const KNOWN_TO_IIS = ['.html', '.css', '.js', '.txt', '.svg'];

it('the page for whoever hosts the site names each type of file that is built, and the settings for IIS those that it lacks', () => {
  const built = new Set(globSync('dist/**/*.*').map((file) => extname(file)));
  const [, settings = ''] = /```xml\n([^]*?)```/.exec(page) ?? [];
  const missing = [...built].filter((type) => type !== '' && !page.includes(`\`${type}\``));
  const unmapped = [...built].filter(
    (type) => !KNOWN_TO_IIS.includes(type) && !settings.includes(`<mimeMap fileExtension="${type}"`),
  );
  expect({ missing, unmapped }).toEqual({ missing: [], unmapped: [] });
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FILE_EXAMPLE_PATH, FILE_SCHEMA_PATH } from '../../src/addresses.ts';
import type { JsonSchema } from '../../src/assessment/file/assessment-json-schema.ts';
import { readAssessmentFile } from '../../src/planning/file/assessment-reader.ts';

describe.each([
  { folder: 'dist', site: undefined },
  { folder: 'dist-base', site: 'https://www.ejemplo.gov.co/gobierno-en-linea' },
])('the open data built in $folder', ({ folder, site }) => {
  const schema = JSON.parse(readFileSync(`${folder}${FILE_SCHEMA_PATH}`, 'utf8')) as JsonSchema;
  const example = readFileSync(`${folder}${FILE_EXAMPLE_PATH}`, 'utf8');

  it('has a JSON Schema that is named by its own address, and by none where the site has none', () => {
    expect(schema.$id).toBe(site && `${site}${FILE_SCHEMA_PATH}`);
  });

  it('has an example that the schema accepts and the site opens', () => {
    const accepts = new Ajv2020({ strict: true }).compile(schema);
    expect(accepts(JSON.parse(example)), JSON.stringify(accepts.errors)).toBe(true);
    expect(readAssessmentFile(example)).toMatchObject({ ok: true });
  });
});

import { FILE_SCHEMA_PATH, href } from '../../addresses.ts';
import { assessmentJsonSchema } from '../../assessment/file/assessment-json-schema.ts';
import { documentsJsonSchema } from '../../planning/file/json-schema.ts';

/** The JSON Schema of the assessment file, named by the address that this build publishes it at. */
export function GET({ site }: { site: URL | undefined }): Response {
  const address = site ? new URL(href(FILE_SCHEMA_PATH), site).href : null;
  const schema = assessmentJsonSchema(address, documentsJsonSchema);
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
}

import { getInstrumentVersions } from '../../instrument/read.ts';
import type { InstrumentData } from '../../instrument/schemas/instrument-data.ts';

export async function getStaticPaths() {
  return (await getInstrumentVersions()).map(({ record, data }) => ({
    params: { version: record.version },
    props: { data },
  }));
}

/** One version of the instrument as data: what it asks, criterion by criterion, with the digest that names it. */
export function GET({ props }: { props: { data: InstrumentData } }): Response {
  return new Response(`${JSON.stringify(props.data, null, 2)}\n`);
}

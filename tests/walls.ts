import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** The walls of the house (docs/architecture.md), as rules of dependency-cruiser. What is not said here is not allowed. */

/** Which rooms each room may look into. A room may always look into itself; `pages` and `layouts` wire all of them. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  planning: ['assessment', 'instrument', 'guide', 'components', 'kit'],
  assessment: ['instrument', 'guide', 'components', 'kit'],
  guide: ['instrument', 'components', 'kit'],
  instrument: ['kit'],
  components: ['kit'],
  kit: [],
  integrations: ['guide', 'instrument'],
  styles: [],
};

/** What stands at the top of `src/`: which rooms it may look into, and which may look at it, beside pages and layouts. */
const tops: Readonly<Record<string, { readonly into: readonly string[]; readonly from: readonly string[] }>> = {
  'addresses.ts': { into: [], from: ['planning', 'assessment', 'guide', 'instrument', 'components'] },
  'content.config.ts': { into: ['guide', 'instrument', 'kit'], from: [] },
  'supported-browsers.ts': { into: ['kit'], from: [] },
};

/** The folders within a subject, and which of them, in it or in one below it, each may look into beside itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  fields: [],
  domain: ['fields'],
  copy: ['file', 'domain', 'fields'],
  charts: ['copy', 'domain'],
  file: ['copy', 'domain', 'fields'],
  workbook: ['file', 'copy', 'domain'],
  opening: ['workbook', 'file', 'domain'],
  documents: ['workbook', 'file', 'copy', 'domain', 'fields'],
  storage: ['file', 'domain'],
  work: ['storage', 'file', 'copy', 'domain'],
  components: ['copy', 'domain', 'fields'],
  elements: ['work', 'storage', 'documents', 'opening', 'workbook', 'file', 'charts', 'copy', 'domain', 'fields'],
};
/** What a layer may look into for its types alone: how faults are named, and what is checked on the way in. */
const typesOnly: Readonly<Record<string, readonly string[]>> = {
  copy: ['storage', 'workbook', 'opening'],
};

/** Which parts of the kit each layer may use; a part of the kit may use those that are named here too. */
const kit: Readonly<Record<string, readonly string[]>> = {
  values: [],
  words: ['values'],
  bytes: ['values', 'words'],
  xlsx: ['bytes', 'values', 'words'],
  browser: ['values', 'words'],
};
const kitOfLayers: Readonly<Record<string, readonly string[]>> = {
  fields: ['values'],
  domain: ['values', 'words'],
  copy: ['values', 'words', 'bytes', 'xlsx'],
  charts: ['values', 'words'],
};

/** Which packages may be used, and where. Nothing else is; `zod` itself, without `/mini`, weighs on every page. */
const packages: readonly (readonly [used: string, where: string])[] = [
  ['zod/mini/', '^src/(kit/bytes|[^/]+/schemas|[^/]+/file)/'],
  ['idb/', '^src/[^/]+/storage/'],
  ['chart[.]js/', '^src/[^/]+/charts/draw[^/]*[.]ts$'],
  ['docx/', '^src/planning/documents/'],
  ['(write|read)-excel-file/', '^src/(kit/xlsx|assessment/workbook|planning/documents)/'],
  ['fflate/', '^src/(kit/(bytes|xlsx)|assessment/(file|workbook)|planning/documents)/'],
  ['@noble/hashes/', '^src/kit/bytes/sha256[.]ts$'],
  ['canonicalize/', '^src/assessment/file/'],
  ['uqr/', '^src/assessment/file/'],
  ['browserslist/', '^src/supported-browsers[.]ts$'],
  ['yaml/', '^src/(content[.]config[.]ts$|integrations/)'],
  ['(browserslist-to-esbuild|node-html-parser)/', '^src/integrations/'],
  ['astro/', '^src/(content[.]config[.]ts$|integrations/)'],
];

const anyOf = (names: readonly string[]): string => `(${names.join('|')})`;
const escaped = (path: string): string => path.replace(/[.[\]]/g, '[$&]');
/** A component of Astro is read as its script (tests/support/house.ts). */
const under = (names: readonly string[]): string[] => (names.length === 0 ? [] : [`^src/${anyOf(names)}/`]);

const subjects = ['planning', 'assessment', 'guide'];
const subject = `^src/${anyOf(subjects)}`;

const roomWalls: IFlattenedRuleSet['forbidden'] = Object.entries(rooms).map(([room, into]) => ({
  name: `the room ${room}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      ...under([room, ...into]),
      ...Object.entries(tops).flatMap(([top, { from }]) => (from.includes(room) ? [`^src/${escaped(top)}$`] : [])),
    ],
  },
}));

const topWalls: IFlattenedRuleSet['forbidden'] = Object.entries(tops).map(([top, { into }]) => ({
  name: `the file ${top}`,
  severity: 'error',
  from: { path: `^src/${escaped(top)}$` },
  to: { path: '^src/', ...(into.length > 0 && { pathNot: under(into) }) },
}));

const layerWalls: IFlattenedRuleSet['forbidden'] = Object.entries(layers).flatMap(([layer, into]) => {
  const from = { path: `${subject}/${layer}/` };
  const also = typesOnly[layer] ?? [];
  return [
    {
      name: `the layer ${layer}`,
      severity: 'error' as const,
      from,
      to: {
        path: `${subject}/`,
        // A component brings the style of the element that it draws.
        pathNot: [`${subject}/${anyOf([layer, ...into, ...also])}/`, ...(layer === 'components' ? ['[.]css$'] : [])],
      },
    },
    ...(also.length === 0
      ? []
      : [
          {
            name: `the layer ${layer}, for types alone`,
            severity: 'error' as const,
            from,
            to: { path: `${subject}/${anyOf(also)}/`, dependencyTypesNot: ['type-only' as const] },
          },
        ]),
    {
      name: `the layer ${layer}, in the kit`,
      severity: 'error' as const,
      from,
      to: {
        path: '^src/kit/',
        pathNot: (kitOfLayers[layer] ?? Object.keys(kit)).map((part) => `^src/kit/${part}/`),
      },
    },
  ];
});

const kitWalls: IFlattenedRuleSet['forbidden'] = Object.entries(kit).map(([part, into]) => ({
  name: `the part ${part} of the kit`,
  severity: 'error',
  from: { path: `^src/kit/${part}/` },
  to: { path: '^src/', pathNot: `^src/kit/${anyOf([part, ...into])}/` },
}));

const packageWalls: IFlattenedRuleSet['forbidden'] = [
  ...packages.map(([used, where]) => ({
    name: `the package ${used.replace(/[/]$/, '')}`,
    severity: 'error' as const,
    from: { pathNot: where },
    to: { path: `node_modules/${used}` },
  })),
  {
    name: 'a package that no room uses',
    severity: 'error',
    from: {},
    to: { path: 'node_modules/', pathNot: packages.map(([used]) => `node_modules/${used}`) },
  },
  {
    name: 'what the build alone knows',
    severity: 'error',
    from: { pathNot: '^src/(pages/|layouts/|[^/]+/components/|instrument/read[.]ts|content[.]config[.]ts$)' },
    to: { path: '^astro:' },
  },
  {
    name: "Node's own",
    severity: 'error',
    from: { pathNot: '^src/integrations/' },
    to: { dependencyTypes: ['core'] },
  },
];

export const walls: IFlattenedRuleSet = {
  forbidden: [
    ...roomWalls,
    ...topWalls,
    ...layerWalls,
    ...kitWalls,
    ...packageWalls,
    {
      name: 'a folder that no wall knows',
      severity: 'error',
      from: {},
      to: {
        path: '^src/',
        pathNot: [
          ...under([...Object.keys(rooms), 'pages', 'layouts']),
          ...Object.keys(tops).map((top) => `^src/${escaped(top)}$`),
        ],
      },
    },
    {
      name: 'a layer that no wall knows',
      severity: 'error',
      from: {},
      to: { path: `${subject}/`, pathNot: `${subject}/${anyOf(Object.keys(layers))}/` },
    },
    {
      name: 'the core takes no parser',
      severity: 'error',
      from: { path: `${subject}/domain/` },
      to: { path: '^src/instrument/(schemas/|read[.]ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the instrument is read for HTML alone',
      severity: 'error',
      from: { pathNot: '^src/(pages/|layouts/|[^/]+/components/)' },
      to: { path: '^src/instrument/read[.]ts$' },
    },
    { name: 'a circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'what no page reaches',
      severity: 'error',
      from: { path: '^src/(pages/|integrations/|content[.]config[.]ts$)' },
      to: { path: '^src/', pathNot: '^src/(pages/|integrations/|content[.]config[.]ts$)', reachable: false },
    },
    {
      name: 'what is not there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^astro:' },
    },
  ],
};

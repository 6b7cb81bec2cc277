// Run after every change of dependencies: adds to package-lock.json the optional packages of other systems that the
// registry in use did not serve, so that `npm ci` accepts the lock file everywhere, and the hash of each
// (docs/decisions/0001).
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  /** Where it is not the one of the folder: the package is installed under another name. */
  name?: string;
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Locked> };
const { packages } = lock;

const SYSTEMS: Record<string, string> = {
  darwin: 'darwin',
  linux: 'linux',
  windows: 'win32',
  win32: 'win32',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
};
const PROCESSORS = ['x64', 'arm64', 'ia32', 'arm', 'wasm32', 'riscv64', 'ppc64', 's390x'];

/** The entry that Node's resolution finds for a package from the folder of another. */
function resolve(from: string, name: string): string | undefined {
  let folder = from;
  for (;;) {
    const key = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[key]) return key;
    if (folder === '') return undefined;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '';
  }
}

let added = 0;
for (const [key, parent] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const found = resolve(key, name);
    if (found !== undefined && (!/^\d/.test(range) || packages[found]?.version === range)) continue;
    const parts = name.split(/[/-]/);
    const os = parts.map((part) => SYSTEMS[part]).find((system) => system !== undefined);
    const cpu = parts.find((part) => PROCESSORS.includes(part));
    const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') && os === 'linux' ? 'glibc' : undefined;
    packages[found === undefined ? `node_modules/${name}` : `${key}/node_modules/${name}`] = {
      version: range.replace(/^[^0-9]*/, ''),
      ...(cpu !== undefined && { cpu: [cpu] }),
      ...(parent.dev === true && { dev: true }),
      ...(libc !== undefined && { libc: [libc] }),
      ...(parent.license !== undefined && { license: parent.license }),
      optional: true,
      ...(os !== undefined && { os: [os] }),
    };
    added += 1;
    console.log(`added ${name} ${range}`);
  }
}

/** The hash of a package as the registry tells it, or undefined where it does not serve the package. */
function hashOf(name: string, version: string): string | undefined {
  const { stdout, status } = spawnSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], { encoding: 'utf8' });
  const hash = stdout.trim();
  return status === 0 && /^sha512-\S+$/.test(hash) ? hash : undefined;
}

let hashed = 0;
const without: string[] = [];
for (const [key, locked] of Object.entries(packages)) {
  if (key === '' || locked.integrity !== undefined) continue;
  const name = locked.name ?? key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const hash = hashOf(name, locked.version ?? '');
  if (hash === undefined) without.push(`${name} ${locked.version}`);
  else {
    locked.integrity = hash;
    hashed += 1;
  }
}
const addresses = Object.values(packages).filter(({ resolved }) => resolved !== undefined).length;
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (added + hashed > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages added, ${hashed} hashes; ${addresses} entries name a registry (none should).`);
if (without.length > 0) {
  console.error(`The registry does not tell the hash of: ${without.join(', ')}.`);
  process.exitCode = 1;
}

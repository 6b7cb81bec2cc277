// The torn end that a kill leaves in the log of Chromium's database: the head of a record is there, and not its body.
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** The format of LevelDB's log: blocks of 32 KiB; each record a head of 7 bytes (checksum, length, kind), then its body. */
const BLOCK = 32_768;
const HEAD = 7;

/** The profile's logs of IndexedDB, the newest of each database. */
function logsOf(profile: string): string[] {
  const root = join(profile, 'Default', 'IndexedDB');
  return readdirSync(root)
    .filter((name) => name.endsWith('.indexeddb.leveldb'))
    .flatMap((name) => {
      const logs = readdirSync(join(root, name)).filter((file) => /^\d+\.log$/.test(file));
      const newest = logs.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).at(-1);
      return newest === undefined ? [] : [join(root, name, newest)];
    });
}

/** Where the last record of a log begins, in bytes; null where the log is empty. */
function lastRecord(log: Buffer): number | null {
  let last: number | null = null;
  let at = 0;
  while (at + HEAD <= log.length) {
    const room = BLOCK - (at % BLOCK);
    if (room < HEAD) {
      at += room;
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const kind = log.readUInt8(at + 6);
    // What was set aside for later is zeros.
    if (kind === 0 && length === 0) break;
    last = at;
    at += HEAD + length;
  }
  return last;
}

/** The newest log of the profile's database, by name: whether the browser has begun another one is seen by it. */
export function newestLog(profile: string): string | undefined {
  return logsOf(profile)[0];
}

/** Cuts the end of the profile's log, of a browser that does not run, behind the head of its last record. */
export function tearLog(profile: string): void {
  const torn = logsOf(profile).filter((path) => {
    const at = lastRecord(readFileSync(path));
    if (at === null) return false;
    truncateSync(path, at + HEAD);
    return true;
  });
  if (torn.length === 0) throw new Error('There is no log to tear.');
}

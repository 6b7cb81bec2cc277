import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

const AROUND = 60;

/** The parts of a file by name: of a ZIP (DOCX, XLSX) each entry as text, of anything else the whole. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const entries: [string, Uint8Array][] = isZip ? Object.entries(unzipSync(bytes)) : [['', bytes]];
  return new Map(entries.map(([name, content]) => [name, strFromU8(content)]));
}

/** Where one text stops being like the other, and what each says there. Gives '' where they are the same. */
function textDifference(kept: string, made: string): string {
  if (kept === made) return '';
  let at = 0;
  while (at < kept.length && kept[at] === made[at]) at += 1;
  const before = kept.slice(0, at);
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  // What leads to the place by name: the last key of JSON, or the last cell of a sheet.
  const key = [...before.matchAll(/"([^"\n]{1,60})":|<c r="([A-Z]+\d+)"/g)].at(-1);
  const place = key ? `, after ${key[1] ?? key[2]}` : '';
  return `line ${before.split('\n').length}${place}:\n  kept ${around(kept)}\n  made ${around(made)}`;
}

/**
 * Takes the bytes of a golden file and those that the code makes now; gives what differs, by part, with the place and both
 * texts, so that a failure says which rule of the format broke. '' where they are the same, byte by byte.
 */
export function goldenDifference(kept: Uint8Array, made: Uint8Array): string {
  if (Buffer.from(kept).equals(made)) return '';
  const [before, now] = [partsOf(kept), partsOf(made)];
  const names = [...new Set([...before.keys(), ...now.keys()])];
  const found = names.flatMap((name) => {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return [`${name}: a part that was not there`];
    if (is === undefined) return [`${name}: a part that is gone`];
    const difference = textDifference(was, is);
    return difference === '' ? [] : [`${name === '' ? '' : `${name}, `}${difference}`];
  });
  if (found.length > 0) return found.join('\n');
  return [...before.keys()].join() === [...now.keys()].join()
    ? 'every part says the same: how it is packed differs (compression, dates or marks of the ZIP)'
    : `the parts stand in another order: ${[...before.keys()].join(', ')}; now ${[...now.keys()].join(', ')}`;
}

/**
 * Holds what the code makes against a golden file, byte by byte. One that nobody reads back may be written anew, with
 * `GOLDEN=write`, and is then looked at (`mayChange`); any other never changes.
 */
export function expectGolden(path: string, made: Uint8Array, mayChange: boolean): void {
  if (mayChange && process.env['GOLDEN'] === 'write') writeFileSync(path, made);
  const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const advice = mayChange
    ? 'Where that is meant, write it with GOLDEN=write, open it, and look.'
    : 'It never changes: entities keep files like it for years. Mend the code.';
  expect(goldenDifference(kept, made), `${path} differs. ${advice}`).toBe('');
}

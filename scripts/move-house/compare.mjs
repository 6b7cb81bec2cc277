// node compare.mjs <dist before> <dist after>: are they the same site, but for the hashes in names and how scripts are cut?
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
const [one, two] = process.argv.slice(2);
const walk = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name).slice(folder.length + 1)).sort();
const HASHED = /([\w@.[\]-]+?)\.[\w-]{8}\.(js|css)/g;
const CSP = /'sha(256|384|512)-[^']+'/g;
// Scoped styles are named by the path of their component.
const CID = /astro-cid-[a-z0-9]{8}/g;
const plain = (text) => text.replace(CID, 'astro-cid').replace(HASHED, '$1.#.$2').replace(CSP, 'SHA');
const sets = [one, two].map((folder) => {
  const out = new Map();
  for (const file of walk(folder)) { const key = plain(file); out.set(key, [...(out.get(key) ?? []), file]); }
  return out;
});
const [a, b] = sets;
const isIndex = (key) => /^pagefind\//.test(key);
const report = (title, list) => console.log(`${title}: ${list.length}${list.length ? '\n  ' + list.slice(0, 40).join('\n  ') : ''}`);
report('only before', [...a.keys()].filter((k) => !b.has(k) && !isIndex(k)));
report('only after', [...b.keys()].filter((k) => !a.has(k) && !isIndex(k)));
const both = [...a.keys()].filter((k) => b.has(k));
const differing = []; const scripts = [];
let [js1, js2, gz1, gz2] = [0, 0, 0, 0];
for (const k of both) {
  const [x, y] = [a.get(k), b.get(k)];
  if (/\.(js|css)$/.test(k) && !isIndex(k)) {
    const size = (folder, files) => files.reduce((s, f) => { const t = readFileSync(join(folder, f)); return [s[0] + t.length, s[1] + gzipSync(t).length]; }, [0, 0]);
    const [p, q] = [size(one, x), size(two, y)];
    js1 += p[0]; js2 += q[0]; gz1 += p[1]; gz2 += q[1];
    if (p[0] !== q[0]) scripts.push(`${k}: ${p[0]} -> ${q[0]} (gzip ${p[1]} -> ${q[1]})`);
  } else if (!isIndex(k)) {
    const text = (folder, files) => files.map((f) => plain(readFileSync(join(folder, f), 'latin1'))).join('\0');
    if (text(one, x) !== text(two, y)) differing.push(k);
  }
}
report('pages and data that differ', differing);
report('scripts and styles of another size', scripts);
console.log(`scripts and styles in all: ${js1} -> ${js2} bytes, gzip ${gz1} -> ${gz2}; files ${both.length}`);
const index = (s) => [...s.keys()].filter(isIndex).length;
console.log(`search index files: ${index(a)} -> ${index(b)}`);

// `npm run mutaciones -- --count 100000 --seed 1`: reads as many broken files, and says what the reader did with them.
// Ends with 1 where any reading went wrong or took too long. The same seed gives the same files.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessmentExample } from '../src/assessment/file/assessment-example.ts';
import { mutation, seeded } from '../tests/builders/mutations.ts';
import { quickest, tryFile } from '../tests/support/file-reading.ts';

const SLOW_MS = 100;
const MOST_SHOWN = 20;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  throw new Error('--count y --seed son números enteros; --count, desde 1.');
}

const sources = [
  readFileSync('tests/golden/autoevaluacion-v1.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-cerrada.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-plan.gel.json', 'utf8'),
  readFileSync('tests/golden/autoevaluacion-v1-plan-cerrada.gel.json', 'utf8'),
  assessmentExample(),
];
const random = seeded(seed);
const outcomes = new Map<string, number>();
let slowest = { milliseconds: 0, index: 0, how: '' };
let slow = 0;
let faults = 0;

for (let index = 1; index <= count; index += 1) {
  const { how, text } = mutation(sources, random);
  const { outcome, fault, milliseconds: once } = tryFile(text);
  const milliseconds = once > SLOW_MS ? quickest(text) : once;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, index, how };
  if (milliseconds > SLOW_MS) slow += 1;
  if (fault !== null) {
    faults += 1;
    if (faults <= MOST_SHOWN) console.log(`Archivo ${index} (${how}): ${fault}`);
  }
  if (index % 10_000 === 0) console.log(`${index} archivos; fallas: ${faults}; lentos: ${slow}`);
}

console.log(`\nSemilla ${seed}, ${count} archivos`);
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`  ${outcome}: ${times}`);
console.log(
  `El más lento: ${slowest.milliseconds.toFixed(1)} ms (archivo ${slowest.index}: ${slowest.how}). Más de ${SLOW_MS} ms: ${slow}`,
);
console.log(faults === 0 && slow === 0 ? 'Ninguna falla.' : `${faults} fallas, ${slow} lentos.`);
process.exitCode = faults === 0 && slow === 0 ? 0 : 1;

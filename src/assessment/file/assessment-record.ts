import type { Answer } from '../domain/answer.ts';
import type { Assessment, Documents } from '../domain/assessment.ts';
import { answerFromFile, documentsFromFile, headerFromFile } from './assessment-file.ts';
import type { FileProblem } from '../../kit/bytes/raw-object.ts';
import { CURRENT_VERSION, migrate, type MigrationStep, type RawFile } from './assessment-migrations.ts';
import { boundOf, isLonger, isTooDeep, pathOfOverflow } from '../../kit/bytes/json-bounds.ts';
import { toWellFormed } from '../../kit/bytes/well-formed.ts';

/** Files above this are refused unread, in bytes (docs/assessment-file.md, «What is refused»). */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** The most problems of one file that are found; beyond them the rest is not read. */
export const MAX_PROBLEMS = 100;

/** The most characters of a path that are told: keys come from the file and may be of any length. */
const MAX_PATH = 200;

/** Why a file is refused whole; nothing that was stored changes. */
export type FileRefusal =
  | { readonly kind: 'tooLarge' | 'tooManyValues' | 'unreadable' | 'notJson' | 'tooDeep' | 'otherFormat' }
  /** It is a file of JSON whose letters stand in no encoding that is known here. */
  | { readonly kind: 'otherLetters' }
  | { readonly kind: 'newerVersion'; readonly version: number }
  | { readonly kind: 'wrong'; readonly problems: readonly (FileProblem & { readonly found: string })[] };

export type FileReading =
  { readonly ok: true; readonly assessment: Assessment } | { readonly ok: false; readonly refusal: FileRefusal };

/** What reads the text of a file from outside, the plan and the projects included. */
export type ReadAssessmentText = (text: string) => FileReading;

/** How a file is read. */
export interface ReadingOptions {
  /** The migrations of older versions; those of this code where not given. */
  readonly steps?: readonly MigrationStep[] | undefined;
  /** What is wrong with the plan and the projects; where not given they are taken unread. */
  readonly check?: (documents: Documents) => readonly FileProblem[];
}

/** What lies at a path, or undefined. A key may hold dots itself: the shortest one that exists is followed. */
function valueAt(raw: unknown, keys: readonly string[]): unknown {
  if (keys.length === 0) return raw;
  if (typeof raw !== 'object' || raw === null) return undefined;
  for (let length = 1; length <= keys.length; length += 1) {
    const key = keys.slice(0, length).join('.');
    if (Object.hasOwn(raw, key)) return valueAt((raw as Record<string, unknown>)[key], keys.slice(length));
  }
  return undefined;
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${toWellFormed(text.slice(0, length))}…` : text;

/** What lies at a path, as a person can recognise it: «nada», «una lista», «"ayer"». */
function foundAt(raw: unknown, path: string): string {
  const value = valueAt(raw, path === '' ? [] : path.split('.'));
  if (value === undefined || value === null) return 'nada';
  if (value === Infinity || value === -Infinity) return 'uno más grande';
  if (Array.isArray(value)) return 'una lista';
  if (typeof value === 'object') return 'un grupo entre llaves';
  return cut(JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value), 60);
}

function withFound(raw: unknown, problems: readonly FileProblem[]): FileReading {
  return {
    ok: false,
    refusal: {
      kind: 'wrong',
      problems: problems
        .slice(0, MAX_PROBLEMS)
        .map(({ path, expected }) => ({ path: cut(path, MAX_PATH), expected, found: foundAt(raw, path) })),
    },
  };
}

/**
 * Takes a file's plain data; gives its assessment, or why it is refused. What this version does not know (other criteria,
 * other keys) is kept. Source: docs/assessment-file.md, «Rules».
 * Without a check the plan and the projects are taken unread, as what this browser has stored itself.
 */
export function readAssessment(raw: unknown, options: ReadingOptions = {}): FileReading {
  if (isTooDeep(raw)) return { ok: false, refusal: { kind: 'tooDeep' } };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { ok: false, refusal: { kind: 'otherFormat' } };
  const { formato, versionFormato } = raw as RawFile;
  if (formato !== 'gel-autoevaluacion') return { ok: false, refusal: { kind: 'otherFormat' } };
  if (Number.isInteger(versionFormato) && (versionFormato as number) > CURRENT_VERSION) {
    return { ok: false, refusal: { kind: 'newerVersion', version: versionFormato as number } };
  }
  const overflow = pathOfOverflow(raw);
  if (overflow !== null) {
    return withFound(raw, [{ path: overflow, expected: 'se esperaba un número que quepa en un archivo JSON' }]);
  }
  return readCurrentVersion(migrate(raw as RawFile, options.steps), options.check ?? (() => []));
}

/** Takes the text of a file; gives its assessment as `readAssessment` does. Of a key that stands twice, the last counts. */
export function readAssessmentText(text: string, options: ReadingOptions = {}): FileReading {
  if (isLonger(text, MAX_FILE_BYTES)) return { ok: false, refusal: { kind: 'tooLarge' } };
  const bound = boundOf(text);
  if (bound) return { ok: false, refusal: { kind: bound } };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON, or nested beyond what the engine reads: for the person it is one thing, a file that is not ours.
    return { ok: false, refusal: { kind: 'notJson' } };
  }
  return readAssessment(raw, options);
}

/** Takes a file of the current version as plain data; gives its assessment, or what is wrong with it and where. */
function readCurrentVersion(raw: RawFile, check: (documents: Documents) => readonly FileProblem[]): FileReading {
  const header = headerFromFile(raw);
  if (!header.ok) return withFound(raw, header.problems);
  const { respuestas } = raw;
  if (typeof respuestas !== 'object' || respuestas === null || Array.isArray(respuestas)) {
    return withFound(raw, [{ path: 'respuestas', expected: 'se esperaban las respuestas entre llaves' }]);
  }
  const answers: [string, Answer][] = [];
  const problems: FileProblem[] = [];
  for (const [criterionId, answer] of Object.entries(respuestas)) {
    const decoded = answerFromFile(answer);
    if (decoded.ok) {
      answers.push([criterionId, decoded.value]);
      continue;
    }
    for (const { path, expected } of decoded.problems) {
      problems.push({ path: ['respuestas', criterionId, path].filter((part) => part !== '').join('.'), expected });
    }
    if (problems.length >= MAX_PROBLEMS) break;
  }
  const documents = documentsFromFile(raw);
  if (problems.length < MAX_PROBLEMS) problems.push(...(documents.ok ? check(documents.value) : documents.problems));
  if (!documents.ok || problems.length > 0) return withFound(raw, problems);
  return {
    ok: true,
    assessment: { ...header.value, answers: Object.fromEntries(answers), documents: documents.value },
  };
}

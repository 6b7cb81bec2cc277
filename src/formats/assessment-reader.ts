import type { Answer } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import { answerFromFile, headerFromFile, type FileProblem } from './assessment-file.ts';

/** Files above this are refused unread, in bytes (spec/assessment-file, «Rules»). */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** Nesting above this is refused (spec/assessment-file, «Rules»). */
const MAX_DEPTH = 32;

/** Why a file is refused whole; nothing that was stored changes. */
export type FileRefusal =
  | { readonly kind: 'tooLarge' | 'unreadable' | 'notJson' | 'tooDeep' | 'otherFormat' }
  | { readonly kind: 'newerVersion'; readonly version: number }
  | { readonly kind: 'wrong'; readonly problems: readonly (FileProblem & { readonly found: string })[] };

export type FileReading =
  { readonly ok: true; readonly assessment: Assessment } | { readonly ok: false; readonly refusal: FileRefusal };

/** True where objects and lists lie inside each other more than `MAX_DEPTH` times. Walks level by level, without recursion. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    level = level.filter((each) => typeof each === 'object' && each !== null);
  }
  return false;
}

/** What lies at a path, as a person can recognise it: «nada», «una lista», «"ayer"». */
function foundAt(raw: unknown, path: string): string {
  let value = raw;
  for (const key of path === '' ? [] : path.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (value === undefined || value === null) return 'nada';
  if (Array.isArray(value)) return 'una lista';
  if (typeof value === 'object') return 'un grupo entre llaves';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function withFound(raw: unknown, problems: readonly FileProblem[]): FileReading {
  return {
    ok: false,
    refusal: {
      kind: 'wrong',
      problems: problems.map((problem) => ({ ...problem, found: foundAt(raw, problem.path) })),
    },
  };
}

/**
 * Takes the text of a file; gives its assessment, or why it is refused. What this version does not know (other criteria,
 * other keys) is kept. Source: spec/assessment-file, «Rules».
 */
export function readAssessmentFile(text: string): FileReading {
  if (new Blob([text]).size > MAX_FILE_BYTES) return { ok: false, refusal: { kind: 'tooLarge' } };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON, or nested beyond what the engine reads: for the person it is one thing, a file that is not ours.
    return { ok: false, refusal: { kind: 'notJson' } };
  }
  return readAssessment(raw);
}

/** Takes a file's plain data; gives its assessment, or why it is refused. */
export function readAssessment(raw: unknown): FileReading {
  if (isTooDeep(raw)) return { ok: false, refusal: { kind: 'tooDeep' } };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { ok: false, refusal: { kind: 'otherFormat' } };
  const { formato, versionFormato, respuestas } = raw as Record<string, unknown>;
  if (formato !== 'gel-autoevaluacion') return { ok: false, refusal: { kind: 'otherFormat' } };
  if (typeof versionFormato === 'number' && versionFormato > 1) {
    return { ok: false, refusal: { kind: 'newerVersion', version: versionFormato } };
  }
  const header = headerFromFile(raw);
  if (!header.ok) return withFound(raw, header.problems);
  if (typeof respuestas !== 'object' || respuestas === null || Array.isArray(respuestas)) {
    return withFound(raw, [{ path: 'respuestas', expected: 'se esperaban las respuestas entre llaves' }]);
  }
  const answers: [string, Answer][] = [];
  const problems: FileProblem[] = [];
  for (const [criterionId, answer] of Object.entries(respuestas)) {
    const decoded = answerFromFile(answer);
    if (decoded.ok) answers.push([criterionId, decoded.value]);
    else {
      problems.push(
        ...decoded.problems.map(({ path, expected }) => ({
          path: ['respuestas', criterionId, path].filter((part) => part !== '').join('.'),
          expected,
        })),
      );
    }
  }
  if (problems.length > 0) return withFound(raw, problems);
  return { ok: true, assessment: { ...header.value, answers: Object.fromEntries(answers) } };
}

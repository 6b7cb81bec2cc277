import type { Answer } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Criterion, Section } from '../../instrument/instrument.ts';
import { MAX_PROBLEMS, type FileRefusal, type ReadAssessmentText } from '../file/assessment-record.ts';
import { noClock, type IsOver } from '../../kit/bytes/inflating.ts';
import { answerFromCells } from './workbook-answer.ts';
import { unpackBase } from './workbook-base.ts';
import { SHEETS, WORKBOOK_FORMAT, WORKBOOK_VERSION, sheetName } from './workbook-layout.ts';
import type { OpeningFault } from '../../kit/xlsx/workbook-archive.ts';
import { MAX_COLUMNS, MAX_ROWS, openWorkbook, type ReadSheet } from './workbook-parts.ts';
import { readSection, type CellProblem } from './workbook-rows.ts';

/** Why a workbook is refused whole; nothing that was stored changes. */
export type WorkbookRefusal =
  /** It cannot be opened; or it is no workbook of this site (or lost its hidden sheet); or that sheet is damaged. */
  | { readonly kind: OpeningFault | 'otherWorkbook' | 'damagedBase' }
  | { readonly kind: 'newerVersion'; readonly version: number }
  /** The assessment in the hidden sheet is refused as a file would be. */
  | { readonly kind: 'base'; readonly refusal: FileRefusal }
  | {
      readonly kind: 'cells';
      /** The first of them, MAX_PROBLEMS at most. */
      readonly problems: readonly CellProblem[];
      /** The version of the instrument with which the workbook was made. */
      readonly madeWith: string;
      /** True where the rows were read with that version, though it is not the present one. */
      readonly areOwnRows?: true;
    }
  /** What the version with which it was made asked did not come. */
  | { readonly kind: 'versionUnread'; readonly madeWith: string };

export type WorkbookReading =
  | {
      readonly ok: true;
      readonly assessment: Assessment;
      /** Ids of the criteria whose cells say something else than when the workbook was exported. */
      readonly changed: readonly string[];
    }
  | { readonly ok: false; readonly refusal: WorkbookRefusal };

/** Takes the hidden sheet; gives the assessment as it was exported and whose version its rows are, or why not. */
async function readBase(
  sheet: ReadSheet | undefined,
  { read, isOver = noClock }: WorkbookInput,
): Promise<{ assessment: Assessment; madeWith: string } | WorkbookRefusal> {
  const [first, second, ...pieces] = sheet?.rows ?? [];
  if (first?.[0] !== WORKBOOK_FORMAT) return { kind: 'otherWorkbook' };
  const [, version] = first;
  if (typeof version !== 'number') return { kind: 'damagedBase' };
  if (version > WORKBOOK_VERSION) return { kind: 'newerVersion', version };
  const texts = pieces.map(([piece]) => (typeof piece === 'string' ? piece : ''));
  if (second?.[1] !== texts.length) return { kind: 'damagedBase' };
  const base = await unpackBase(texts, isOver);
  if (!base.ok) return { kind: base.fault === 'tooLong' ? 'tooLong' : 'damagedBase' };
  const reading = read(base.text);
  if (!reading.ok) return { kind: 'base', refusal: reading.refusal };
  const { assessment } = reading;
  // Workbooks of the first version of the instrument do not say it: then it is the one that was answered.
  const madeWith = typeof first[2] === 'string' && first[2] !== '' ? first[2] : assessment.instrument.version;
  return { assessment, madeWith };
}

/** Takes a section's sheet and the exported answers; gives the answers that its cells changed, with their criteria. */
function readChanges(
  section: Section,
  sheet: ReadSheet | undefined,
  base: Assessment,
  now: string,
): { changed: [Criterion, Answer][]; problems: CellProblem[] } {
  const name = sheetName(section);
  const nowhere = (found: string, expected: string): CellProblem => ({
    sheet: name,
    row: 1,
    column: 'A',
    found,
    expected,
  });
  if (!sheet) return { changed: [], problems: [nowhere('nada', `se esperaba la hoja «${name}»`)] };
  if (sheet.isTooBig) {
    const found = 'algo escrito más allá de lo que se lee';
    return {
      changed: [],
      problems: [nowhere(found, `se esperaban ${MAX_ROWS} filas y ${MAX_COLUMNS} columnas como máximo`)],
    };
  }
  const { rows, problems } = readSection(section, sheet);
  const changed = [...rows].flatMap(([criterion, row]): [Criterion, Answer][] => {
    const before = Object.hasOwn(base.answers, criterion.id) ? base.answers[criterion.id] : undefined;
    const reading = answerFromCells(criterion, before, row, now);
    problems.push(...reading.problems);
    return reading.answer ? [[criterion, reading.answer]] : [];
  });
  return { changed, problems };
}

/** What a workbook is read with. */
export interface WorkbookInput {
  /** The present instant. */
  readonly now: string;
  /** Gives the sections that a version of the instrument asks, by its name: the rows are those of the one it was made with. */
  readonly sectionsOf: (version: string) => readonly Section[] | null | Promise<readonly Section[] | null>;
  /** Reads the assessment in the hidden sheet. */
  readonly read: ReadAssessmentText;
  readonly isOver?: IsOver;
}

/**
 * Takes the bytes of a workbook and what it is read with; gives the assessment in it, or why it is refused whole. A criterion whose cells say what was exported keeps its answer untouched; another gets a new
 * answer of this instant (docs/formats.md, «The workbook»).
 */
export async function readWorkbook(
  bytes: ArrayBuffer | Uint8Array<ArrayBuffer>,
  input: WorkbookInput,
): Promise<WorkbookReading> {
  const { now, sectionsOf, isOver = noClock } = input;
  const opening = await openWorkbook(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), isOver);
  if (!opening.ok) return { ok: false, refusal: { kind: opening.fault } };
  const sheetCalled = (name: string) => opening.sheets.find((sheet) => sheet.name === name);
  const hidden = await readBase(sheetCalled(SHEETS.base), input);
  if ('kind' in hidden) return { ok: false, refusal: hidden };
  const { assessment: base, madeWith } = hidden;

  const sections = await sectionsOf(madeWith);
  if (sections === null) return { ok: false, refusal: { kind: 'versionUnread', madeWith } };
  const readings = sections.map((section) => readChanges(section, sheetCalled(sheetName(section)), base, now));
  const problems = readings.flatMap((reading) => reading.problems).slice(0, MAX_PROBLEMS);
  if (problems.length > 0) return { ok: false, refusal: { kind: 'cells', problems, madeWith } };
  const changed = readings.flatMap((reading) => reading.changed);
  if (changed.length === 0) return { ok: true, assessment: base, changed: [] };
  return {
    ok: true,
    assessment: {
      ...base,
      answers: { ...base.answers, ...Object.fromEntries(changed.map(([{ id }, answer]) => [id, answer])) },
      modified: now,
      revision: base.revision + 1,
      // A digest proves that nothing changed since the closing: it cannot stand beside an answer that did.
      closing: null,
    },
    changed: changed.map(([{ id }]) => id),
  };
}

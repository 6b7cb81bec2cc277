// What was announced as saved, held against what the database has.
import { answerFromFile, headerFromFile } from '../../src/assessment/file/assessment-file.ts';
import type { Announcement, Content } from './announcement.ts';

/** Something that was announced as saved and is not in the database as it was announced. */
export interface Loss {
  readonly criterionId: string;
  readonly what: string;
  readonly announced: unknown;
  readonly stored: unknown;
}

/** A change that the person began, and the parts of the answer that it can touch. */
interface Attempt {
  readonly criterionId: string;
  readonly parts: readonly (keyof Content)[];
  endedAt: number;
}

type Part = { readonly value: unknown; readonly at: number };

/** The page and this program read the same clock, the page with less precision. */
const CLOCK_MS = 5;

const BLANK: Content = {
  tipo: 'sin-responder',
  cumplidas: [],
  justificacion: '',
  fundamento: '',
  observacion: '',
  evidencias: [],
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Keeps all announcements of a run and compares them with the database, part by part and byte by byte. */
export class Ledger {
  readonly #announced = new Map<string, Map<keyof Content, Part>>();
  readonly #attempts: Attempt[] = [];
  #count = 0;

  /** How many changed answers have been announced as saved. */
  get count(): number {
    return this.#count;
  }

  /** Notes that the person begins a change; call what it gives when the change is done. */
  begin(criterionId: string, parts: readonly (keyof Content)[]): () => void {
    const attempt: Attempt = { criterionId, parts, endedAt: Infinity };
    this.#attempts.push(attempt);
    return () => (attempt.endedAt = Date.now());
  }

  /** Takes what the page announced. */
  record({ at, answers }: Announcement): void {
    for (const [criterionId, content] of Object.entries(answers)) {
      const known = this.#announced.get(criterionId) ?? new Map<keyof Content, Part>();
      let isNew = false;
      for (const [key, value] of Object.entries(content) as [keyof Content, unknown][]) {
        isNew ||= !same(value, known.has(key) ? known.get(key)?.value : BLANK[key]);
        known.set(key, { value, at });
      }
      this.#announced.set(criterionId, known);
      this.#count += isNew ? 1 : 0;
    }
  }

  /**
   * Takes everything in the database; gives what is missing of what was announced. A part that differs is no loss only
   * where the person went on changing that very part after the announcement, and the record is of that later moment.
   */
  missing(stored: { assessments: unknown[]; answers: unknown[] }): Loss[] {
    const lost: Loss[] = [];
    if (!headerFromFile(stored.assessments[0]).ok) {
      lost.push({ criterionId: '', what: 'autoevaluación', announced: 'una cabecera', stored: stored.assessments });
    }
    const records = new Map(
      (stored.answers as { criterionId: string; answer: unknown }[]).map((record) => [record.criterionId, record]),
    );
    for (const [criterionId, parts] of this.#announced) {
      const record = records.get(criterionId);
      if (record && !answerFromFile(record.answer).ok) {
        lost.push({ criterionId, what: 'respuesta', announced: 'una respuesta legible', stored: record.answer });
        continue;
      }
      const answer = record?.answer as (Partial<Content> & { modificada: string }) | undefined;
      const changed = Date.parse(answer?.modificada ?? '') + CLOCK_MS;
      for (const [part, { value, at }] of parts) {
        const found = answer?.[part] ?? BLANK[part];
        if (same(found, value)) continue;
        if (changed >= at && this.#wasChanging(criterionId, part, at)) continue;
        lost.push({ criterionId, what: part, announced: value, stored: found });
        // Told once: from here on the database is what it is.
        parts.set(part, { value: found, at });
      }
    }
    return lost;
  }

  #wasChanging(criterionId: string, part: keyof Content, since: number): boolean {
    return this.#attempts.some(
      (attempt) =>
        attempt.criterionId === criterionId && attempt.parts.includes(part) && attempt.endedAt + CLOCK_MS >= since,
    );
  }
}

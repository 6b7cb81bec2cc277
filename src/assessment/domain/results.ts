import type { Assessment } from './assessment.ts';
import { deadlineFor, phaseState, type PhaseState } from './deadline.ts';
import { isPhase, type Deadline, type Instrument, type Section } from '../../instrument/instrument.ts';
import { priorities, type Priority } from './priorities.ts';
import { score, unknownAnswers, unknownChecks, type SectionScore } from './scoring.ts';

export interface SectionResult {
  readonly section: Section;
  readonly score: SectionScore;
  /** Null for the preparatory actions, which have none. */
  readonly deadline: Deadline | null;
  /** Null for the preparatory actions: they are no phase. */
  readonly state: PhaseState | null;
}

/** Every figure of one assessment, computed once: screen, print, CSV, XLSX, DOCX and JSON read this object. */
export interface Results {
  /** The preparatory actions and the five phases, in the instrument's order. */
  readonly sections: readonly SectionResult[];
  /** The five phases alone. */
  readonly phases: readonly SectionResult[];
  readonly preparation: SectionResult | null;
  /** Criteria without an answer, preparatory actions included. */
  readonly pending: number;
  readonly priorities: readonly Priority[];
  /** Answers and checks (`INF-01.mision`) that the instrument does not have: kept, reported, counted for nothing. */
  readonly unknownAnswers: readonly string[];
  readonly unknownChecks: readonly string[];
  /** True where the assessment was answered with another instrument or another version of it. */
  readonly isOtherInstrument: boolean;
}

/** Takes the instrument and an assessment; gives every figure of it. Source: docs/scoring.md. */
export function resultsOf(
  instrument: Instrument,
  assessment: Pick<Assessment, 'answers' | 'entity' | 'cutoffDate' | 'instrument'>,
): Results {
  const { order } = assessment.entity;
  const scores = score(instrument.sections, assessment.answers);
  const sections = instrument.sections.flatMap((section, index): SectionResult[] => {
    const each = scores[index];
    if (!each) return [];
    const deadline = deadlineFor(section, order);
    return [{ section, score: each, deadline, state: deadline && phaseState(each, assessment.cutoffDate, deadline) }];
  });
  return {
    sections,
    phases: sections.filter(({ section }) => isPhase(section)),
    preparation: sections.find(({ section }) => !isPhase(section)) ?? null,
    pending: scores.reduce((sum, { counts }) => sum + counts.pending, 0),
    priorities: priorities(instrument.sections, scores, order),
    unknownAnswers: unknownAnswers(instrument.sections, assessment.answers),
    unknownChecks: unknownChecks(instrument.sections, assessment.answers),
    isOtherInstrument:
      assessment.instrument.id !== instrument.id || assessment.instrument.version !== instrument.version,
  };
}

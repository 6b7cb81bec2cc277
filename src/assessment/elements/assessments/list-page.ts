import type { OpeningMeans } from '../../opening/file-opener.ts';
import type { DocumentParts } from '../../copy/record-parts.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import type { AssessmentStore } from '../../storage/assessment-store.ts';

/** What the list needs of whoever understands plans. */
export interface Plans {
  /** How the places of the plan's records are named. */
  readonly planParts: DocumentParts;
  /**
   * Takes the instrument and the copy of an assessment for another cut-off date; gives it with the plan that it begins
   * with, and what there is to say of that after the sentence on the copy, or ''.
   */
  carryPlan: (instrument: Instrument, copy: Assessment) => { readonly assessment: Assessment; readonly told: string };
}

/** What the parts of the list share: what is stored and shown, and how changes are made and told. */
export interface ListPage {
  readonly root: HTMLElement;
  readonly store: AssessmentStore;
  readonly instrument: Instrument;
  /** The assessments that are stored, as they were last read. */
  readonly list: readonly Assessment[];
  /**
   * Runs what the person asked for, one thing at a time and in order. `name` tells the control from the others: a second
   * press of it meanwhile is no second wish.
   */
  run: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Makes a change; where the browser refuses, says so and gives null. */
  attempt: <T>(change: () => Promise<T>) => Promise<{ readonly value: T } | null>;
  /** After a change: tells the other tabs and reads the list again. */
  changed: (...ids: string[]) => Promise<void>;
  /** Says what was done, with the way back where there is one. */
  say: (text: string, undo?: () => Promise<void>) => void;
  /** Brings what understands plans. */
  plans: () => Promise<Plans>;
  /** Brings what opens files. */
  opening: () => Promise<OpeningMeans>;
  /** Brings back what is kept under a number, and says so. */
  bringBack: (key: number) => Promise<void>;
}

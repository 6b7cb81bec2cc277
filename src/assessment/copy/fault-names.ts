import type { StorageFault } from '../storage/database.ts';
import type { FaultMessage } from '../../kit/words/fault.ts';

/** How a page asks `assessment/copy/faults.ts` for its words: they come with its HTML, and so weigh on no script. */

/** What can go wrong: the browser's database refuses, a part of the program does not come, or nobody knows what. */
export type Fault = StorageFault | 'partMissing' | 'unknown';

/**
 * What the page was doing: putting itself to work, showing a part of itself, saving what a person gave, saving the form
 * of the entity, doing what a person asked for, noting a copy that is already in its file, or beginning to keep the
 * second copy.
 */
export type Situation = 'opening' | 'showing' | 'saving' | 'form' | 'asked' | 'noting' | 'secondCopy';

export type FaultTable = Readonly<Record<Situation, Readonly<Record<Fault, FaultMessage>>>>;

/** Stands for the name of the file in the sentences of `noting`. */
export const FILE_NAME = '{archivo}';

/** On the button beside a part that did not come. */
export const RELOAD = 'Volver a cargar la página';

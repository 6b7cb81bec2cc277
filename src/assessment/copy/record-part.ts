/** One place of a record as the page names it. `#` stands for the number of a row. */
export interface RecordPart {
  readonly name: string;
  /** The most characters or rows that it holds. */
  readonly most?: number;
  /** What is wrong with it where something else stands there; «dato dañado» where not given. */
  readonly wrong?: string;
}

/** The places of one kind of record, by the keys of the file that lead there. */
export type RecordParts = Readonly<Record<string, RecordPart>>;

export const DATE = { wrong: 'no es una fecha' };

/** A text with the most characters that it holds. */
export const text = (name: string, most: number): RecordPart => ({ name, most });

/** A list of ids with the most rows that it holds. */
export const ids = (key: string, name: string, most: number): Record<string, RecordPart> => ({
  [key]: { name, most },
  [`${key}.#`]: { name },
});

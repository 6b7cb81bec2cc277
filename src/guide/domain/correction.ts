/** What a correction can be of, as its file says it. */
export const correctionKinds = ['criterio', 'articulo', 'norma', 'entidad'] as const;

export type CorrectionKind = (typeof correctionKinds)[number];

/** The longest of each text of a correction, in characters. */
export const CORRECTION_LIMITS = { wrong: 2000, right: 2000, source: 400, url: 2000, name: 200, office: 200 } as const;

/** What a correction is of. */
export interface CorrectionSubject {
  readonly kind: CorrectionKind;
  /** The criterion's code, the article's number, the norm's id or the entity's acronym. */
  readonly id: string;
  /** «INF-04 Localización, contacto y horarios». */
  readonly name: string;
  /** Where it stands, as a whole address. */
  readonly address: string;
}

/** One proposed correction of the content. */
export interface Correction {
  readonly subject: CorrectionSubject;
  /** What is wrong, word for word where it can be. */
  readonly wrong: string;
  readonly right: string;
  /** The document that proves it; `url` is '' where it is not on the web. */
  readonly source: { readonly title: string; readonly url: string };
  readonly proposer: { readonly name: string; readonly office: string };
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The fields of the form that can be wrong. */
export type CorrectionField = 'subject' | 'wrong' | 'right' | 'source' | 'url' | 'name' | 'office';

export type CorrectionProblem =
  | { readonly field: CorrectionField; readonly kind: 'blank' | 'notAnAddress' | 'same' }
  | { readonly field: CorrectionField; readonly kind: 'tooLong'; readonly length: number; readonly maximum: number };

/** What a person typed, as it stands in the form. */
export interface CorrectionInput {
  readonly subject: CorrectionSubject | null;
  readonly wrong: string;
  readonly right: string;
  readonly source: string;
  readonly url: string;
  readonly name: string;
  readonly office: string;
}

/**
 * Reads the form. Takes what was typed, the present day, the longest of each text, and what tells a web address; gives
 * the correction, or every problem in the order of the form. Blanks at the ends do not count.
 */
export function readCorrectionForm(
  input: CorrectionInput,
  date: string,
  limits: Readonly<Record<Exclude<CorrectionField, 'subject'>, number>>,
  isWebAddress: (text: string) => boolean,
):
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly problems: CorrectionProblem[] } {
  const typed = {
    wrong: input.wrong.trim(),
    right: input.right.trim(),
    source: input.source.trim(),
    url: input.url.trim(),
    name: input.name.trim(),
    office: input.office.trim(),
  };
  const problems: CorrectionProblem[] = [];
  if (input.subject === null) problems.push({ field: 'subject', kind: 'blank' });
  for (const field of ['wrong', 'right', 'source', 'url', 'name', 'office'] as const) {
    const { length } = typed[field];
    const isNeeded = field !== 'url' && field !== 'office';
    if (length === 0 && isNeeded) problems.push({ field, kind: 'blank' });
    else if (length > limits[field]) problems.push({ field, kind: 'tooLong', length, maximum: limits[field] });
    else if (field === 'url' && length > 0 && !isWebAddress(typed.url)) problems.push({ field, kind: 'notAnAddress' });
    else if (field === 'right' && length > 0 && typed.right === typed.wrong) problems.push({ field, kind: 'same' });
  }
  if (input.subject === null || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    correction: {
      subject: input.subject,
      wrong: typed.wrong,
      right: typed.right,
      source: { title: typed.source, url: typed.url },
      proposer: { name: typed.name, office: typed.office },
      date,
    },
  };
}

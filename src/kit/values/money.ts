/** An amount in hundredths of a Colombian peso: an integer, so that a sum is exact. 0n says «costs nothing». */
export type Cents = bigint;

/** The largest amount that a field takes: 999.999.999.999.999,99 pesos. */
export const MAX_CENTS: Cents = 99_999_999_999_999_999n;

/** Why a typed text is no amount. */
export type MoneyProblem =
  | { readonly kind: 'blank' | 'notNumeric' | 'negative' }
  /**
   * Dots and commas stand where Colombia does not write them. `suggested` is the amount that was probably meant, as
   * `showPesos` writes it, or null where it cannot be told.
   */
  | { readonly kind: 'separators'; readonly suggested: string | null }
  | { readonly kind: 'tooLarge'; readonly maximum: string };

export type MoneyResult =
  { readonly ok: true; readonly cents: Cents } | { readonly ok: false; readonly problem: MoneyProblem };

/** Keeps the sign with its number at a line's end. */
const NO_BREAK = '\u00a0';
const MAX_WHOLE_DIGITS = 15;

/** Groups of three after a dot, a space or the apostrophe with which many write millions; a comma before the cents. */
const COLOMBIAN = /^(\d+|[1-9]\d{0,2}(?:[.'’ ]\d{3})+)(?:,(\d{1,2}))?$/;
/** The other way round, as calculators and spreadsheets in English give it. Never read, only recognised. */
const ENGLISH = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

function refused(problem: MoneyProblem): MoneyResult {
  return { ok: false, problem };
}

/** The amount that a match of one of the two patterns says, or null where it is above the limit. */
function centsOf(match: RegExpExecArray): Cents | null {
  const whole = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return whole.length > MAX_WHOLE_DIGITS ? null : BigInt(whole) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/**
 * Takes an amount in pesos as people type it; gives it in cents, or why it is none. The Colombian convention alone is
 * read: a dot (or a space, or an apostrophe) groups thousands and a comma separates one or two decimals. `1.250` is
 * one thousand two hundred and fifty. What could be meant in two ways is refused and not guessed, with a suggestion:
 * `1.25`, `1,250` and `1,250,000`. A sign `$` and the words `COP` and «pesos» are let through.
 */
export function readPesos(text: string): MoneyResult {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (trimmed === '') return refused({ kind: 'blank' });
  const body = trimmed
    .replace(/^(?:cop)? ?\$? ?/i, '')
    .replace(/ ?(?:pesos|cop)$/i, '')
    .trim();
  if (/^[-−–(]/.test(trimmed) || /^[-−–(]/.test(body)) return refused({ kind: 'negative' });
  if (!/^[\d.,'’ ]+$/.test(body) || !/\d/.test(body)) return refused({ kind: 'notNumeric' });
  const match = COLOMBIAN.exec(body);
  if (match) {
    const cents = centsOf(match);
    return cents === null ? refused({ kind: 'tooLarge', maximum: showPesos(MAX_CENTS) }) : { ok: true, cents };
  }
  const english = ENGLISH.exec(body);
  const meant = english && centsOf(english);
  return refused({ kind: 'separators', suggested: meant === null ? null : showPesos(meant) });
}

/** Takes an amount of 0 or more; gives `$ 1.250.000`, or `$ 1.250.000,50` where it has cents. */
export function showPesos(cents: Cents): string {
  return `$${NO_BREAK}${decimalOf(cents, ',').replace(/\B(?=(?:\d{3})+(?:,|$))/g, '.')}`;
}

/** Takes an amount of 0 or more; gives it as a decimal of pesos, with decimals only where it has cents: `1250000.50`. */
export function decimalOf(amount: Cents, separator: '.' | ','): string {
  const cents = amount % 100n;
  return `${amount / 100n}${cents === 0n ? '' : `${separator}${String(cents).padStart(2, '0')}`}`;
}

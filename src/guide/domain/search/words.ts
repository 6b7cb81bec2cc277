import { fold } from '../../../kit/words/fold.ts';

/** A word of a text: how it is compared, and where it stands. */
export interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const UNKNOWN = 0;
const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const sign = String.fromCharCode(code);
  return (kinds[code] = /\p{L}/u.test(sign) ? LETTER : /\p{N}/u.test(sign) ? DIGIT : OTHER);
}

/**
 * Calls back with where each word of a text begins and ends. Letters and digits part: «inf12» is «inf» and «12». A hundred
 * thousand words are read before the first search, so this is no regular expression.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    const start = at;
    at += 1;
    if (kind === OTHER) continue;
    while (at < text.length && kindOf(text.charCodeAt(at)) === kind) at += 1;
    visit(start, at);
  }
}

const stems = new Map<string, string>();

/** How a word is compared: without accents, capitals and plural; a number without leading zeros. */
export function stemOf(word: string): string {
  // The same few thousand words come again and again: each is folded once.
  let stem = stems.get(word);
  if (stem === undefined) stems.set(word, (stem = folded(word)));
  return stem;
}

function folded(word: string): string {
  if (/^\p{N}/u.test(word)) return word.replace(/^0+(?=.)/, '');
  let stem = fold(word).replace(/(.)z$/, '$1c');
  // Singular and plural meet at the same stem: «trámite» and «trámites», «plan» and «planes», «país» and «países».
  // An acronym without vowels has no plural: HTTPS is not HTTP.
  while (stem.length > 3 && /[aeiou]/.test(stem)) {
    const shorter = stem.replace(/(?:es|[es])$/, '');
    if (shorter === stem || shorter.length < 3) break;
    stem = shorter;
  }
  return stem;
}

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (start, end) => words.push({ stem: stemOf(text.slice(start, end)), start, end }));
  return words;
}

export const isNumber = (stem: string): boolean => /^\p{N}/u.test(stem);

const listed = (text: string): ReadonlySet<string> => new Set(wordsIn(text).map(({ stem }) => stem));

const stopWords = listed(`
  a al ante aun aunque bajo cada con contra de del desde durante e el ella ellas ellos en entre esa esas ese eso esos esta
  estas este esto estos hacia hasta la las le les lo los me mi mis muy más nos nuestra nuestro o otra otro para pero por
  porque pues se según si sin sobre solo su sus también tan te todavía toda todas todo todos tu tus u un una unas unos y ya yo
  no qué cuál cuáles cómo dónde cuándo cuánto cuánta cuántos cuántas quién quiénes algo alguien alguna alguno
  es era eran fue son ser sea está están estar estoy hay haber había ha han tengo tiene tienen tener tenemos hago hace hacen
  hacer hacemos debo debe deben deber debemos debía puedo puede pueden poder podemos quiero quiere querer necesito necesita
  necesitar necesitamos sé saber va van voy ir dar doy da pongo pone poner llevo lleva llevan llevar queda quedan quedar
  sirve sirven significa significan busco buscar favor ver veo encuentro encontrar existe existen quisiera deseo acerca
  respecto dice dicen llama llaman pasa pasan tenía tuvo hizo hicieron puso podría debería tendría
`);

/** A word that says nothing of what is looked for. */
export const isStopWord = (stem: string): boolean => stopWords.has(stem);

const connectors = listed(`de del la las el los lo y e o un una`);
/** A word that a name may be typed with or without. */
export const isConnector = (stem: string): boolean => connectors.has(stem);

const months = listed(`enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`);
export const isMonth = (stem: string): boolean => months.has(stem);

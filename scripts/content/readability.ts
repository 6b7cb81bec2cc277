/**
 * Readability of Spanish prose: the Szigriszt-Pazos formula, read on the INFLESZ scale
 * (under 40 very hard, 40-55 somewhat hard, 55-65 normal, over 65 easy).
 */
export interface Readability {
  words: number;
  sentences: number;
  syllables: number;
  /** Words of the longest sentence. */
  longestSentence: number;
  /** 206,835 − 62,3 × syllables/words − words/sentences. */
  score: number;
}

/** Takes MDX; gives its prose: no tags, link targets, list marks or headings; each block ends in a full stop. */
export function proseOf(mdx: string): string {
  return mdx
    .replace(/^(import|export) .*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^#+ .*$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .map((block) => (/[.?!:;]$/.test(block) ? block : `${block}.`))
    .join('\n');
}

/** Counts the syllables of a Spanish word: strong vowels and stressed weak ones open a syllable, diphthongs share it. */
function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i')
    .replace(/y/g, 'j');
  let count = 0;
  let previous = '';
  for (const letter of letters) {
    const strong = 'aeoáéóíú'.includes(letter);
    const weak = 'iuü'.includes(letter);
    if (!strong && !weak) previous = '';
    else if (strong) {
      if (previous !== 'weak') count += 1;
      previous = 'íú'.includes(letter) ? 'hiatus' : 'strong';
    } else {
      if (previous !== 'strong' && previous !== 'weak') count += 1;
      previous = 'weak';
    }
  }
  return Math.max(1, count);
}

/** Measures prose that `proseOf` made. Abbreviations and numbers with a point do not end a sentence. */
export function measure(prose: string): Readability {
  const sentences = prose
    .split('\n')
    .flatMap((block) => block.split(/(?<=[.?!:;])\s+(?=[¿¡«"(]?[A-ZÁÉÍÓÚÑ0-9])/))
    .map((sentence) => sentence.match(/[\p{L}]+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const perWord = words.length === 0 ? 0 : syllables / words.length;
  const perSentence = sentences.length === 0 ? 0 : words.length / sentences.length;
  return {
    words: words.length,
    sentences: sentences.length,
    syllables,
    longestSentence: Math.max(0, ...sentences.map((sentence) => sentence.length)),
    score: 206.835 - 62.3 * perWord - perSentence,
  };
}

import { isolated } from '../../../kit/words/isolated.ts';
import type { Answer } from '../../domain/answer.ts';

/** What a person wrote in an answer, as terms and texts of a list; only what is there. Texts, never HTML. */
export function answerTexts({ note, justification, legalGround, evidence }: Answer): HTMLElement[] {
  return termsAndTexts([
    ['Observación', note],
    ['Justificación', justification],
    ['Fundamento', legalGround],
    [
      'Evidencias',
      evidence
        .map(({ title, url }) => (title === '' ? isolated(url) : `${isolated(title)}: ${isolated(url)}`))
        .join('\n'),
    ],
  ]);
}

/** Takes terms with their texts; gives the items of a list of definitions, without those whose text is blank. */
export function termsAndTexts(rows: readonly (readonly [string, string])[]): HTMLElement[] {
  return rows
    .filter(([, text]) => text.trim() !== '')
    .flatMap(([name, text]) => {
      const term = document.createElement('dt');
      term.textContent = name;
      const detail = document.createElement('dd');
      detail.textContent = text;
      return [term, detail];
    });
}

import type { Assessment } from '../../domain/assessment.ts';
import { need } from '../../../kit/browser/dom.ts';
import { AnswerUndo } from './answer-undo.ts';
import type { CriterionView } from './criterion-view.ts';
import { preparePaper } from './paper.ts';

/** What stands beside the work of the questionnaire, which does not wait for it: one file, brought once the form takes marks. */
export { showContradictions } from './contradictions.ts';

/** Takes the page, its assessment, its criteria by id and what takes the filter away; gives what notes the person's changes. */
export function standBeside(
  root: HTMLElement,
  assessment: Assessment,
  views: ReadonlyMap<string, CriterionView>,
  showAll: () => void,
): AnswerUndo {
  preparePaper(root, assessment);
  const say = (text: string): void => {
    need(root, '[data-shown]').textContent = text;
  };
  return new AnswerUndo(root, {
    say,
    answer: (id) => views.get(id)?.answer,
    restore: (id, answer) => {
      const view = views.get(id);
      if (view?.root.hidden) showAll();
      view?.restore(answer);
    },
  });
}

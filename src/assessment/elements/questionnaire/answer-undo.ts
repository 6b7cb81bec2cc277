import { answerChange } from '../../copy/undoing.ts';
import type { Answer } from '../../domain/answer.ts';
import { UndoTools } from '../page/undo-tools.ts';
import { answerChangeOf, stillHas, type AnswerFields } from './answer-change.ts';

/** What the questionnaire gives: the answer on the screen, and what puts another one in its place. */
export interface AnswersOnScreen {
  answer: (criterionId: string) => Answer | undefined;
  restore: (criterionId: string, answer: Answer) => void;
  say: (text: string) => void;
}

/** The changes of a questionnaire, to be taken back and made again; it comes beside the work, which does not wait for it. */
export class AnswerUndo {
  readonly #tools: UndoTools<AnswerFields>;

  constructor(root: ParentNode, page: AnswersOnScreen) {
    this.#tools = new UndoTools<AnswerFields>(root, {
      say: page.say,
      put: (of, fields, over) => {
        const [id = ''] = of.split(' ');
        const present = page.answer(id);
        if (!present || !stillHas(present, over)) return false;
        page.restore(id, { ...present, ...fields });
        return true;
      },
    });
  }

  /** Notes what a person changed of an answer. Letters of one text are one change. */
  note(criterionId: string, before: Answer, after: Answer): void {
    const change = answerChangeOf(before, after);
    if (!change) return;
    const { part, ...sides } = change;
    this.#tools.note(
      { of: `${criterionId} ${part}`, text: answerChange(criterionId, part), ...sides },
      part !== 'marks',
    );
  }
}

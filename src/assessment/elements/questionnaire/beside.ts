/** What stands beside the work of the questionnaire, which does not wait for it: one file, brought once the form takes marks. */
export { AnswerUndo } from './answer-undo.ts';
export { showContradictions } from './contradictions.ts';
export { preparePaper } from './paper.ts';

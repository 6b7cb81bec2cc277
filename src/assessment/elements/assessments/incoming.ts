import { assessmentFacts, assessmentTitle } from '../../copy/assessments.ts';
import { digestBroken } from '../../copy/closing.ts';
import { choiceName, relationText, strangersRemark } from '../../copy/incoming.ts';
import { closedRewritten, lettersRemark, lostRemark } from '../../copy/letters.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import type { Section } from '../../../instrument/instrument.ts';
import type { ReadFile } from '../../opening/file-opener.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { Relation } from './relation.ts';

/** What a person decides on a file that was opened. */
export type Choice = 'add' | 'replace' | 'merge' | 'leave' | 'accept';

/** The choices of each case, the advised one first. */
function choicesOf(relation: Relation, isBookOfPresent: boolean, isAccepted: boolean): Choice[] {
  if (!isAccepted) return ['accept', 'leave'];
  if (relation.kind === 'same') return ['leave'];
  if (relation.kind === 'new') return ['add', 'leave'];
  if (relation.kind === 'sameEntity') return ['merge', 'add', 'leave'];
  if (relation.present.closing) return ['add', 'leave'];
  return isBookOfPresent ? ['replace', 'merge', 'add', 'leave'] : ['merge', 'replace', 'add', 'leave'];
}

/**
 * What is unusual in a file: letters that were guessed or lost, a closing that its content does not match, criteria that
 * this version does not have.
 */
function remarks({ brief, unknown, isTampered, guessed, lost }: ReadFile, isAccepted: boolean): string {
  return [
    guessed && !isAccepted ? lettersRemark(guessed) : '',
    lostRemark(lost),
    isTampered ? digestBroken.happened : guessed && brief.closing ? closedRewritten : '',
    strangersRemark(unknown.first, unknown.count),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Shows what an opened file brings and what can be done with it; nothing is changed before the person chooses. */
export function incomingPanel(
  template: HTMLTemplateElement,
  read: ReadFile,
  relation: Relation,
  input: { sections: readonly Section[]; isAccepted: boolean; choose: (choice: Choice) => void },
): HTMLElement {
  const panel = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const { brief, name, changed } = read;
  // A workbook that was changed has one revision more than what it was made from.
  const isBookOfPresent =
    changed !== null &&
    relation.kind === 'otherVersion' &&
    relation.present.revision === brief.revision - (changed.length > 0 ? 1 : 0);
  need(panel, '[data-title]').textContent = `${isolated(name)}: ${assessmentTitle(brief)}`;
  need(panel, '[data-facts]').textContent = assessmentFacts(brief, brief.answered);
  need(panel, '[data-figures]').textContent = input.sections
    .map(({ shortName }, index) => `${shortName}: ${read.percents[index] ?? ''}`)
    .join(' · ');
  const remark = need(panel, '[data-remarks]');
  remark.textContent = remarks(read, input.isAccepted);
  remark.hidden = remark.textContent === '';
  need(panel, '[data-relation]').textContent = relationText(relation, {
    changed,
    modified: brief.modified,
    isBookOfPresent,
  });
  // What it is to the list is said once it is certain what it says.
  need(panel, '[data-relation]').hidden = !input.isAccepted;
  const isSame = input.isAccepted && relation.kind === 'same';
  need(panel, '[data-choices]').replaceChildren(
    ...choicesOf(relation, isBookOfPresent, input.isAccepted).map((choice, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = index === 0 && !isSame ? 'button' : 'button quiet';
      button.dataset['choice'] = choice;
      button.textContent = isSame
        ? choiceName.understood
        : choiceName[choice === 'add' && relation.kind !== 'new' ? 'addApart' : choice];
      button.addEventListener('click', () => input.choose(choice));
      return button;
    }),
  );
  return panel;
}

/** True where the file can be added with the others in one press: it is new to the list, and it is certain what it says. */
export function isPlainAddition(relation: Relation, isAccepted: boolean): boolean {
  return isAccepted && relation.kind === 'new';
}

/** A file of our own is a copy of what it brings; a workbook does not hold everything. Gives what is noted of it. */
export function copiedAs({ name, changed }: ReadFile): { fileName: string; at: string } | null {
  return changed === null ? { fileName: name, at: new Date().toISOString() } : null;
}

import { assessmentFacts, assessmentTitle } from '../../copy/assessments.ts';
import { digestBroken } from '../../copy/closing.ts';
import { choiceName, relationText, strangersRemark } from '../../copy/incoming.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import type { Section } from '../../../instrument/instrument.ts';
import type { ReadFile } from '../../opening/file-opener.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { Relation } from './relation.ts';

/** What a person decides on a file that was opened. */
export type Choice = 'add' | 'replace' | 'merge' | 'leave';

/** The choices of each case, the advised one first. */
function choicesOf(relation: Relation, isBookOfPresent: boolean): Choice[] {
  if (relation.kind === 'same') return ['leave'];
  if (relation.kind === 'new') return ['add', 'leave'];
  if (relation.kind === 'sameEntity') return ['merge', 'add', 'leave'];
  if (relation.present.closing) return ['add', 'leave'];
  return isBookOfPresent ? ['replace', 'merge', 'add', 'leave'] : ['merge', 'replace', 'add', 'leave'];
}

/** What is unusual in a file: a closing that its content does not match, criteria that this version does not have. */
function remarks({ unknown, isTampered }: ReadFile): string {
  return [isTampered ? digestBroken.happened : '', strangersRemark(unknown.first, unknown.count)]
    .filter((text) => text !== '')
    .join(' ');
}

/** Shows what an opened file brings and what can be done with it; nothing is changed before the person chooses. */
export function incomingPanel(
  template: HTMLTemplateElement,
  read: ReadFile,
  relation: Relation,
  input: { sections: readonly Section[]; choose: (choice: Choice) => void },
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
  remark.textContent = remarks(read);
  remark.hidden = remark.textContent === '';
  need(panel, '[data-relation]').textContent = relationText(relation, {
    changed,
    modified: brief.modified,
    isBookOfPresent,
  });
  const isSame = relation.kind === 'same';
  need(panel, '[data-choices]').replaceChildren(
    ...choicesOf(relation, isBookOfPresent).map((choice, index) => {
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

/** True where the file can be added with the others in one press: it is new to the list. */
export function isPlainAddition(relation: Relation): boolean {
  return relation.kind === 'new';
}

/** A file of our own is a copy of what it brings; a workbook does not hold everything. Gives what is noted of it. */
export function copiedAs({ name, changed }: ReadFile): { fileName: string; at: string } | null {
  return changed === null ? { fileName: name, at: new Date().toISOString() } : null;
}

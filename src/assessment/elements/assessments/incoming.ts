import { assessmentFacts, assessmentShort, assessmentTitle } from '../../copy/assessments.ts';
import { digestBroken } from '../../copy/closing.ts';
import { longInstant } from '../../../kit/words/dates.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import { plural, thousands } from '../../../kit/words/plural.ts';
import type { Section } from '../../../instrument/instrument.ts';
import type { AssessmentBrief } from '../../file/assessment-brief.ts';
import type { ReadFile } from '../../opening/file-opening-work.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { Relation } from './relation.ts';

/** What a person decides on a file that was opened. */
export type Choice = 'add' | 'replace' | 'merge' | 'leave';

const label: Record<Choice, string> = {
  add: 'Agregar a la lista',
  replace: 'Reemplazar la de la lista',
  merge: 'Unir las dos',
  leave: 'No abrirlo',
};

/** The choices of each case, the advised one first. */
function choicesOf(relation: Relation, isBookOfPresent: boolean): Choice[] {
  if (relation.kind === 'same') return ['leave'];
  if (relation.kind === 'new') return ['add', 'leave'];
  if (relation.kind === 'sameEntity') return ['merge', 'add', 'leave'];
  if (relation.present.closing) return ['add', 'leave'];
  return isBookOfPresent ? ['replace', 'merge', 'add', 'leave'] : ['merge', 'replace', 'add', 'leave'];
}

function relationText(relation: Relation, { brief, changed }: ReadFile, isBookOfPresent: boolean): string {
  const book =
    changed === null
      ? ''
      : changed.length === 0
        ? 'El libro no trae ningún cambio. '
        : `El libro trae cambios en ${plural(changed.length, 'criterio', 'criterios')}: ${changed.map(isolated).join(', ')}. `;
  switch (relation.kind) {
    case 'new':
      return `${book}No está en la lista de este navegador.`;
    case 'same':
      return `${book}Ya está en la lista, igual a este archivo. No hay nada que cambiar.`;
    case 'otherVersion':
      if (relation.present.closing) {
        return `${book}La de la lista está cerrada y es distinta. La del archivo puede agregarse aparte, como copia abierta.`;
      }
      return isBookOfPresent
        ? `${book}En la lista nada cambió desde que se guardó el libro: puede reemplazarla sin perder nada.`
        : `${book}En la lista está la misma autoevaluación con otro contenido: la de la lista cambió por última vez el ${longInstant(relation.present.modified)} y la del archivo, el ${longInstant(brief.modified)}.`;
    case 'sameEntity':
      return `${book}En la lista hay otra de la misma entidad y fecha: ${assessmentShort(relation.present)}. Si es la parte de un colega, puede unirlas.`;
  }
}

/** What is unusual in a file: a closing that its content does not match, criteria that this version does not have. */
function remarks({ unknown, isTampered }: ReadFile): string {
  const rest = unknown.count - unknown.first.length;
  const named = `${unknown.first.map(isolated).join(', ')}${rest > 0 ? ` y ${thousands(rest)} más` : ''}`;
  return [
    isTampered ? digestBroken.happened : '',
    unknown.count > 0
      ? `Trae respuestas a lo que esta versión no tiene (${named}): se conservan como están y no cuentan.`
      : '',
  ]
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
  need(panel, '[data-relation]').textContent = relationText(relation, read, isBookOfPresent);
  const isSame = relation.kind === 'same';
  need(panel, '[data-choices]').replaceChildren(
    ...choicesOf(relation, isBookOfPresent).map((choice, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = index === 0 && !isSame ? 'button' : 'button quiet';
      button.dataset['choice'] = choice;
      button.textContent = isSame
        ? 'Entendido'
        : choice === 'add' && relation.kind !== 'new'
          ? 'Agregar aparte'
          : label[choice];
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

/** What is said once an assessment from a file is in its place. */
export function outcomeText(choice: 'add' | 'replace', brief: AssessmentBrief, isCopy: boolean): string {
  const what = assessmentShort(brief);
  if (choice === 'replace') return `${what} quedó como en el archivo. Como estaba antes se conserva más abajo.`;
  return isCopy
    ? `${what} se agregó como copia, porque ya había una con su identificación. Nada de lo que había cambió.`
    : `${what} se agregó a la lista. Nada de lo que había cambió.`;
}

/** A file of our own is a copy of what it brings; a workbook does not hold everything. Gives what is noted of it. */
export function copiedAs({ name, changed }: ReadFile): { fileName: string; at: string } | null {
  return changed === null ? { fileName: name, at: new Date().toISOString() } : null;
}

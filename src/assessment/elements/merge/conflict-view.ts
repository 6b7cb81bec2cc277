import { isolated } from '../../../kit/words/isolated.ts';
import { answeredAt, bothTextsTooLong, checkText, proposedText, unknownCriterion } from '../../copy/merge-conflict.ts';
import { countMet, statusOf } from '../../domain/answer.ts';
import type { Criterion } from '../../../instrument/instrument.ts';
import { decided, type MergeConflict, type MergeDecision } from '../../domain/merging.ts';
import { LIMITS } from '../../file/schema.ts';
import { answerTexts } from '../page/answer-texts.ts';
import { need } from '../../../kit/browser/dom.ts';

type Side = MergeDecision['side'];

/** One conflict of a merge: both sides with their notes, the later proposed, and what the person decides. */
export class ConflictView {
  readonly root: HTMLElement;
  readonly #conflict: MergeConflict;
  readonly #keep: HTMLInputElement;

  constructor(
    templates: { conflict: HTMLTemplateElement; statuses: HTMLTemplateElement },
    conflict: MergeConflict,
    criterion: Criterion | undefined,
    changed: () => void,
  ) {
    this.#conflict = conflict;
    this.root = (templates.conflict.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    this.root.dataset['conflict'] = conflict.criterionId;
    this.root.dataset['owner'] = `conflict-${conflict.criterionId}`;
    need(this.root, '[data-name]').textContent = `${isolated(conflict.criterionId)} ${criterion?.name ?? ''}`.trim();
    for (const side of ['mine', 'theirs'] as const) this.#showSide(side, criterion, templates.statuses);
    this.#keep = need(this.root, '[data-keep]');
    const hasTexts = [conflict.mine, conflict.theirs].some(({ note, evidence }) => note !== '' || evidence.length > 0);
    need(this.root, '[data-keep-line]').hidden = !hasTexts || sameTexts(conflict);
    this.root.addEventListener('change', () => {
      this.#check();
      changed();
    });
  }

  set decision({ side, keepTexts }: MergeDecision) {
    need<HTMLInputElement>(this.root, `[value="${side}"]`).checked = true;
    this.#keep.checked = keepTexts;
    this.#check();
  }

  get decision(): MergeDecision {
    const side = need<HTMLInputElement>(this.root, '[type="radio"]:checked').value as Side;
    return { side, keepTexts: this.#keep.checked };
  }

  #showSide(side: Side, criterion: Criterion | undefined, statuses: HTMLTemplateElement): void {
    const place = need(this.root, `[data-side="${side}"]`);
    const answer = this.#conflict[side];
    const radio = need<HTMLInputElement>(place, '[type="radio"]');
    radio.name = `conflicto-${this.#conflict.criterionId}`;
    radio.checked = this.#conflict.proposed === side;
    need(place, '[data-proposed]').textContent = this.#conflict.proposed === side ? proposedText : '';
    const other = this.#conflict[side === 'mine' ? 'theirs' : 'mine'];
    if (criterion) {
      const status = statusOf(criterion, answer);
      need(place, '[data-chip]').replaceChildren(need(statuses.content, `[data-status="${status}"]`).cloneNode(true));
      need(place, '[data-met]').textContent =
        answer.kind === 'assessed' ? `${countMet(criterion, answer.met)} de ${criterion.checks.length}` : '';
      need(place, '[data-checks]').replaceChildren(
        ...(answer.kind === 'assessed' ? criterion.checks : []).map(({ id, text }) => {
          const item = document.createElement('li');
          const isMet = answer.met.includes(id);
          item.textContent = checkText(isMet, text);
          item.toggleAttribute('data-differs', isMet !== (other.kind === 'assessed' && other.met.includes(id)));
          return item;
        }),
      );
    } else need(place, '[data-chip]').textContent = unknownCriterion;
    need(place, '[data-texts]').replaceChildren(...answerTexts(answer));
    need(place, '[data-when]').textContent = answeredAt(answer.updatedAt);
  }

  /** Both texts together may be more than an answer holds: then only one can stay, and the page says so. */
  #check(): void {
    const both = decided(this.#conflict, { ...this.decision, keepTexts: true });
    const isTooLong = both.note.length > LIMITS.note || both.evidence.length > LIMITS.evidenceRows;
    const message = need(this.root, '[data-too-long]');
    message.hidden = !(isTooLong && this.#keep.checked);
    message.textContent = bothTextsTooLong;
    if (isTooLong) this.#keep.checked = false;
  }
}

function sameTexts({ mine, theirs }: MergeConflict): boolean {
  return mine.note === theirs.note && JSON.stringify(mine.evidence) === JSON.stringify(theirs.evidence);
}

import { preparingPreview, previewName, type PaperKind } from '../../copy/documents-page.ts';
import { part } from '../../../kit/browser/part.ts';
import type { PlanningSession } from '../planning/planning-session.ts';
import { need } from '../../../kit/browser/dom.ts';
import { act } from '../../../assessment/elements/page/start.ts';

/** The level of heading below that of the document's own section in the page. */
const LEVEL = 4;

/** Shows each document as it will be on paper, while its fold is open: what nobody looks at is not made. */
export class PreviewsView {
  readonly #session: PlanningSession;
  readonly #folds: readonly HTMLDetailsElement[];
  readonly #faults: HTMLElement;

  constructor(root: HTMLElement, session: PlanningSession) {
    this.#session = session;
    this.#faults = need(root, '[data-action-notices]');
    this.#folds = [...root.querySelectorAll<HTMLDetailsElement>('details[data-preview]')];
    for (const fold of this.#folds) fold.addEventListener('toggle', () => this.#show(fold));
  }

  /** Draws again what is open: the plan or the projects have changed. */
  refresh(): void {
    for (const fold of this.#folds) this.#show(fold);
  }

  #show(fold: HTMLDetailsElement): void {
    const place = need(fold, '[data-preview-place]');
    if (!fold.open) {
      place.replaceChildren(preparingPreview);
      return;
    }
    const kind = fold.dataset['preview'] as PaperKind;
    const draw = async (): Promise<void> => {
      const [{ documentOf }, { paper }] = await Promise.all([
        part(() => import('./making.ts')),
        part(() => import('./paper.ts')),
      ]);
      const model = await documentOf(kind, this.#session.planning);
      if (!fold.open) return;
      place.setAttribute('aria-label', previewName[kind]);
      place.replaceChildren(paper(model, LEVEL));
    };
    void act(this.#faults, draw, `preview ${kind}`);
  }
}

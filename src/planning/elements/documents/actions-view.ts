import { savedInDownloads } from '../../../assessment/copy/copies.ts';
import { making, preparing, type PaperKind } from '../../copy/documents-page.ts';
import type { Planning } from '../../domain/planning.ts';
import { part } from '../../../kit/browser/part.ts';
import type { PlanningSession } from '../planning/planning-session.ts';
import { need } from '../../../kit/browser/dom.ts';
import { downloadBytes } from '../../../kit/browser/download.ts';
import { act } from '../../../assessment/elements/page/start.ts';
import type { FileWay } from './making.ts';
import type { Printing } from './printing.ts';

/** The name without its last ending: `plan-de-accion-ins-2009-10-15`. */
const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

/** What can be done with each document: print it, or take it along in a file. */
export class ActionsView {
  readonly #root: HTMLElement;
  readonly #session: PlanningSession;
  readonly #printing: () => Promise<Printing>;

  constructor(root: HTMLElement, session: PlanningSession, printing: () => Promise<Printing>) {
    this.#root = root;
    this.#session = session;
    this.#printing = printing;
    for (const place of root.querySelectorAll<HTMLElement>('[data-paper]')) {
      const kind = place.dataset['paper'] as PaperKind;
      for (const button of place.querySelectorAll<HTMLElement>('[data-way]')) {
        const way = button.dataset['way'] as FileWay | 'print';
        this.#on(button, way === 'print' ? preparing : making, () =>
          way === 'print' ? this.#print(kind) : this.#save(kind, way),
        );
      }
    }
    this.#on(need(root, '[data-save-copy]'), making, async () => {
      await session.saveCopy();
      return '';
    });
  }

  get #planning(): Planning {
    return this.#session.planning;
  }

  /** While what was asked for is under way its button says so and takes no second press; the rest of the page is free. */
  #on(button: HTMLElement, underWay: string, work: () => Promise<string>): void {
    const said = need(button.closest('[data-document]') ?? this.#root, '[data-said]');
    const faults = need(this.#root, '[data-action-notices]');
    const run = async (): Promise<void> => {
      if (button.getAttribute('aria-busy') === 'true') return;
      button.setAttribute('aria-busy', 'true');
      said.textContent = underWay;
      faults.replaceChildren();
      let outcome = '';
      try {
        outcome = await work();
      } finally {
        button.removeAttribute('aria-busy');
        said.textContent = outcome;
      }
    };
    const what = `${underWay} ${button.closest<HTMLElement>('[data-paper]')?.dataset['paper'] ?? ''} ${button.dataset['way'] ?? ''}`;
    button.addEventListener('click', () => void act(faults, run, what));
  }

  async #print(kind: PaperKind): Promise<string> {
    const [{ documentOf, fileNameOf }, printing] = await Promise.all([
      part(() => import('./making.ts')),
      this.#printing(),
    ]);
    const name = withoutEnding(await fileNameOf(kind, this.#planning, 'pdf'));
    printing.print(await documentOf(kind, this.#planning), name);
    return '';
  }

  async #save(kind: PaperKind, way: FileWay): Promise<string> {
    const { makeDocument } = await part(() => import('./making.ts'));
    const { name, content, type } = await makeDocument(kind, way, this.#planning);
    downloadBytes(name, content, type);
    return savedInDownloads(name);
  }
}

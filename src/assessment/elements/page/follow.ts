import type { AssessmentStore, Loaded } from '../../storage/assessment-store.ts';
import { StorageError, toStorageError } from '../../storage/database.ts';
import { openNotices } from '../../../kit/browser/notices.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showFault, showOpenFault } from './notice.ts';
import { nameAssessment } from './open-assessment.ts';
import { keepUntilItWorks, withdraw } from './standing-fault.ts';

/**
 * Keeps a page in step with the other tabs on its assessment. A notice that comes while this page is saving is not
 * lost: it waits until `rest()` says that the saving is over.
 */
export class Follower {
  readonly #element: HTMLElement;
  readonly #store: AssessmentStore;
  readonly #id: string;
  readonly #isBusy: () => boolean;
  readonly #apply: (loaded: Loaded) => void;
  readonly #channel: ReturnType<typeof openNotices>;
  #isBehind = false;
  #isGone = false;

  constructor(options: {
    element: HTMLElement;
    store: AssessmentStore;
    id: string;
    /** True while something that the person gave is not in the database yet. */
    isBusy: () => boolean;
    /** Shows what was read again. */
    apply: (loaded: Loaded) => void;
  }) {
    this.#element = options.element;
    this.#store = options.store;
    this.#id = options.id;
    this.#isBusy = options.isBusy;
    this.#apply = options.apply;
    this.#channel = openNotices(({ assessmentId }) => {
      if (assessmentId !== this.#id) return;
      this.#isBehind = true;
      void this.rest();
    });
  }

  /** Tells the other tabs that this one has saved. */
  tell(): void {
    this.#channel.tell({ assessmentId: this.#id });
  }

  /** Takes that the database has more than the page: it is read with the next rest. */
  fallBehind(): void {
    this.#isBehind = true;
  }

  #sayGone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const place = need(this.#element, '[data-notices]');
    showFault(place, 'showing', new StorageError('gone', null));
    place.scrollIntoView({ block: 'center' });
  }

  /** Reads the assessment again where another tab has changed it, unless this page is still saving. */
  async rest(): Promise<void> {
    while (this.#isBehind && !this.#isBusy()) {
      this.#isBehind = false;
      const place = need(this.#element, '[data-notices]');
      try {
        const loaded = await this.#store.load(this.#id);
        withdraw(place, 'follow');
        if (this.#isBusy()) this.#isBehind = true;
        else if (!loaded) this.#sayGone();
        // Closed in another tab, or brought back by it: this page opens anew as what it now is.
        else if (loaded.assessment.closing || this.#isGone) location.reload();
        else {
          nameAssessment(loaded.assessment);
          this.#apply(loaded);
        }
      } catch (error) {
        keepUntilItWorks(place, 'follow', showOpenFault(place, toStorageError(error)));
      }
    }
  }
}

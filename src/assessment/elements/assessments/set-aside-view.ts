import { throwAwayAbout, thrownAway, tookBack, tookBackAlready } from '../../copy/set-aside.ts';
import { part } from '../../../kit/browser/part.ts';
import { listSetAside, takeBack, throwAway, type SetAside } from '../../storage/set-aside.ts';
import { need } from '../../../kit/browser/dom.ts';
import { download } from '../../../kit/browser/download.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import type { ListPage } from './list-page.ts';
import { showSetAside } from './set-aside-list.ts';

/** What this browser has set aside, on the list's page: shown, put back, saved, thrown away. */
export class SetAsideView {
  readonly #page: ListPage;

  constructor(page: ListPage) {
    this.#page = page;
  }

  async show(): Promise<void> {
    const { root, store, list, instrument, run } = this.#page;
    const records = await listSetAside(store);
    // What understands plans comes only where something of a plan is set aside.
    const isPlanned = records.some(({ place }) => place.includes(':'));
    const parts = isPlanned ? (await this.#page.plans()).planParts : undefined;
    const place = need(root, '[data-set-aside]');
    keepFocus(place, () =>
      showSetAside(
        place,
        records,
        { list, sections: instrument.sections, parts },
        {
          takeBack: (record) => void run(`take back ${record.key}`, () => this.#takeBack(record)),
          save: (record) => download('dato-apartado.json', `${JSON.stringify(record, null, 2)}\n`),
          throwAway: (record) => void run(`throw away ${record.key}`, () => this.#throwAway(record)),
        },
      ),
    );
  }

  async #takeBack(record: SetAside): Promise<void> {
    const { store, attempt, changed, say } = this.#page;
    const done = await attempt(() => takeBack(store, record, new Date().toISOString()));
    if (!done) return;
    await changed(record.assessmentId);
    say(done.value ? tookBack(record.place) : tookBackAlready);
  }

  async #throwAway(record: SetAside): Promise<void> {
    const { root, store, attempt, changed, say } = this.#page;
    const { askSure } = await part(() => import('./dialogs.ts'));
    if (!(await askSure(root, 'discard', throwAwayAbout(record.place)))) return;
    if (!(await attempt(() => throwAway(store, record.key)))) return;
    await changed();
    say(thrownAway);
  }
}

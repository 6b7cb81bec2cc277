import { copyDiscarded, savedInDownloads } from '../../copy/copies.ts';
import {
  copiesOffered,
  offerControl,
  offerDiscardAbout,
  offerLine,
  offerRecovered,
  offerTitle,
  offerUnreadable,
} from '../../copy/second-copy.ts';
import { part } from '../../../kit/browser/part.ts';
import { toStorageError } from '../../storage/database.ts';
import { settleLoss } from '../../storage/loss.ts';
import type { Offer, SecondCopy } from '../../storage/second-copy.ts';
import { need } from '../../../kit/browser/dom.ts';
import { downloadAssessment } from '../page/download.ts';
import { keepFocus } from '../../../kit/browser/keep-focus.ts';
import { showChangeFault } from '../page/notice.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';
import { tellLoss, type Watch } from '../page/watch-over.ts';
import type { ListPage } from './list-page.ts';

/** The second copies that can be taken back, above the list: each with its way back, to a file, or away. */
export class OffersView {
  readonly #page: () => ListPage;
  readonly #watch: Watch;

  constructor(page: () => ListPage, watch: Watch) {
    this.#page = page;
    this.#watch = watch;
    if (watch.offers.length === 0) tellLoss(need(page().root, '[data-loss]'), watch, '');
    else this.#show(watch.offers);
    if (location.hash === '#recuperar') this.#place.focus();
  }

  get #place(): HTMLElement {
    return need(this.#page().root, '[data-offers]');
  }

  #show(offers: readonly Offer[]): void {
    const place = this.#place;
    place.hidden = offers.length === 0;
    const { happened, data } = copiesOffered(offers.length, this.#watch.lostAt);
    need(place, '[data-offers-happened]').textContent = happened;
    need(place, '[data-offers-data]').textContent = data;
    keepFocus(place, () => need(place, '[data-offers-list]').replaceChildren(...offers.map((each) => this.#row(each))));
  }

  #row(offer: Offer): HTMLElement {
    const item = document.createElement('li');
    item.dataset['owner'] = offer.key;
    const title = offerTitle(offer.header);
    const text = document.createElement('p');
    text.textContent = offerLine(title, offer.reason, offer.at);
    const line = document.createElement('p');
    line.className = 'actions';
    const ways: [label: string, name: string, run: () => Promise<void>][] = [
      ['Recuperar', 'recover', () => this.#recover(offer, title)],
      ['Guardar en un archivo', 'save', () => this.#save(offer)],
      ['Borrar del todo', 'discard', () => this.#discard(offer, title)],
    ];
    line.append(
      ...ways.map(([label, name, run]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = name === 'recover' ? 'button small' : 'button small quiet';
        button.dataset['offerAction'] = name;
        button.textContent = label;
        button.setAttribute('aria-label', offerControl(label, title, offer.at));
        button.addEventListener('click', () => void this.#page().run(`${name} ${offer.key}`, run));
        return button;
      }),
    );
    item.append(text, line);
    return item;
  }

  get #copy(): SecondCopy {
    return this.#watch.copy as SecondCopy;
  }

  async #recover(offer: Offer, title: string): Promise<void> {
    const page = this.#page();
    const done = await page.attempt(() => this.#copy.recover(offer.key, new Date().toISOString()));
    if (!done) return;
    if (done.value === null) {
      showNotice(need(page.root, '[data-faults]'), offerUnreadable);
      return;
    }
    await page.changed(done.value);
    await this.#again();
    page.say(offerRecovered(title));
  }

  async #save({ key }: Offer): Promise<void> {
    const assessment = await this.#copy.assessmentOf(key);
    if (assessment === null) showNotice(need(this.#page().root, '[data-faults]'), offerUnreadable);
    else this.#page().say(savedInDownloads(downloadAssessment(assessment)));
  }

  async #discard({ key }: Offer, title: string): Promise<void> {
    const page = this.#page();
    const { askSure } = await part(() => import('./dialogs.ts'));
    const isSure = await askSure(page.root, 'discard', offerDiscardAbout(title));
    if (!isSure) return;
    await this.#copy.discard(key);
    await this.#again();
    page.say(copyDiscarded);
  }

  async #again(): Promise<void> {
    try {
      const offers = await this.#copy.offers();
      if (offers.length === 0) settleLoss();
      this.#show(offers);
    } catch (error) {
      showChangeFault(need(this.#page().root, '[data-faults]'), toStorageError(error));
    }
  }
}

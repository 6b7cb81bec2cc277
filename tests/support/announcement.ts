// What the page has said is saved, recorded in the page itself at the moment that it says so.

/** What an answer holds, in the form of the file, apart from the instant of its last change. */
export interface Content {
  tipo: 'evaluada' | 'no-aplica' | 'sin-responder';
  cumplidas: string[];
  justificacion: string;
  fundamento: string;
  observacion: string;
  evidencias: { titulo: string; url: string }[];
}

export interface Announcement {
  /** The page's clock, in milliseconds. */
  at: number;
  /** True after a change of the person; false where the page, on opening, says when what it shows was saved. */
  isSave: boolean;
  /** What the screen shows of each criterion, without what the page marks as not saved or does not show. */
  answers: Record<string, Partial<Content>>;
}

/** The function of the page that takes each announcement out of it. */
export const ANNOUNCE = 'announceSaved';

/**
 * Runs in the page before its own scripts. Each time that the line says «Guardado», it reads all answers off the screen
 * and hands them out: in the same turn as the announcement, so that no later change is among them.
 */
export function recordAnnouncements(announce: string): void {
  const value = (root: Element, selector: string): string | undefined => {
    const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    // A text that is marked as wrong was not saved as it stands.
    return field?.getAttribute('aria-invalid') === 'true' ? undefined : (field?.value ?? '');
  };
  const isOn = (root: Element, selector: string): boolean =>
    root.querySelector<HTMLInputElement>(selector)?.checked === true;
  const isLink = (url: string): boolean => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);

  const read = (root: Element): Partial<Content> => {
    const met = [...root.querySelectorAll<HTMLInputElement>('[data-check]:checked')].map((check) => check.value);
    const isNotApplicable = isOn(root, '[data-not-applicable]');
    const isAssessed = met.length > 0 || isOn(root, '[data-none]');
    const rows = [...root.querySelectorAll('[data-evidence-rows] > *')]
      .map((row) => ({
        titulo: (value(row, '[data-evidence-title]') ?? '').trim(),
        url: row.querySelector<HTMLInputElement>('[data-evidence-url]')?.value.trim() ?? '',
      }))
      .filter(({ titulo, url }) => titulo !== '' || url !== '');
    const texts = {
      justificacion: value(root, '[data-justification]'),
      fundamento: value(root, '[data-legal-ground]'),
      observacion: value(root, '[data-note]'),
    };
    return {
      tipo: isNotApplicable ? 'no-aplica' : isAssessed ? 'evaluada' : 'sin-responder',
      // The checks of a criterion that does not apply are kept, and not shown.
      ...(!isNotApplicable && { cumplidas: met }),
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
      ...(rows.every(({ url }) => isLink(url)) && { evidencias: rows }),
    };
  };

  let before = '';
  new MutationObserver(() => {
    const text = document.querySelector('[data-save-line]')?.textContent ?? '';
    if (text === before) return;
    const isSave = before !== '';
    before = text;
    if (!/^Guardado /.test(text)) return;
    const announcement: Announcement = {
      at: Date.now(),
      isSave,
      answers: Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('[data-criterion]')].map((root) => [
          root.dataset['criterion'] ?? '',
          read(root),
        ]),
      ),
    };
    (window as unknown as Record<string, (said: Announcement) => void>)[announce]?.(announcement);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * Runs in the page before its own scripts and makes it lie: it is told that a change is in the database as soon as it
 * has asked for it, and the database confirms half a second later. For proving that the comparison sees a loss.
 */
export function confirmTooEarly(): void {
  const HELD_MS = 500;
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const real = transaction.call(this, names, mode, options);
    const name = typeof names === 'string' ? names : [...names][0];
    if (mode !== 'readwrite' || name === undefined) return real;
    const until = Date.now() + HELD_MS;
    const hold = (): void => {
      if (Date.now() < until) real.objectStore(name).count().onsuccess = hold;
    };
    hold();
    setTimeout(() => real.dispatchEvent(new Event('complete')));
    return real;
  };
}

import { keptLine, keptReason, keptSummary, keptTitle } from '../../copy/kept.ts';
import type { Kept } from '../../storage/kept.ts';
import { need } from '../../../kit/browser/dom.ts';

export interface KeptActions {
  restore: (kept: Kept) => void;
  save: (kept: Kept) => void;
  discard: (kept: Kept) => void;
}

/** Shows the assessments that are kept aside, each with its way back. Takes the `[data-kept]` details. */
export function showKept(place: HTMLElement, list: readonly Kept[], actions: KeptActions): void {
  place.hidden = list.length === 0;
  need(place, '[data-kept-summary]').textContent = keptSummary(list.length);
  need(place, '[data-kept-list]').replaceChildren(
    ...list.map((kept) => {
      const item = document.createElement('li');
      item.dataset['owner'] = `kept-${kept.key}`;
      const title = keptTitle(kept.assessment);
      const text = document.createElement('p');
      text.textContent = keptLine(title, kept.reason, kept.at);
      const line = document.createElement('p');
      line.className = 'actions';
      const offered: [string, string, () => void][] = [
        ['Recuperar', 'restore', () => actions.restore(kept)],
        ['Guardar en un archivo', 'save', () => actions.save(kept)],
        ['Borrar del todo', 'discard', () => actions.discard(kept)],
      ];
      line.append(
        ...offered.map(([label, name, run]) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'button small quiet';
          button.dataset['keptAction'] = name;
          button.textContent = label;
          button.setAttribute('aria-label', `${label}: ${title}, ${keptReason[kept.reason]}`);
          button.addEventListener('click', run);
          return button;
        }),
      );
      item.append(text, line);
      return item;
    }),
  );
}

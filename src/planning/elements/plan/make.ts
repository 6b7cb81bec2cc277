import { element } from '../../../kit/browser/element.ts';

/** Makes an element with its class, its data (`data-*`) and what it holds. Texts stay texts. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  options: { readonly className?: string; readonly data?: Readonly<Record<string, string>> } = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = element(name, options.className ?? '', ...content);
  for (const [key, value] of Object.entries(options.data ?? {})) made.dataset[key] = value;
  return made;
}

/** A button that does something on the page. What only a screen reader needs to hear of it follows its name. */
export function button(label: string, data: Readonly<Record<string, string>>, spoken = ''): HTMLButtonElement {
  const made = make('button', { className: 'button small quiet', data }, label);
  made.type = 'button';
  if (spoken !== '') made.append(make('span', { className: 'visually-hidden' }, ` ${spoken}`));
  return made;
}

/** Writes a text where it is not there already: an unchanged text costs no layout. */
export function setText(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

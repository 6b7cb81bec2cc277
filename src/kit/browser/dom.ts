/** Finds one element, or throws an Error that names what the page lacks. */
export function need<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page lacks ${selector}.`);
  return found;
}

/** Reads the plain data that the page carries in a JSON block (`components/PageData.astro`). */
export function pageData<T>(root: ParentNode, name: string): T {
  return JSON.parse(need(root, `script[data-name="${name}"]`).textContent ?? '') as T;
}

/** Says to assistive technology whether a field's text is wrong; an empty `aria-invalid` would mean that it is not. */
export function setInvalid(field: Element, isInvalid: boolean): void {
  if (isInvalid) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

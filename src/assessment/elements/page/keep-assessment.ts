import { parameterIn, withParameters } from '../../../kit/browser/fragment.ts';

/** The address parameter that says which of the browser's assessments a page works on. */
const ID_PARAMETER = 'id';

/** The assessment that the page's address names, or null. By the letters of an id alone: an address may end in anything. */
export function addressedId(): string | null {
  return /^[\w-]+/.exec(parameterIn(location, ID_PARAMETER) ?? '')?.[0] ?? null;
}

/** Takes a path under the base, with a place behind `#` or without, and an assessment's id; gives the address of it there. */
export function withAssessment(path: string, id: string, more: Readonly<Record<string, string>> = {}): string {
  return withParameters(new URL(path, location.href), { [ID_PARAMETER]: id, ...more }).href;
}

/** Goes to an address; where only what stands behind `#` is another, the page is opened anew all the same. */
export function goTo(address: string): void {
  const { pathname, search } = new URL(address);
  const isHere = pathname === location.pathname && search === location.search;
  location.assign(address);
  if (isHere) location.reload();
}

/** Makes the links marked `data-keep-assessment` lead to the same assessment. */
export function keepAssessment(id: string, root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-assessment]')) {
    // A link that still stands in a template has no base of its own to be resolved against.
    link.href = withAssessment(link.getAttribute('href') ?? '', id);
  }
}

/**
 * Keeps the page's assessment in its address: a link within the page takes it away, and an address of before has it in its
 * query, which travels to the server. An address that names another assessment opens that one.
 */
export function holdAddress(id: string): void {
  const write = (): void => history.replaceState(history.state, '', withAssessment(location.href, id));
  write();
  window.addEventListener('hashchange', () => {
    const named = addressedId();
    if (named === null) write();
    else if (named !== id) location.reload();
  });
}

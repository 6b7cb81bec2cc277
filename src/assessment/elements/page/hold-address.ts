import { parameterIn } from '../../../kit/browser/fragment.ts';
import { ID_PARAMETER, withAssessment } from './keep-assessment.ts';

/** The assessment that the page's address names, or null. By the letters of an id alone: an address may end in anything. */
export function addressedId(): string | null {
  return /^[\w-]+/.exec(parameterIn(location, ID_PARAMETER) ?? '')?.[0] ?? null;
}

/** Goes to an address; where only what stands behind `#` is another, the page is opened anew all the same. */
export function goTo(address: string): void {
  const { pathname, search } = new URL(address);
  const isHere = pathname === location.pathname && search === location.search;
  location.assign(address);
  if (isHere) location.reload();
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

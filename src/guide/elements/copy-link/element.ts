import { linkCopied, linkInBar } from '../../copy/copy-link.ts';

/**
 * «Copiar enlace»: a link to its own place, which script also copies, whole, to the clipboard. Without script, or where
 * the browser refuses, it is still a link: the address bar has it.
 */
function say(link: Element, text: string): void {
  document.querySelector('.copied')?.remove();
  const place = document.createElement('span');
  place.className = 'copied';
  place.setAttribute('role', 'status');
  link.after(place);
  place.textContent = text;
}

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-copy-link]') : null;
  if (!link) return;
  const copying = navigator.clipboard?.writeText(link.href) ?? Promise.reject(new Error('no clipboard'));
  copying.then(
    () => say(link, linkCopied),
    () => say(link, linkInBar),
  );
});

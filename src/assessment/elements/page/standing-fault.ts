/** Takes away what a place tells of something that has now worked, or that is told anew. */
export function withdraw(place: Element, what: string): void {
  for (const box of [...place.children]) if (box.getAttribute('data-tried') === what) box.remove();
}

/** Takes the box that tells at a place why something did not work: it stands until the same works there. */
export function keepUntilItWorks(place: Element, what: string, box: Element): void {
  withdraw(place, what);
  box.setAttribute('data-tried', what);
}

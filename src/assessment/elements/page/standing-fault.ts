/** What stands at a place of the page because something did not work, by what was tried. */
const standing = new WeakMap<Element, Map<string, Element>>();

/** Takes away what a place tells of something that has now worked, or that is told anew. */
export function withdraw(place: Element, what: string): void {
  standing.get(place)?.get(what)?.remove();
  standing.get(place)?.delete(what);
}

/** Takes the box that tells at a place why something did not work: it stands until the same works there. */
export function keepUntilItWorks(place: Element, what: string, box: Element): void {
  withdraw(place, what);
  const here = standing.get(place) ?? new Map<string, Element>();
  here.set(what, box);
  standing.set(place, here);
}

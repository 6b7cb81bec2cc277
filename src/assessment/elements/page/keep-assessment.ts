/** The address parameter that says which of the browser's assessments a page works on. */
export const ID_PARAMETER = 'id';

/** Makes the links marked `data-keep-assessment` lead to the same assessment. */
export function keepAssessment(id: string, root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-assessment]')) {
    // A link that still stands in a template has no base of its own to be resolved against.
    const url = new URL(link.getAttribute('href') ?? '', location.href);
    url.searchParams.set(ID_PARAMETER, id);
    link.href = url.href;
  }
}

import { withParameters } from '../../../kit/browser/fragment.ts';

/** The address parameter that says which of the browser's assessments a page works on. */
export const ID_PARAMETER = 'id';

/** Takes a path under the base, with a place behind `#` or without, and an assessment's id; gives the address of it there. */
export function withAssessment(path: string, id: string, more: Readonly<Record<string, string>> = {}): string {
  return withParameters(new URL(path, location.href), { [ID_PARAMETER]: id, ...more }).href;
}

/** Makes the links marked `data-keep-assessment` lead to the same assessment. */
export function keepAssessment(id: string, root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-assessment]')) {
    // A link that still stands in a template has no base of its own to be resolved against.
    link.href = withAssessment(link.getAttribute('href') ?? '', id);
  }
}

import { pageData } from '../../../kit/browser/dom.ts';

/** Takes a criterion's id; gives its name as the page's data has it (`assessment/components/CriterionNames.astro`), or '' where it does not know it. */
export function criterionName(id: string): string {
  const names = pageData<Readonly<Record<string, string>>>(document, 'criterion-names');
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? '';
}

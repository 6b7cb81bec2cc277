import { expect, type Page } from './test.ts';

/** A text that would run, were it ever taken for HTML. */
export const ATTACK = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';

/** Marks that turn the direction of whatever follows them. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066\u2067\u2069]/;

/**
 * Holds that nothing of a file ran or became HTML on the page, and that no mark of direction of it stands in a text of
 * the page, where it would turn the rest of its sentence around.
 */
export async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate((marks) => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label]'))
      texts.push(element.getAttribute('aria-label') ?? '');
    return {
      hacked: (window as unknown as { hacked?: number }).hacked ?? null,
      images: document.querySelectorAll('img').length,
      scripts: [...document.scripts].filter((each) => each.type === '' && each.textContent.includes('hacked')).length,
      links: document.querySelectorAll('a[href^="javascript:" i]').length,
      handlers: document.querySelectorAll('[onclick], [onerror]').length,
      turned: texts.filter((text) => new RegExp(marks).test(text)),
    };
  }, DIRECTION_MARKS.source);
  expect(found).toEqual({ hacked: null, images: 0, scripts: 0, links: 0, handlers: 0, turned: [] });
}

import type { Page, Route } from '@playwright/test';

/** How a part of the program does not come: gone after a deployment, a filter's page with either type, or no connection. */
export const failures = {
  gone: (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>No existe</h1>' }),
  page: (route: Route) => route.fulfill({ contentType: 'text/html', body: '<h1>Acceso filtrado</h1>' }),
  noScript: (route: Route) => route.fulfill({ contentType: 'text/javascript', body: '<h1>Acceso filtrado</h1>' }),
  offline: (route: Route) => route.abort('internetdisconnected'),
} as const satisfies Record<string, (route: Route) => Promise<void>>;
export type Failure = keyof typeof failures;

/**
 * From now on a part of the program (`kept-list`, by the name of its file) does not come to this page. Gives how often it
 * was asked for, and what lets it through again.
 */
export async function withhold(
  page: Page,
  name: string,
  how: Failure = 'gone',
): Promise<{ asked: () => number; release: () => Promise<void> }> {
  const pattern = new RegExp(`/_astro/${name}[.-][^/]*\\.js$`);
  let asked = 0;
  const answer = (route: Route): Promise<void> => {
    asked += 1;
    return failures[how](route);
  };
  await page.route(pattern, answer);
  return { asked: () => asked, release: () => page.unroute(pattern, answer) };
}

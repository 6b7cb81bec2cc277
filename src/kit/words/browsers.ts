/** A browser as people call it, and the oldest version of it in which the tool works. */
export interface OldestBrowser {
  readonly name: string;
  readonly version: string;
}

const choice = new Intl.ListFormat('es', { type: 'disjunction' });

const chosen = (oldest: readonly OldestBrowser[], rest: readonly string[] = []): string =>
  choice.format([...oldest.map(({ name, version }) => `${name} ${version}`), ...rest]);

/** What a page that is a tool says where the browser is older than the rule, before anything is typed. */
export const tooOldText = (oldest: readonly OldestBrowser[]): string =>
  `Esta página no puede funcionar en este navegador, que es muy antiguo: necesita ${chosen(oldest, ['uno posterior'])}.`;

/** The rule of supported browsers, as README and «Acerca» say it. */
export const supportText = (oldest: readonly OldestBrowser[]): string =>
  `La guía se lee en cualquier navegador. La autoevaluación y la búsqueda funcionan desde ${chosen(oldest)}; en uno más antiguo, la página lo dice antes de que usted escriba.`;

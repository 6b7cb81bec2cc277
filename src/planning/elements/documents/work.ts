import { instrumentName, pageTitle } from '../../../assessment/copy/assessments.ts';
import { longDate } from '../../../kit/words/dates.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import { once, part } from '../../../kit/browser/part.ts';
import { need } from '../../../kit/browser/dom.ts';
import { PlanningSession } from '../planning/planning-session.ts';
import { ActionsView } from './actions-view.ts';
import { CheckView } from './check-view.ts';
import { PreviewsView } from './previews-view.ts';
import type { Printing } from './printing.ts';

/**
 * Takes the page's element; shows the assessment's two documents on it. Nothing of them is changed here; what another
 * tab changes is shown at once.
 */
export async function begin(element: HTMLElement): Promise<void> {
  const session = await PlanningSession.open(element);
  if (!session) return;
  const bringPrinting = once(
    async (): Promise<Printing> =>
      new (await part(() => import('./printing.ts'))).Printing(need(element, '[data-sheet]')),
  );
  const check = new CheckView(element);
  const previews = new PreviewsView(element, session);
  new ActionsView(element, session, bringPrinting);
  const show = (): void => {
    showFacts(element, session);
    check.show(session.planning);
    previews.refresh();
  };
  show();
  for (const part of element.querySelectorAll<HTMLElement>('[data-report]')) part.hidden = false;
  session.onChange(show);
}

function showFacts(element: HTMLElement, { assessment, instrument }: PlanningSession): void {
  const { entity, cutoffDate } = assessment;
  need(element, '[data-entity]').textContent = isolated(entity.name);
  need(element, '[data-cutoff]').textContent = longDate(cutoffDate);
  need(element, '[data-instrument]').textContent = instrumentName(instrument);
  document.title = pageTitle('Documentos', assessment);
}

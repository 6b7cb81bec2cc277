import { part } from '../../../kit/browser/part.ts';
import { start } from '../../../assessment/elements/page/start.ts';

/** `<gel-plan>`: the plan de acción of one assessment. All that it is made of comes at once, but after the page. */
export class GelPlanElement extends HTMLElement {
  connectedCallback(): void {
    void start(this, async () => {
      const [{ PlanningSession }, { PlanPage }] = await Promise.all([
        part(() => import('../planning/planning-session.ts')),
        part(() => import('./page.ts')),
      ]);
      const session = await PlanningSession.open(this);
      if (session) new PlanPage(this, session).start();
    });
  }
}

customElements.define('gel-plan', GelPlanElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-plan': GelPlanElement;
  }
}

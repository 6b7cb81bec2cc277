import { part } from '../../../kit/browser/part.ts';
import { start } from '../../../assessment/elements/page/start.ts';

/** `<gel-plan>`: the plan de acción of one assessment. All that it is made of comes at once, but after the page. */
export class GelPlanElement extends HTMLElement {
  connectedCallback(): void {
    void start(this, async () => {
      const [{ Desk }, { PlanPage }] = await Promise.all([
        part(() => import('../planning/desk.ts')),
        part(() => import('./page.ts')),
      ]);
      const desk = await Desk.open(this);
      if (desk) new PlanPage(this, desk).start();
    });
  }
}

customElements.define('gel-plan', GelPlanElement);

import { Desk } from '../planning/desk.ts';
import { start } from '../page/start.ts';

/** `<gel-plan>`: the plan de acción of one assessment. What it is made of comes while the database opens. */
export class GelPlanElement extends HTMLElement {
  connectedCallback(): void {
    void start(this, async () => {
      const [desk, { PlanPage }] = await Promise.all([Desk.open(this), import('./page.ts')]);
      if (desk) new PlanPage(this, desk).start();
    });
  }
}

customElements.define('gel-plan', GelPlanElement);

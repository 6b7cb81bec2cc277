import { part } from '../../../kit/browser/part.ts';
import { start } from '../../../assessment/elements/page/start.ts';

/** `<gel-projects>`: the proyectos de sistemas de información. What works them comes on demand, after the page itself. */
export class GelProjectsElement extends HTMLElement {
  connectedCallback(): void {
    void start(this, async () => {
      const { ProjectsPage } = await part(() => import('./projects-page.ts'));
      await ProjectsPage.open(this);
    });
  }
}

customElements.define('gel-projects', GelProjectsElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-projects': GelProjectsElement;
  }
}

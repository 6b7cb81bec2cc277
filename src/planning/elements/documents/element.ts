import { part } from '../../../kit/browser/part.ts';
import { start } from '../../../assessment/elements/page/start.ts';

/**
 * `<gel-documents>`: the plan and the projects held against the circular, and both as documents. What the circular asks
 * stands in the page already; what says how far the entity is comes right after it.
 */
export class GelDocumentsElement extends HTMLElement {
  connectedCallback(): void {
    void start(this, async () => {
      const { begin } = await part(() => import('./work.ts'));
      await begin(this);
    });
  }
}

customElements.define('gel-documents', GelDocumentsElement);

declare global {
  interface HTMLElementTagNameMap {
    'gel-documents': GelDocumentsElement;
  }
}

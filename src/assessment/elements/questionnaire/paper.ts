import { paperHead } from '../../copy/assessments.ts';
import { answeredBy } from '../../copy/questionnaire-page.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { need } from '../../../kit/browser/dom.ts';

/** On paper stand the entity, every criterion whatever the filter, and each text whole, where a field would cut it. */
export function preparePaper(root: HTMLElement, assessment: Assessment): void {
  need(root, '[data-paper-entity]').textContent = paperHead(assessment);
  need(root, '[data-paper-person]').textContent = answeredBy(assessment.entity.contact);
  let hidden: HTMLElement[] = [];
  window.addEventListener('beforeprint', () => {
    hidden = [...root.querySelectorAll<HTMLElement>('[data-criterion][hidden], [data-group][hidden]')];
    for (const element of hidden) element.hidden = false;
    for (const field of root.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
      '.criterion textarea, .evidence-row input, [data-legal-ground]',
    )) {
      if (field.value === '') continue;
      const copy = document.createElement('p');
      copy.className = 'paper-copy paper-only';
      copy.textContent = field.value;
      field.toggleAttribute('data-on-paper', true);
      field.after(copy);
    }
  });
  window.addEventListener('afterprint', () => {
    for (const element of hidden) element.hidden = true;
    for (const copy of root.querySelectorAll('.paper-copy')) copy.remove();
    for (const field of root.querySelectorAll('[data-on-paper]')) field.removeAttribute('data-on-paper');
  });
}

import { closedText, digestBroken } from '../../copy/closing.ts';
import { longDate } from '../../../kit/words/dates.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { part } from '../../../kit/browser/part.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';

/**
 * Shows the closing of a version on screen and paper: day, responsible, digest, and a QR code that leads to where a file is
 * checked. The digest is taken anew, so that a changed version is never shown as the one that was closed.
 */
export async function showClosing(root: HTMLElement, assessment: Assessment): Promise<void> {
  const place = need(root, '[data-closing]');
  const { closing } = assessment;
  if (!closing) {
    place.hidden = true;
    return;
  }
  const [{ verifyClosing }, { assessmentToFile }, { qrPath }] = await Promise.all([
    part(() => import('../../file/closing.ts')),
    part(() => import('../../file/assessment-file.ts')),
    part(() => import('../../file/qr.ts')),
  ]);
  const check = await verifyClosing(assessmentToFile(assessment));
  if (check.kind !== 'unchanged') {
    place.hidden = true;
    showNotice(need(root, '[data-notices]'), digestBroken);
    return;
  }
  need(place, '[data-closing-text]').textContent = closedText(longDate(closing.date), closing.responsible);
  need(place, '[data-digest]').textContent = closing.digest;
  const link = need<HTMLAnchorElement>(place, '[data-check-link]');
  link.hash = '';
  // Without the mark of an empty fragment: this is the address as people type it from the paper.
  link.textContent = link.href.replace(/#$/, '');
  link.hash = `huella=${closing.digest}`;
  const { path, size } = qrPath(link.href);
  const drawing = need(place, '[data-qr]');
  drawing.setAttribute('viewBox', `0 0 ${size} ${size}`);
  need(drawing, 'path').setAttribute('d', path);
  place.hidden = false;
}

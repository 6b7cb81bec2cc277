import { contradictionsLead, saidNotToApply, saidToApply } from '../../copy/profile-page.ts';
import type { Status } from '../../domain/answer.ts';
import { need } from '../../../kit/browser/dom.ts';
import type { CriterionView } from './criterion-view.ts';

/** What the profile says of a criterion that hangs on it. */
export interface ProfileSays {
  readonly applies: boolean;
  readonly reasonNo: string;
  readonly question: string;
}

/** How an answer and the profile contradict each other, in words; '' where they do not. */
function contradictionOf(status: Status, profile: ProfileSays | undefined): string {
  if (!profile || status === 'pending') return '';
  if (profile.applies) return status === 'notApplicable' ? saidToApply(profile.question) : '';
  return status === 'notApplicable' ? '' : saidNotToApply(profile.reasonNo);
}

/** Says in each criterion how its answer and the profile contradict each other, and above the form where, with the way there. */
export function showContradictions(
  root: ParentNode,
  views: ReadonlyMap<string, Pick<CriterionView, 'root' | 'status'>>,
  profile: ReadonlyMap<string, ProfileSays>,
): void {
  const ids: string[] = [];
  for (const [id, { root: box, status }] of views) {
    const text = contradictionOf(status, profile.get(id));
    need(box, '[data-contradiction]').hidden = text === '';
    need(box, '[data-contradiction-text]').textContent = text;
    if (text !== '') ids.push(id);
  }
  const place = need(root, '[data-contradictions]');
  place.hidden = ids.length === 0;
  // The same again: the focus may be on one of its links.
  if (place.dataset['ids'] === ids.join()) return;
  place.dataset['ids'] = ids.join();
  const links = ids.map((id) => {
    const link = document.createElement('a');
    link.href = `#${id.toLowerCase()}`;
    link.textContent = id;
    return link;
  });
  place.replaceChildren(contradictionsLead(ids.length), ...links.flatMap((link) => [link, ' ']));
}

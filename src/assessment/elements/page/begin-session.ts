import { Session, type PageWork, type Saved } from '../../work/session.ts';
import { SaveStateView } from '../save-state/save-state.ts';
import { downloadAssessment } from './download.ts';
import { Follower } from './follow.ts';
import type { Opened } from './open-assessment.ts';

/**
 * Puts a page to work on the assessment that it has opened: with the page's line of saving and its alarm, in step with the
 * other tabs, and asking before something unsaved is left behind. Takes what is the page's own.
 */
export function beginSession<Change, Result extends Saved>(
  element: HTMLElement,
  { store, loaded: { assessment }, copyLine }: Opened,
  work: PageWork<Change, Result>,
): Session<Change, Result> {
  const session = new Session(store, assessment, work, {
    copyLine,
    saveState: new SaveStateView(document, {
      retry: () => session.retry(),
      download: () => downloadAssessment(session.onScreen()),
    }),
    follow: (events) => new Follower({ element, store, id: assessment.id, ...events }),
  });
  window.addEventListener('beforeunload', (event) => {
    if (session.wouldLose) event.preventDefault();
  });
  return session;
}

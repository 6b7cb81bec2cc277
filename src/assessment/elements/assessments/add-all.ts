import {
  addedAllText,
  andMore,
  notAddedMessage,
  notAddedReason,
  notAddedSummary,
  takenOut,
} from '../../copy/incoming.ts';
import { isolated } from '../../../kit/words/isolated.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { assessmentIn } from '../../file/assessment-brief.ts';
import type { ReadFile } from '../../opening/file-opener.ts';
import { toStorageError } from '../../storage/database.ts';
import { need } from '../../../kit/browser/dom.ts';
import { showListNotice, type NoticeGroup } from '../../../kit/browser/list-notice.ts';
import { newId } from '../../../kit/browser/new-id.ts';
import { faultMessage } from '../page/notice.ts';
import { copiedAs } from './incoming.ts';
import type { ListPage } from './list-page.ts';
import { relationOf } from './relation.ts';
import { addCopy } from '../../storage/adding.ts';
import { removeAssessment } from '../../storage/kept.ts';

/** The most files that are named under one reason. */
const MOST_NAMED = 20;

/** What was not added, gathered by reason. */
class NotAdded {
  readonly #groups = new Map<string, { title: string; remedy: string; names: string[] }>();

  add({ name }: ReadFile, { title, remedy }: { readonly title: string; readonly remedy: string }): void {
    const group = this.#groups.get(title) ?? { title, remedy, names: [] };
    this.#groups.set(title, group);
    group.names.push(isolated(name));
  }

  get groups(): NoticeGroup[] {
    return [...this.#groups.values()].map(({ title, remedy, names }) => ({
      title,
      remedy,
      named: names.slice(0, MOST_NAMED),
      more: andMore(names.length - MOST_NAMED),
    }));
  }
}

/** Why it is not added, where the list has one with its id by now: from before, or from another file of these. */
async function reasonAgainst(
  read: ReadFile,
  list: readonly Assessment[],
  added: readonly ReadFile[],
): Promise<(typeof notAddedReason)['same' | 'otherVersion'] | null> {
  const twin = added.find(({ brief }) => brief.id === read.brief.id);
  if (twin) return notAddedReason[twin.mark === read.mark ? 'same' : 'otherVersion'];
  const { kind } = await relationOf(read, list);
  return kind === 'same' || kind === 'otherVersion' ? notAddedReason[kind] : null;
}

/**
 * Adds the files that the person saw as new to the list, every one of them or with the reason why not: another one of
 * the same entity is no reason, one with the same id is, and what the browser refuses is told for each. `settled` is
 * called with each that was added.
 */
export async function addAll(
  page: ListPage,
  wanted: readonly ReadFile[],
  settled: (read: ReadFile) => void,
): Promise<void> {
  const { root, store, list, changed, say } = page;
  const added: { readonly id: string; readonly read: ReadFile }[] = [];
  const notAdded = new NotAdded();
  let copies = 0;
  for (const read of wanted) {
    const reason = await reasonAgainst(
      read,
      list,
      added.map((each) => each.read),
    );
    if (reason) {
      notAdded.add(read, reason);
      continue;
    }
    try {
      const { id, isCopy } = await addCopy(store, await assessmentIn(read.content), newId(), copiedAs(read));
      added.push({ id, read });
      if (isCopy) copies += 1;
    } catch (error) {
      // What was added stays, and what could not be added still waits: the next one may well fit.
      const { happened, remedy } = faultMessage('asked', toStorageError(error));
      notAdded.add(read, { title: happened.replace(/\.$/, ''), remedy });
      continue;
    }
    settled(read);
  }
  const ids = added.map(({ id }) => id);
  await changed(...ids);
  const outcome = { wanted: wanted.length, added: added.length, copies };
  if (added.length > 0) say(addedAllText(outcome), () => takeOut(page, ids));
  if (added.length === wanted.length) return;
  const faults = need(root, '[data-faults]');
  showListNotice(faults, notAddedMessage(outcome), notAddedSummary, notAdded.groups);
  faults.scrollIntoView({ block: 'nearest' });
}

/** The way back: takes out of the list what was added, and says so; where the browser refuses, how many it took out. */
async function takeOut({ store, attempt, changed, say }: ListPage, ids: readonly string[]): Promise<void> {
  let done = 0;
  for (const id of ids) {
    if (!(await attempt(() => removeAssessment(store, id, new Date().toISOString())))) break;
    done += 1;
  }
  await changed(...ids);
  say(takenOut(done, ids.length));
}

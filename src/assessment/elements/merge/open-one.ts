import { RefusedFiles } from '../../copy/files.ts';
import { lettersAccepted, lettersMessage } from '../../copy/letters.ts';
import { bringsSeveral } from '../../copy/merging.ts';
import type { Assessment } from '../../domain/assessment.ts';
import type { Instrument } from '../../../instrument/instrument.ts';
import { assessmentIn } from '../../file/assessment-brief.ts';
import type { EarlierVersions } from '../../../instrument/earlier-version.ts';
import { FileOpener, type OpeningMeans, type ReadFile } from '../../opening/file-opener.ts';
import { showListNotice } from '../../../kit/browser/list-notice.ts';
import { showNotice } from '../../../kit/browser/notice-box.ts';

/**
 * Opens the file with which an assessment is to be merged. Gives what it brings, or null, with the reason at the given
 * place: also where it is a ZIP that brings several, because nobody but the person can say which. Where its letters were
 * guessed the person is asked there, and `accepted` is called once they read well.
 */
export async function openOne(
  file: File,
  { instrument, earlier, means }: { instrument: Instrument; earlier: EarlierVersions; means: OpeningMeans },
  place: Element,
  accepted: (assessment: Assessment) => void,
): Promise<Assessment | null> {
  const opener = new FileOpener(means, instrument.sections, earlier);
  const [brought, refused]: [ReadFile[], RefusedFiles] = [[], new RefusedFiles(instrument.version)];
  try {
    for await (const { opened } of opener.open([file])) {
      for (const each of opened) {
        if (each.kind === 'read') brought.push(each);
        else refused.add(each.name, each.why);
      }
    }
  } finally {
    opener.end();
  }
  const [only, another] = brought;
  if (only && !another) {
    const assessment = await assessmentIn(only.content);
    if (only.guessed === null) return assessment;
    const box = showNotice(place, lettersMessage(only.name, only.guessed), {
      label: lettersAccepted,
      run: () => {
        box.remove();
        accepted(assessment);
      },
    });
    return null;
  }
  const { message } = refused;
  if (another) showNotice(place, bringsSeveral(file.name, brought.length));
  else if (message) showListNotice(place, message, refused.summary, refused.groups);
  return null;
}

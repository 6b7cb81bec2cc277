// Where each file of src/ goes: the page's list, then what the page does not list or lists elsewhere.
import { readFileSync } from 'node:fs';

/** The page's own list (`A moves to B`), old path and new path on each line. */
const page = readFileSync(new URL('./page-moves.txt', import.meta.url), 'utf8');

/** Files that the page does not list, those of branches to come, and a few where another place is better (it wins). */
const more = `
# The design kit keeps what is drawn the same everywhere and looks into kit alone.
src/components/FiveColumns.astro src/components/FiveColumns.astro
src/components/DateFields.astro src/components/DateFields.astro
src/components/PageData.astro src/components/PageData.astro
src/components/Brand.astro src/components/Brand.astro
# Parts of pages that have a subject.
src/components/CircularGoals.astro src/guide/components/CircularGoals.astro
src/components/ReconstructionNotice.astro src/guide/components/ReconstructionNotice.astro
src/components/SearchBox.astro src/guide/components/SearchBox.astro
src/components/CriterionBacking.astro src/guide/components/CriterionBacking.astro
src/components/MarkCounts.astro src/guide/components/MarkCounts.astro
src/components/CopyLine.astro src/assessment/components/CopyLine.astro
src/components/EntityFields.astro src/assessment/components/EntityFields.astro
src/components/NoneYet.astro src/assessment/components/NoneYet.astro
src/components/QuestionnaireCriterion.astro src/assessment/components/QuestionnaireCriterion.astro
src/components/SaveState.astro src/assessment/components/SaveState.astro
src/components/CriterionNames.astro src/assessment/components/CriterionNames.astro
src/components/Faults.astro src/assessment/components/Faults.astro
src/components/PlanEditor.astro src/planning/components/PlanEditor.astro
src/components/ProjectEditor.astro src/planning/components/ProjectEditor.astro
src/components/ProjectTotals.astro src/planning/components/ProjectTotals.astro
# Words.
src/copy/norms.ts src/guide/copy/norms.ts
src/copy/search.ts src/guide/copy/search.ts
src/copy/coherence.ts src/instrument/copy/coherence.ts
src/copy/second-copy.ts src/assessment/copy/second-copy.ts
src/copy/incoming.ts src/assessment/copy/incoming.ts
src/copy/damage.ts src/assessment/copy/damage.ts
src/copy/fault-names.ts src/assessment/copy/fault-names.ts
src/copy/faults.ts src/assessment/copy/faults.ts
src/copy/record-parts.ts src/assessment/copy/record-parts.ts
src/copy/versions.ts src/assessment/copy/versions.ts
src/copy/browsers.ts src/kit/words/browsers.ts
# Rules.
src/domain/direct-hits.ts src/guide/domain/direct-hits.ts
src/domain/grouped-by.ts src/kit/values/grouped-by.ts
src/domain/instrument-changes.ts src/instrument/instrument-changes.ts
src/domain/version-crossing.ts src/assessment/domain/version-crossing.ts
src/domain/rules.test.ts src/assessment/domain/rules.test.ts
# A rule of ids, pure: the plan's own rules need it.
src/domain/project-id.ts src/assessment/domain/project-id.ts
# What stands in every page of the assessment, and what knows nothing of one.
# No element: it draws nothing.
src/elements/assessments/carry-plan.ts src/planning/work/carry-plan.ts
src/elements/page/watch-over.ts src/assessment/elements/page/watch-over.ts
src/elements/page/criterion-names.ts src/assessment/elements/page/criterion-names.ts
src/elements/page/damage-view.ts src/assessment/elements/page/damage-view.ts
src/elements/page/earlier-version.ts src/assessment/elements/page/earlier-version.ts
src/elements/page/list-notice.ts src/kit/browser/list-notice.ts
src/elements/page/reload.ts src/kit/browser/reload.ts
src/part.ts src/kit/browser/part.ts
# The browser's database and its second place.
src/storage/connection.ts src/assessment/storage/connection.ts
src/storage/loss.ts src/assessment/storage/loss.ts
src/storage/second-copy.ts src/assessment/storage/second-copy.ts
src/storage/second-place.ts src/assessment/storage/second-place.ts
src/storage/unclean-end.ts src/assessment/storage/unclean-end.ts
# Codecs.
src/formats/assessment-brief.ts src/assessment/file/assessment-brief.ts
src/formats/golden.test.ts src/assessment/file/golden.test.ts
src/formats/assessment-mutations.test.ts src/assessment/file/assessment-mutations.test.ts
src/formats/document-golden.test.ts src/planning/documents/document-golden.test.ts
src/formats/plan-codec.test.ts src/planning/file/plan-codec.test.ts
src/formats/zip-reading.test.ts src/kit/bytes/zip-reading.test.ts
src/formats/file-opening.ts src/assessment/opening/file-opening.ts
src/formats/file-opening-work.ts src/assessment/opening/file-opening-work.ts
src/formats/file-opening-worker.ts src/assessment/opening/file-opening-worker.ts
src/formats/archive-limits.ts src/kit/bytes/archive-limits.ts
src/formats/base64.ts src/kit/bytes/base64.ts
src/formats/crc32.ts src/kit/bytes/crc32.ts
src/formats/inflating.ts src/kit/bytes/inflating.ts
src/formats/zip-directory.ts src/kit/bytes/zip-directory.ts
src/formats/zip-text.ts src/kit/bytes/zip-text.ts
src/formats/canonical-json.ts src/kit/bytes/canonical-json.ts
src/formats/well-formed.ts src/kit/bytes/well-formed.ts
src/formats/own-worker.ts src/kit/browser/own-worker.ts
src/formats/workbook-archive.ts src/kit/xlsx/workbook-archive.ts
src/formats/workbook-load.ts src/kit/xlsx/workbook-load.ts
src/formats/instrument-data.ts src/instrument/instrument-data.ts
src/schemas/instrument-data.ts src/instrument/schemas/instrument-data.ts
`;

/** Folders of elements that have one subject: a new file in one goes with it. `page` has none: each of its files is named. */
const elementFolders = {
  assessment:
    'assessments compare copy-line entity-form linked-file merge profile questionnaire results save-state shared verify',
  planning: 'documents plan planning projects',
  guide: 'copy-link search search-box',
};

/** What keeps its place. */
const staying = [
  /^src\/(content|pages|layouts|styles|integrations)\//,
  /^src\/(content\.config|addresses|supported-browsers)\.ts$/,
  /^src\/(assessment|planning|guide|instrument|kit)\//,
  /^src\/env\.d\.ts$/,
];

const parse = (text) =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/));

const table = new Map([...parse(page), ...parse(more)]);
const subjectOf = new Map(
  Object.entries(elementFolders).flatMap(([room, folders]) => folders.split(' ').map((folder) => [folder, room])),
);

/** Takes a path of the old house; gives where it goes, or null where no rule says so. */
export function placeOf(file) {
  if (table.has(file)) return table.get(file);
  if (!file.startsWith('src/')) return file;
  if (staying.some((pattern) => pattern.test(file))) return file;
  // A test, or the style of one file, goes beside it: `x.test.ts` and `x.property.test.ts` with `x.ts`.
  const own = /^(.*\/)([^/.]+)((?:\.[^/.]+)+)$/.exec(file);
  if (own && /\.test\.ts$/.test(own[3])) {
    for (const extension of ['.ts', '.astro']) {
      const code = table.get(`${own[1]}${own[2]}${extension}`);
      if (code) return code.replace(/[^/]+$/, '') + own[2] + own[3];
    }
  }
  const [, folder, rest] = /^src\/elements\/([^/]+)\/(.+)$/.exec(file) ?? [];
  const room = folder && subjectOf.get(folder);
  return room ? `src/${room}/elements/${folder}/${rest}` : null;
}

/** Old paths of files that may be named where they no longer, or do not yet, exist: the table's own. */
export const named = table;

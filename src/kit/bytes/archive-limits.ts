/** The most files of any kind that a ZIP of assessments holds. */
export const MAX_ARCHIVE_ENTRIES = 10_000;
/** The most files that a workbook holds: ours has 25, one with pictures some hundred. */
export const MAX_PARTS = 2_000;

import type { GroupField } from '../copy/plan-page.ts';
import { activityFields, activityGroups, activityWords, type ActivityFieldKey } from '../fields/activity-fields.ts';

const keys = Object.keys(activityFields) as ActivityFieldKey[];

/** The fields of an activity as the form sets them together, in the order in which people fill them in. */
export const fieldGroups = Object.entries(activityGroups).map(([group, title]) => ({
  group,
  title,
  fields: keys.filter((key) => activityWords[key].group === group),
}));

/** The fields that can be given to many activities at once, in the order of the form. */
export const groupFields = fieldGroups.flatMap(({ group, fields }) =>
  group === 'what' ? [] : fields.map((key) => key as GroupField),
);

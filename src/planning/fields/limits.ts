/** The most that plan and projects hold, in characters or rows (docs/assessment-file.md, «What is refused»). */
export const PLAN_LIMITS = {
  activities: 2000,
  projects: 500,
  /** Each free text. */
  text: 5000,
  /** A project's name. */
  name: 300,
  /** Responsible office, post. */
  responsible: 200,
  /** Where the money comes from. */
  source: 500,
  /** An id of a criterion, an activity, a phase or a project. */
  id: 80,
  /** Criteria of an activity or a project; phases of a project. */
  criteria: 200,
  /** Activities that a project supports. */
  links: 2000,
  /** Cut-off dates of follow-up for an activity. */
  progress: 100,
} as const;

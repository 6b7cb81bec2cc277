import type { AssessmentHeader } from '../domain/assessment.ts';
import type { ProfileAnswers } from '../domain/profile.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { touchHeader } from './records.ts';

/** Changes of what stands beside the answers of an assessment. Each throws StorageError, and gives the new revision. */

async function saveHeader(
  store: AssessmentStore,
  id: string,
  now: string,
  change: (before: AssessmentHeader) => Partial<AssessmentHeader>,
): Promise<number> {
  const touched = { ids: [id], kept: false };
  return (await store.transact(touched, (transaction) => touchHeader(transaction, id, now, change))).revision;
}

/** Changes the entity and the cut-off date; profile and answers stay as they are. */
export function saveEntity(
  store: AssessmentStore,
  id: string,
  { entity, cutoffDate }: Pick<AssessmentHeader, 'entity' | 'cutoffDate'>,
  now: string,
): Promise<number> {
  return saveHeader(store, id, now, (before) => ({
    cutoffDate,
    // What this version does not know of the entity stays.
    entity: { ...before.entity, ...entity, contact: { ...before.entity.contact, ...entity.contact } },
  }));
}

/** Gives an assessment another label; '' takes it away. */
export function saveLabel(store: AssessmentStore, id: string, label: string, now: string): Promise<number> {
  return saveHeader(store, id, now, () => ({ label }));
}

/** Names another version of the instrument as the answered one; what the file says beside it stays. */
export function saveInstrument(
  store: AssessmentStore,
  id: string,
  instrument: { id: string; version: string },
  now: string,
): Promise<number> {
  return saveHeader(store, id, now, (before) => ({ instrument: { ...before.instrument, ...instrument } }));
}

/** Stores answers to the profile beside those that are there, of this tab or of another; null takes one away. */
export function saveProfile(
  store: AssessmentStore,
  id: string,
  answers: Readonly<Record<string, boolean | null>>,
  now: string,
): Promise<number> {
  return saveHeader(store, id, now, (before) => ({ profile: profileWith(before.profile, answers) }));
}

/** Takes a profile and answers to it, null for one that is taken away; gives the profile with them. */
export function profileWith(
  profile: ProfileAnswers,
  answers: Readonly<Record<string, boolean | null>>,
): ProfileAnswers {
  const all = Object.entries({ ...profile, ...answers });
  return Object.fromEntries(all.filter((entry): entry is [string, boolean] => entry[1] !== null));
}

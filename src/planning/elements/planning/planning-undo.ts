import { UndoTools } from '../../../assessment/elements/page/undo-tools.ts';
import { fieldsOf } from '../../../kit/values/three-way-merge.ts';
import { changeName } from '../../copy/planning-faults.ts';
import type { PlanningSession, Records } from './planning-session.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of a record that a change touches: letters of one text are one change, two fields are two. */
function touchedFields(before: unknown, after: unknown): string {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names].filter((name) => !same(was.get(name), is.get(name))).join(' ');
}

/** «Deshacer» and «Rehacer» of the plan and of the projects: each change since the page was opened. */
export function beginUndo(root: ParentNode, session: PlanningSession, say: (text: string) => void): void {
  const tools = new UndoTools<Records>(root, {
    say,
    put: (_, records, over) => session.putBack(records, over),
  });
  session.onRecorded((before, after) => {
    const [key, ...others] = after.keys();
    if (key === undefined) return;
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const joins = others.length === 0 && was !== null && is !== null;
    const of = joins ? `${key} ${touchedFields(was, is)}` : [...after.keys()].join(' ');
    tools.note({ of, before, after, text: changeName([...after.keys()]) }, joins);
  });
}

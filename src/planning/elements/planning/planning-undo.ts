import { UndoTools } from '../../../assessment/elements/page/undo-tools.ts';
import { changeName } from '../../copy/planning-faults.ts';
import { touchedFields } from '../../work/conflict-fields.ts';
import type { PlanningSession, Records } from './planning-session.ts';

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
    // Letters of one text are one change, two fields are two.
    const joins = others.length === 0 && was !== null && is !== null;
    const of = joins ? `${key} ${touchedFields(was, is).join(' ')}` : [...after.keys()].join(' ');
    tools.note({ of, before, after, text: changeName([...after.keys()]) }, joins);
  });
}

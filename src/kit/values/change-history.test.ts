import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeHistory } from './change-history.ts';

const change = (of: string, before: string, after: string) => ({ of, before, after, text: `${of} ${after}` });

describe('the history of a page', () => {
  it('takes back in the other order, makes again in the same, and ends at both ends', () => {
    const steps = fc.array(fc.constantFrom('note', 'undo', 'redo'), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        const history = new ChangeHistory<number>();
        // The model: every state that there was, and where we are among them.
        let [states, at, last] = [[0], 0, 0];
        let present = 0;
        for (const step of all) {
          if (step === 'note') {
            last += 1;
            history.note({ of: 'x', before: present, after: last, text: '' }, { joins: false });
            present = last;
            states = [...states.slice(0, at + 1), last];
            at += 1;
          } else if (step === 'undo') {
            const undone = history.undo();
            expect(undone === undefined).toBe(at === 0);
            if (undone) [present, at] = [undone.before, at - 1];
          } else {
            const redone = history.redo();
            expect(redone === undefined).toBe(at === states.length - 1);
            if (redone) [present, at] = [redone.after, at + 1];
          }
          expect(present).toBe(states[at]);
        }
      }),
    );
  });

  it('holds the letters of one text as one change, until another thing, a pause or a way back comes between', () => {
    const history = new ChangeHistory<string>();
    history.note(change('nota', '', 'a'), { joins: true });
    history.note(change('nota', 'a', 'ab'), { joins: true });
    expect(history.last).toEqual(change('nota', '', 'ab'));
    history.note(change('otra', '', 'x'), { joins: true });
    history.note(change('nota', 'ab', 'abc'), { joins: true });
    expect(history.last).toEqual(change('nota', 'ab', 'abc'));
    history.undo();
    history.redo();
    history.note(change('nota', 'abc', 'abcd'), { joins: true });
    expect(history.last?.before).toBe('abc');
  });

  it('forgets what cannot be taken back, and the oldest of very many', () => {
    const history = new ChangeHistory<number>();
    for (let at = 0; at < 600; at += 1)
      history.note({ of: `${at}`, before: at, after: at + 1, text: '' }, { joins: false });
    history.drop('last');
    expect(history.last?.of).toBe('598');
    let count = 0;
    while (history.undo()) count += 1;
    expect(count).toBe(499);
    history.drop('next');
    expect(history.next?.of).toBe('101');
  });
});

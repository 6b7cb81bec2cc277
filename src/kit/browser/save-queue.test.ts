import { describe, expect, it } from 'vitest';
import { SaveQueue, type SaveState } from './save-queue.ts';

function aQueue(write: (changes: Readonly<Record<string, string>>) => Promise<unknown>) {
  const states: SaveState['kind'][] = [];
  const queue = new SaveQueue<string>({ write, announce: ({ kind }) => states.push(kind), now: () => new Date(0) });
  return { queue, states };
}

describe('a save queue', () => {
  it('says «saved» only after the writing has been confirmed', async () => {
    let confirm: () => void = () => undefined;
    const { queue, states } = aQueue(() => new Promise<void>((resolve) => (confirm = resolve)));
    const resting = queue.save('INF-01', 'a');
    await Promise.resolve();
    expect([states, queue.isPending]).toEqual([['saving'], true]);
    confirm();
    await resting;
    expect([states, queue.isPending]).toEqual([['saving', 'saved'], false]);
  });

  it('writes the newest of what came in while it was writing, and not each step', async () => {
    const written: string[] = [];
    const { queue } = aQueue(async ({ note }) => {
      written.push(note ?? '');
      await new Promise((resolve) => setTimeout(resolve, 1));
    });
    void queue.save('note', 'h');
    void queue.save('note', 'ho');
    await queue.save('note', 'hola');
    expect(written).toEqual(['h', 'hola']);
  });

  it('keeps what failed, says so, and writes it with the next change', async () => {
    const written: Record<string, string>[] = [];
    let works = false;
    const { queue, states } = aQueue(async (changes) => {
      if (!works) throw new Error('full');
      written.push({ ...changes });
    });
    await queue.save('INF-01', 'a');
    expect([states.at(-1), queue.isPending]).toEqual(['failed', true]);
    works = true;
    await queue.save('INF-02', 'b');
    expect(written).toEqual([{ 'INF-01': 'a', 'INF-02': 'b' }]);
    expect([states.at(-1), queue.isPending]).toEqual(['saved', false]);
  });

  it('does not write an old value over a newer one after a failure', async () => {
    const written: Record<string, string>[] = [];
    let failures = 1;
    const { queue } = aQueue(async (changes) => {
      await Promise.resolve();
      if (failures-- > 0) throw new Error('full');
      written.push({ ...changes });
    });
    const first = queue.save('note', 'viejo');
    void queue.save('note', 'nuevo');
    await first;
    await queue.retry();
    expect(written).toEqual([{ note: 'nuevo' }]);
  });
});

import { expect, it } from 'vitest';
import { once, onPartMissing, part, PartMissing } from './part.ts';

it('a part that comes is given; one that does not is told as such, with what the browser said, each time', async () => {
  let heard = 0;
  onPartMissing(() => (heard += 1));
  expect(await part(() => Promise.resolve(7))).toBe(7);
  for (const reason of [new TypeError('Failed to fetch dynamically imported module'), new SyntaxError("'<'")]) {
    const missing = await part(() => Promise.reject(reason)).catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(PartMissing);
    expect(missing).toMatchObject({ cause: reason });
  }
  expect(heard).toBe(2);
});

it('what is made once is made by the first call alone, unless that fails', async () => {
  let tries = 0;
  const give = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error('first');
    return { tries };
  });
  await expect(give()).rejects.toThrow('first');
  const [one, other] = await Promise.all([give(), give()]);
  expect(one).toBe(other);
  expect(await give()).toEqual({ tries: 2 });
});

import { describe, expect, it } from 'vitest';
import { readCorrectionForm, type CorrectionInput } from './correction.ts';

const limits = { wrong: 20, right: 20, source: 20, url: 40, name: 20, office: 20 };
const input: CorrectionInput = {
  subject: { kind: 'criterio', id: 'INF-04', name: 'INF-04', address: 'https://a.co/' },
  wrong: '  Dice esto. ',
  right: 'Dice lo otro.',
  source: 'Manual',
  url: '',
  name: 'Ana',
  office: '',
};
const read = (change: Partial<CorrectionInput>) =>
  readCorrectionForm({ ...input, ...change }, '2026-11-28', limits, (text) => text.startsWith('https://'));

describe('the form of a correction', () => {
  it('gives a correction, without the blanks at the ends', () => {
    expect(read({})).toEqual({
      ok: true,
      correction: {
        subject: input.subject,
        wrong: 'Dice esto.',
        right: 'Dice lo otro.',
        source: { title: 'Manual', url: '' },
        proposer: { name: 'Ana', office: '' },
        date: '2026-11-28',
      },
    });
  });

  it.each([
    [{ subject: null }, [{ field: 'subject', kind: 'blank' }]],
    [{ wrong: ' ' }, [{ field: 'wrong', kind: 'blank' }]],
    [{ right: 'Dice esto.' }, [{ field: 'right', kind: 'same' }]],
    [
      { source: '', name: '' },
      [
        { field: 'source', kind: 'blank' },
        { field: 'name', kind: 'blank' },
      ],
    ],
    [{ url: 'javascript:alert(1)' }, [{ field: 'url', kind: 'notAnAddress' }]],
    [{ office: 'x'.repeat(21) }, [{ field: 'office', kind: 'tooLong', length: 21, maximum: 20 }]],
  ])('tells what is wrong: %o', (change, problems) => {
    expect(read(change)).toEqual({ ok: false, problems });
  });
});

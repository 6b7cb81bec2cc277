import { describe, expect, it } from 'vitest';
import {
  BLANK,
  contains,
  isBlank,
  statusOf,
  withAllMet,
  withApplicable,
  withCheck,
  withNoneMet,
  withNotApplicable,
  withoutMark,
} from './answer.ts';

const criterion = { id: 'INF-01', weight: 1, checks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };

describe('an answer', () => {
  it('goes from unanswered to partial to met as checks are marked, in the order of the instrument', () => {
    const one = withCheck(BLANK, criterion, 'c', true);
    const two = withCheck(one, criterion, 'a', true);
    expect([statusOf(criterion, BLANK), statusOf(criterion, one), two.met]).toEqual(['pending', 'partial', ['a', 'c']]);
    expect(statusOf(criterion, withCheck(two, criterion, 'b', true))).toBe('met');
  });

  it('is unanswered again, not «No cumple», when its last check is taken away', () => {
    const one = withCheck(BLANK, criterion, 'a', true);
    expect(statusOf(criterion, withCheck(one, criterion, 'a', false))).toBe('pending');
    expect(statusOf(criterion, withNoneMet(one, criterion))).toBe('unmet');
  });

  it('keeps the checks of a «No aplica» aside and brings them back', () => {
    const two = withCheck(withCheck(BLANK, criterion, 'a', true), criterion, 'b', true);
    const away = withNotApplicable(two, 'No tiene trámites');
    expect(statusOf(criterion, away)).toBe('notApplicable');
    expect(withApplicable(away, criterion)).toMatchObject({ kind: 'assessed', met: ['a', 'b'] });
    expect(withApplicable(withNotApplicable(BLANK, 'x'), criterion).kind).toBe('unanswered');
  });

  it('is pending while «No aplica» has no justification', () => {
    expect(statusOf(criterion, withNotApplicable(BLANK, ' \n '))).toBe('pending');
  });

  it('never loses a check of another version of the instrument', () => {
    const foreign = { ...BLANK, kind: 'assessed' as const, met: ['old', 'a'] };
    const through = [
      withCheck(foreign, criterion, 'b', true),
      withCheck(foreign, criterion, 'a', false),
      withAllMet(foreign, criterion),
      withNoneMet(foreign, criterion),
      withoutMark(foreign, criterion),
      withApplicable(withNotApplicable(foreign, 'x'), criterion),
    ];
    for (const each of through) expect(each.met).toContain('old');
  });

  it('keeps note and evidence through every change of mark', () => {
    const noted = { ...BLANK, note: 'Falta la visión', evidence: [{ title: 'Sitio', url: 'https://ejemplo.gov.co' }] };
    for (const change of [withAllMet, withNoneMet, withoutMark]) {
      expect(change(noted, criterion)).toMatchObject({ note: noted.note, evidence: noted.evidence });
    }
    expect(isBlank(noted)).toBe(false);
    expect(isBlank(BLANK)).toBe(true);
  });

  it('is contained in one that goes on from it, and in none that changes or lacks anything of it', () => {
    const row = { title: 'Acta', url: 'https://www.ejemplo.gov.co/acta' };
    const answer = { ...withCheck(BLANK, criterion, 'a', true), note: 'Falta', evidence: [row] };
    const later = { ...answer, note: 'Falta la firma.', evidence: [row, { ...row, title: 'Otra' }], updatedAt: 'x' };
    expect([contains(later, answer), contains(answer, answer), contains(answer, BLANK)]).toEqual([true, true, false]);
    const lacking = [
      { ...later, note: 'Ya no falta.' },
      { ...later, evidence: [] },
      withCheck(later, criterion, 'b', true),
      withNotApplicable(later, 'No tiene sedes.'),
      { ...later, extra: { color: 'azul' } },
    ];
    expect(lacking.map((other) => contains(other, answer))).toEqual([false, false, false, false, false]);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS } from '../../kit/values/money.ts';
import { assessmentToText } from './assessment-file.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { verifyClosing } from './closing.ts';
import { readDocuments } from '../../planning/file/documents.ts';
import { expectGolden } from '../../../tests/support/golden.ts';

/** A file of every version of the format ever written, with the SHA-256 of its bytes. Lines are added, never changed. */
const frozen: Readonly<Record<string, string>> = {
  'autoevaluacion-v1.gel.json': '83be69f7119f0e6f49fb298a219f19ac9cb2939e2b77404377aabc6c617c086f',
  'autoevaluacion-v1-cerrada.gel.json': 'b48bedfa5c3bb95508747255d68ee9e3fd37afb172bce955cf5cd152792db728',
  'autoevaluacion-v1-plan.gel.json': '483a0553c5ed3a5bd78ca6d1dc5553ba5012aa7987329506c5b2dc79d6bfde19',
  'autoevaluacion-v1-plan-cerrada.gel.json': '650da2773d9763f4188919092f9b24a26a47948c3b5dd18a0236064941ac17c1',
};

describe.each(Object.entries(frozen))('the file of a version that people have: %s', (name, sha256) => {
  const bytes = readFileSync(`tests/golden/${name}`);
  const text = bytes.toString('utf8');
  const reading = readAssessmentFile(text);

  it('never changes', () => {
    expect(
      createHash('sha256').update(bytes).digest('hex'),
      `tests/golden/${name} is frozen: entities keep files like it for years. If the code no longer reads it, mend the code, or add a version and a migration; never the file.`,
    ).toBe(sha256);
  });

  it('opens', () => expect(reading).toMatchObject({ ok: true }));

  it('is saved with the same bytes', () => {
    if (!reading.ok) throw new Error('It does not open.');
    expectGolden(`tests/golden/${name}`, Buffer.from(assessmentToText(reading.assessment)), false);
  });
});

describe('the files kept for ever', () => {
  const open = readAssessmentFile(readFileSync('tests/golden/autoevaluacion-v1.gel.json', 'utf8'));

  it('hold every kind of answer, and what this version does not know at every level', () => {
    if (!open.ok) throw new Error('It does not open.');
    const { assessment } = open;
    const answers = Object.values(assessment.answers);
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['assessed', 'notApplicable', 'unanswered']));
    expect(answers.some(({ kind, met }) => kind === 'assessed' && met.length === 0)).toBe(true);
    expect(answers.some(({ kind, met }) => kind !== 'assessed' && met.length > 0)).toBe(true);
    expect(answers.some(({ kind, evidence }) => kind === 'unanswered' && evidence.length > 0)).toBe(true);
    expect(assessment.label).not.toBe('');
    expect(Object.values(assessment.profile)).toContain(false);
    for (const { extra } of [
      assessment,
      assessment.instrument,
      assessment.entity,
      assessment.entity.contact,
      assessment.answers['INT-14'] ?? {},
      assessment.answers['INF-01']?.evidence[0] ?? {},
    ]) {
      expect(Object.keys(extra ?? {}).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['autoevaluacion-v1-cerrada', '6d8ce8c9c39f3b54424e154a9aa3d3bb187b0b97391996865b2a229b4c77a1ae'],
    ['autoevaluacion-v1-plan-cerrada', 'c8fb43082dec09df845528a31b27a3b72a2e02826c23b9471f821bdf037c69c2'],
  ])('hold a closing that still verifies: %s', async (name, digest) => {
    const closed = JSON.parse(readFileSync(`tests/golden/${name}.gel.json`, 'utf8')) as unknown;
    expect(await verifyClosing(closed)).toEqual({ kind: 'unchanged', digest });
  });

  it('hold a plan and projects with everything that they can say, and what this version does not know', () => {
    const reading = readAssessmentFile(readFileSync('tests/golden/autoevaluacion-v1-plan.gel.json', 'utf8'));
    if (!reading.ok) throw new Error('It does not open.');
    const { plan, projects, damage } = readDocuments(reading.assessment.documents);
    expect(damage).toEqual([]);
    const [first, ...others] = plan.activities;
    expect(first?.progress.map(({ percent }) => percent)).toEqual([50, 100]);
    expect(plan.archived.map(({ why }) => why)).toEqual(['met', 'notApplicable']);
    expect(others.map(({ id }) => id)).toEqual(['INF-01-2', 'INF-01-10', 'TRA-04']);
    expect(others.at(-1)).toMatchObject({ criteria: ['TRA-04', 'TRA-05', 'TRA-99'], amount: MAX_CENTS });
    expect(projects.map(({ id }) => id)).toEqual(['P-02', 'P-01']);
    expect(projects[0]?.kinds).toHaveLength(6);
    for (const { extra } of [
      plan.texts,
      first?.progress[1] ?? {},
      others[0] ?? {},
      plan.archived[0] ?? {},
      projects[0] ?? {},
      projects[0]?.resources ?? {},
      projects[0]?.resources.hardware ?? {},
    ]) {
      expect(Object.keys(extra ?? {})).toHaveLength(1);
    }
  });
});

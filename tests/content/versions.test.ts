import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instrumentAsData, readInstrument, readInstrumentVersions, readVersions } from '../../scripts/read-content.ts';
import { BLANK, type Answer } from '../../src/assessment/domain/answer.ts';
import { compareAssessments } from '../../src/assessment/domain/comparison.ts';
import { canonicalInstrument } from '../../src/instrument/instrument-assembly.ts';
import type { Section } from '../../src/instrument/instrument.ts';
import { instrumentChanges } from '../../src/instrument/instrument-changes.ts';
import { resultsOf } from '../../src/assessment/domain/results.ts';
import { crossVersions, differentlyAsked } from '../../src/assessment/domain/version-crossing.ts';
import { readAssessmentFile } from '../../src/planning/file/assessment-reader.ts';
import { assessmentToText } from '../../src/assessment/file/assessment-file.ts';
import { assessmentWorkbook } from '../../src/assessment/workbook/assessment-workbook.ts';
import { sectionsOfVersion } from '../../src/instrument/instrument-data.ts';
import { readWorkbook } from '../../src/assessment/workbook/workbook-reader.ts';
import { goldenAssessment } from '../builders/golden-assessment.ts';

const present = readInstrument();
const versions = readInstrumentVersions();
const [first] = versions;
if (!first) throw new Error('There is a first version.');
const firstSections = sectionsOfVersion(first, present.sections);
const met = (...checks: string[]): Answer => ({ ...BLANK, kind: 'assessed', met: checks });

describe('the published versions of the instrument', () => {
  it.each(versions.map((data) => [data.version, data] as const))('keep what they asked: %s', (version, data) => {
    const asks = new Map(data.fases.flatMap(({ criterios }) => criterios.map(({ id, quePide }) => [id, quePide])));
    const instrument = { id: data.id, version, sections: sectionsOfVersion(data, present.sections) };
    const digest = createHash('sha256')
      .update(canonicalInstrument(instrument, (id) => asks.get(id) ?? ''))
      .digest('hex');
    expect(digest).toBe(readVersions().find((each) => each.version === version)?.digest);
    expect(data.huella).toBe(digest);
  });

  it('end with the present one', () => expect(versions.at(-1)).toEqual(instrumentAsData()));

  it('have the same criteria in 2026.1 and 2026.2, each with something that both ask', () => {
    const second = versions.find(({ version }) => version === '2026.2');
    if (!second) throw new Error('2026.2 is published.');
    const { newCriteria, goneCriteria } = instrumentChanges(first, second);
    expect([newCriteria, goneCriteria]).toEqual([[], []]);
    const later = new Map(
      sectionsOfVersion(second, present.sections)
        .flatMap(({ criteria }) => criteria)
        .map((each) => [each.id, each]),
    );
    const unlike = firstSections
      .flatMap(({ criteria }) => criteria)
      .filter(({ id, checks }) => !checks.some((check) => later.get(id)?.checks.some((each) => each.id === check.id)));
    expect(unlike.map(({ id }) => id)).toEqual([]);
  });
});

describe('what was answered with 2026.1', () => {
  it.each([
    'autoevaluacion-v1',
    'autoevaluacion-v1-cerrada',
    'autoevaluacion-v1-plan',
    'autoevaluacion-v1-plan-cerrada',
  ])('opens under the present version, and nothing of it is lost: %s', (name) => {
    const text = readFileSync(`tests/golden/${name}.gel.json`, 'utf8');
    const reading = readAssessmentFile(text);
    if (!reading.ok) throw new Error('It does not open.');
    const { assessment } = reading;
    const results = resultsOf(present, assessment);
    expect(results.isOtherInstrument).toBe(true);
    expect(results.sections.map(({ section }) => section.id)).toEqual(present.sections.map(({ id }) => id));
    expect(assessmentToText(assessment)).toBe(text);
    // Whatever is told as lost is still in the file.
    const { lost } = crossVersions(firstSections, present.sections, assessment.answers);
    for (const { id, checks } of lost) {
      for (const check of checks) expect(assessment.answers[id]?.met).toContain(check.id);
    }
  });

  it('says what it loses and gains: a check that was split counts no more, its parts are to be looked at', () => {
    const answers = { 'PRE-03': met('firma', 'mandato'), 'INF-01': met('mision') };
    const { lost, gained } = crossVersions(firstSections, present.sections, answers);
    expect(lost.map(({ id, checks }) => [id, checks.map((check) => check.id)])).toEqual([['PRE-03', ['firma']]]);
    expect(gained.map(({ id, checks }) => [id, checks.map((check) => check.id)])).toEqual([
      ['PRE-03', ['fecha', 'responsable']],
    ]);
  });

  it('comes back from a workbook of its version, with what was changed in it', async () => {
    const assessment = {
      ...goldenAssessment,
      answers: { 'PRE-03': met('firma', 'mandato'), 'INF-04': met('numeros') },
    };
    const workbook = await assessmentWorkbook({ ...first, sections: firstSections }, assessment);
    const sectionsOf = (version: string) => (version === first.version ? firstSections : present.sections);
    const given = { now: '2026-11-28T10:00:00.000Z', read: readAssessmentFile };
    const reading = await readWorkbook(workbook, { ...given, sectionsOf });
    expect(reading).toEqual({ ok: true, assessment, changed: [] });
    // The present rows are not those of that workbook.
    expect(await readWorkbook(workbook, { ...given, sectionsOf: () => present.sections })).toMatchObject({
      ok: false,
      refusal: { kind: 'cells', madeWith: first.version },
    });
  });
});

describe('a comparison of an entity across both versions', () => {
  const all = (sections: readonly Section[]): Record<string, Answer> =>
    Object.fromEntries(
      sections.flatMap(({ criteria }) =>
        criteria.map(({ id, checks }) => [id, met(...checks.map((check) => check.id))]),
      ),
    );
  const before = { ...goldenAssessment, answers: all(firstSections) };
  const after = {
    ...goldenAssessment,
    instrument: { id: present.id, version: present.version },
    answers: all(present.sections),
  };
  const comparison = compareAssessments(present, before, after);

  it('reads both with the present one: what rose is what is asked otherwise, and nothing fell', () => {
    const rose = comparison.criteria.filter(({ kind }) => kind === 'rose').map(({ criterion }) => criterion.id);
    const asked = new Set(differentlyAsked(firstSections, present.sections));
    expect(rose.length).toBeGreaterThan(15);
    expect(rose.filter((id) => !asked.has(id))).toEqual([]);
    expect(comparison.counts.fell).toBe(0);
    expect(comparison.phases.every(({ after: { score } }) => score.complete)).toBe(true);
    expect(comparison.before.isOtherInstrument).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { fullPlanning } from '../../../tests/builders/full-planning.ts';
import { goldenPlanning } from '../../../tests/builders/golden-planning.ts';
import { coverLetter } from './cover-letter.ts';
import type { DocumentModel } from './document-model.ts';

const text = ({ blocks }: DocumentModel) =>
  blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : []))
    .join('\n');

describe('the letter that goes with a document', () => {
  it('cites the numeral, its deadline and its addressee in the words of the circular', () => {
    const plan = text(coverLetter(fullPlanning(), 'plan', '2009-10-30'));
    expect(plan).toContain('____, 30 de octubre de 2009');
    expect(plan).toContain(
      'Dirección General de Planeación y Análisis de Política\nMinisterio de la Protección Social\n____',
    );
    expect(plan).toContain('El numeral 1 de la Circular 000062 del 30 de septiembre de 2009');
    expect(plan).toContain('a más tardar el 1 de noviembre de 2009');
    expect(plan).toContain('lo presenta Instituto Nacional de Salud, NIT 899999403-4.');
    const projects = text(coverLetter(fullPlanning(), 'projects', '2009-11-30'));
    expect(projects).toContain('El numeral 2 de la Circular 000062');
    expect(projects).toContain('a más tardar el 1 de diciembre de 2009');
    expect(projects).toContain('los presenta Instituto Nacional de Salud');
  });

  it('claims of the document only what it holds', () => {
    expect(text(coverLetter(fullPlanning(), 'plan', '2009-10-30'))).toContain('concuerda con la racionalización');
    const { plan, ...rest } = fullPlanning();
    const silent = { ...rest, plan: { ...plan, texts: { ...plan.texts, citizenService: ' ' } } };
    expect(text(coverLetter(silent, 'plan', '2009-10-30'))).not.toContain('concuerda');
    expect(text(coverLetter(fullPlanning(), 'projects', '2009-10-30'))).toContain('Cada proyecto nombra las fases');
    expect(text(coverLetter(fullPlanning(), 'projects', '2009-10-30'))).not.toContain('Describe el estado');
    expect(text(coverLetter(goldenPlanning(), 'projects', '2009-10-30'))).not.toContain('Cada proyecto nombra');
  });

  it('leaves a blank for what nobody knows', () => {
    const letter = coverLetter(goldenPlanning(), 'plan', '2009-10-30');
    expect(text(letter)).toContain(
      'Para aclaraciones: ____________________, Jefe de la Oficina de Planeación, correo planeacion@ejemplo.gov.co.',
    );
    expect(letter.signatures).toEqual([{ role: 'Firma', name: '', position: 'Jefe de la Oficina de Planeación' }]);
  });

  it('says what is attached with its sum', () => {
    expect(text(coverLetter(goldenPlanning(), 'plan', '2009-10-30'))).toContain(
      'falta el valor de 2 de 5 actividades.',
    );
  });
});

import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { goldenAssessment, goldenInstrument } from '../../../tests/builders/golden-assessment.ts';
import { deflatedMegabytes, overlappingBomb, rawZip } from '../../../tests/builders/hostile-archives.ts';
import { toWindows1252 } from '../../../tests/builders/windows-1252.ts';
import { BLANK, type Answer } from '../domain/answer.ts';
import { NO_DOCUMENTS } from '../domain/assessment.ts';
import { shownPercent } from '../domain/percent.ts';
import { score, unknownAnswers } from '../domain/scoring.ts';
import { assessmentIn, briefOf, markOf } from '../file/assessment-brief.ts';
import { assessmentToFile, assessmentToText } from '../file/assessment-file.ts';
import { close } from '../file/closing.ts';
import { checkFile, openFile, type More, type Opened, type OpenedFile } from './file-opening.ts';
import { readAssessmentFile } from '../../planning/file/assessment-reader.ts';
import { noClock } from '../../kit/bytes/inflating.ts';

const text = assessmentToText(goldenAssessment);
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

async function opened(given: OpenedFile, isOver = noClock, from = 0): Promise<(Opened | More)[]> {
  const all: (Opened | More)[] = [];
  const input = {
    sections: goldenInstrument.sections,
    read: readAssessmentFile,
    now: '2026-01-02T03:04:05.678Z',
    isOver,
    from,
  };
  for await (const each of openFile(given, input)) all.push(each);
  return all;
}

const namesOf = (all: readonly (Opened | More)[]) => all.map((each) => (each.kind === 'more' ? each.from : each.name));

const read = (name: string) => ({
  kind: 'read',
  name,
  brief: briefOf(goldenAssessment),
  changed: null,
  isTampered: false,
  guessed: null,
  lost: 0,
});

describe('a file that a person opens', () => {
  it('brings its assessment, also where it begins with a byte order mark', async () => {
    expect(await opened(file('a.gel.json', text))).toMatchObject([read('a.gel.json')]);
    expect(await opened(file('a.gel.json', `\uFEFF${text}`))).toMatchObject([read('a.gel.json')]);
  });

  it('brings it to the letter in UTF-16, and as a guess that shows its words where it is Windows-1252, in a ZIP too', async () => {
    const note = 'Alcaldía de Ñuble, “piñón”';
    const [id, answer] = Object.entries(goldenAssessment.answers)[0] as [string, Answer];
    const assessment = {
      ...goldenAssessment,
      entity: { ...goldenAssessment.entity, name: note },
      answers: { [id]: { ...answer, note } },
      documents: NO_DOCUMENTS,
    };
    const own = assessmentToText(assessment).replace(/[^\0-\xff“”–…]/gu, '');
    const plain = readAssessmentFile(own);
    if (!plain.ok) throw new Error('It is refused.');
    const ansi = toWindows1252(own);
    const zip = rawZip([{ name: 'a.gel.json', content: ansi }]);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${own}`, 'utf16le'));
    const all = [
      ...(await opened(file('a.json', wide))),
      ...(await opened(file('a.json', ansi))),
      ...(await opened(file('a.zip', zip))),
    ];
    const guesses: (readonly string[] | null)[] = [];
    for (const each of all) {
      if (each.kind !== 'read') throw new Error('It is refused.');
      expect(await assessmentIn(each.content)).toEqual(plain.assessment);
      guesses.push(each.guessed);
    }
    expect(guesses[0]).toBeNull();
    expect(guesses[1]).toEqual(expect.arrayContaining(['Alcaldía', 'Ñuble', '“piñón”']));
    expect(guesses[2]).toEqual(guesses[1]);
  });

  it('is told for what it is whatever its name: a workbook, and one of a kind that is not read', async () => {
    const book = new Uint8Array(readFileSync('tests/golden/libro-v1.xlsx'));
    for (const name of ['libro.xlsm', 'libro.json', 'libro']) {
      expect(await opened(file(name, book))).toMatchObject([{ kind: 'read', name, changed: [] }]);
    }
    const ods = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') });
    const xls = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
    const xlsb = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.bin': strToU8('x') });
    const told: [Uint8Array<ArrayBuffer>, string][] = [
      [ods, 'openDocument'],
      [xls, 'oldExcel'],
      [xlsb, 'binaryExcel'],
    ];
    for (const [bytes, kind] of told) {
      for (const name of ['a.ods', 'a.xls', 'a.xlsx', 'a.xlsb', 'a.json', 'a.zip', 'a']) {
        expect(await opened(file(name, bytes))).toMatchObject([{ name, why: { of: 'workbook', refusal: { kind } } }]);
      }
    }
    // What has the name alone.
    expect(await opened(file('a.xls', 'código;respuesta'))).toMatchObject([
      { why: { of: 'workbook', refusal: { kind: 'notWorkbook' } } },
    ]);
  });

  it('is refused where its letters are in no encoding that is known; a picture is no file of ours', async () => {
    const unknown = Uint8Array.of(...toWindows1252('{"entidad": "Ñandú '), 0x81, ...toWindows1252('"}'));
    const kindsOf = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      (await opened(file(name, bytes))).map((each) => (each.kind === 'refused' ? each.why : each.kind));
    const otherLetters = { of: 'file', refusal: { kind: 'otherLetters' } };
    expect(await kindsOf('a.json', unknown)).toEqual([otherLetters]);
    expect(await kindsOf('a.zip', rawZip([{ name: 'a.json', content: unknown }]))).toEqual([
      { of: 'entry', fault: 'otherLetters' },
    ]);
    expect(await kindsOf('foto.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x81))).toEqual([
      { of: 'file', refusal: { kind: 'notJson' } },
    ]);
  });

  it('says how many of its letters another program has lost', async () => {
    const lost = text.replace(/á/, '\uFFFD');
    expect(await opened(file('a.json', lost))).toMatchObject([{ kind: 'read', guessed: null, lost: 1 }]);
  });

  it('waits as a file of its own, from which it comes back whole, with what is told of it', async () => {
    const answers = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`X-${at}`, BLANK]));
    const assessment = { ...goldenAssessment, answers: { ...goldenAssessment.answers, ...answers } };
    const [waiting] = await opened(file('a.json', JSON.stringify(assessmentToFile(assessment))));
    if (waiting?.kind !== 'read') throw new Error('It is refused.');
    expect(await assessmentIn(waiting.content)).toEqual(assessment);
    expect(waiting.mark).toBe(await markOf(assessment));
    expect(waiting.mark).not.toBe(await markOf({ ...assessment, revision: 1 }));
    expect(waiting.percents).toEqual(score(goldenInstrument.sections, assessment.answers).map(shownPercent));
    const unknown = unknownAnswers(goldenInstrument.sections, assessment.answers);
    expect(waiting.unknown.first).toEqual(unknown.slice(0, 20));
    expect(waiting.unknown.count).toBeGreaterThanOrEqual(unknown.length);
  });

  it('waits whole also where it would be larger than any, were it written as this site writes it', async () => {
    // Thirty levels deep, a line of each bracket: many times what it is in one line.
    const deep = `${'['.repeat(29)}${'[],'.repeat(450_000)}[]${']'.repeat(29)}`;
    const [waiting] = await opened(file('a.json', text.replace('{', `{"x":${deep},`)));
    if (waiting?.kind !== 'read') throw new Error('It is refused.');
    const assessment = await assessmentIn(waiting.content);
    expect(assessmentToText(assessment).length).toBeGreaterThan(25 * 1024 * 1024);
    expect(waiting.mark).toBe(await markOf(assessment));
  });

  it('brings what a workbook holds, ours and the one that LibreOffice saved', async () => {
    for (const name of ['libro-v1.xlsx', 'libro-v1-libreoffice.xlsx']) {
      const [book] = await opened(file(name, new Uint8Array(readFileSync(`tests/golden/${name}`))));
      expect(book).toMatchObject({ kind: 'read', name, changed: [] });
    }
  });

  it('says of a closed version whether it is what was closed', async () => {
    const closed = await close(goldenAssessment, { date: '2009-10-31', responsible: 'Ana' });
    expect(await opened(file('a.json', assessmentToText(closed)))).toMatchObject([{ isTampered: false }]);
    expect(await opened(file('a.json', assessmentToText({ ...closed, label: 'otra' })))).toMatchObject([
      { isTampered: true },
    ]);
  });

  it('brings of a ZIP all that can be read, and tells each that cannot by name', async () => {
    const zip = rawZip([
      { name: 'bien.json', content: text },
      { name: 'mal.json', content: '{' },
      { name: 'miente.json', content: '', packed: deflatedMegabytes(30), told: { size: 100 } },
      { name: 'cambiado.json', content: text, told: { crc: 5 } },
      { name: 'grande.json', content: '', packed: deflatedMegabytes(26), told: { size: 26 * 1024 * 1024 } },
      { name: '__proto__', content: 'x' },
      { name: 'también.json', content: text, hasDescriptor: true },
    ]);
    expect(await opened(file('todas.zip', zip))).toMatchObject([
      read('bien.json (en todas.zip)'),
      { name: 'mal.json (en todas.zip)', why: { of: 'file', refusal: { kind: 'notJson' } } },
      { name: 'miente.json (en todas.zip)', why: { of: 'entry', fault: 'wrongSize' } },
      { name: 'cambiado.json (en todas.zip)', why: { of: 'entry', fault: 'wrongCrc' } },
      { name: 'grande.json (en todas.zip)', why: { of: 'file', refusal: { kind: 'tooLarge' } } },
      read('también.json (en todas.zip)'),
    ]);
  });

  it('is refused whole where the ZIP is hostile, or is none', async () => {
    for (const [name, bytes, fault] of [
      ['bomba.zip', overlappingBomb(1000, 550), 'overlapping'],
      ['foto.zip', zipSync({ 'foto.png': strToU8('x') }), 'nothingOurs'],
      ['texto.zip', strToU8('no es un ZIP'), 'notZip'],
    ] as const) {
      expect(await opened(file(name, bytes))).toEqual([{ kind: 'refused', name, why: { of: 'archive', fault } }]);
    }
  });

  it('is left where its time is over: what was read of a ZIP stays, and the rest is told once', async () => {
    const zip = rawZip(Array.from({ length: 9 }, (_, at) => ({ name: `${at}.json`, content: text })));
    let asked = 0;
    const all = await opened(file('todas.zip', zip), () => (asked += 1) > 6);
    expect(all.at(-1)).toEqual({ kind: 'refused', name: 'todas.zip', why: { of: 'unfinished' } });
    const before = all.slice(0, -1);
    expect(namesOf(before)).toEqual(before.map((_, at) => `${at}.json (en todas.zip)`));
    expect(all.length).toBeGreaterThan(1);
    expect(all.length).toBeLessThan(9);
    const book = file('libro.xlsx', new Uint8Array(readFileSync('tests/golden/libro-v1.xlsx')));
    expect(await opened(book, () => true)).toEqual([
      { kind: 'refused', name: 'libro.xlsx', why: { of: 'unfinished' } },
    ]);
  });

  it('is read in parts where the ZIP holds much: each goes on where the one before it left off', async () => {
    const large = { content: '', packed: deflatedMegabytes(13), told: { size: 13 * 1024 * 1024 } };
    const entries = Array.from({ length: 4 }, (_, at) => ({ ...large, name: `${at}.json` }));
    const zip = file('z.zip', rawZip([...entries, { name: '4.json', content: text }]));
    const [first, second, third] = [await opened(zip), await opened(zip, noClock, 2), await opened(zip, noClock, 4)];
    expect(namesOf(first)).toEqual(['0.json (en z.zip)', '1.json (en z.zip)', 2]);
    expect(namesOf(second)).toEqual(['2.json (en z.zip)', '3.json (en z.zip)', 4]);
    expect(third).toMatchObject([read('4.json (en z.zip)')]);
  });

  it('is refused unread where it weighs more than 25 MiB, and where the system keeps it back', async () => {
    const never = () => Promise.reject(new Error('it was read'));
    expect(await opened({ name: 'a.json', size: 25 * 1024 * 1024 + 1, arrayBuffer: never })).toMatchObject([
      { why: { of: 'file', refusal: { kind: 'tooLarge' } } },
    ]);
    const kept = () => Promise.reject(new DOMException('a folder', 'NotFoundError'));
    expect(await opened({ name: 'carpeta', size: 0, arrayBuffer: kept })).toMatchObject([
      { why: { of: 'file', refusal: { kind: 'unreadable' } } },
    ]);
    await expect(opened({ name: 'a.json', size: 1, arrayBuffer: never })).rejects.toThrow('it was read');
  });
});

describe('a file whose closing is checked', () => {
  it('gives what it says of itself and whether it is as it was closed, whatever its plan says', async () => {
    const closed = await close(goldenAssessment, { date: '2009-10-31', responsible: 'Ana' });
    const reading = await checkFile(file('a.json', assessmentToText(closed)));
    expect(reading).toMatchObject({ ok: true, check: { kind: 'unchanged' }, brief: briefOf(closed) });
    const changed = assessmentToText({ ...closed, documents: { ...closed.documents, activities: { x: 'no' } } });
    expect(await checkFile(file('a.json', changed))).toMatchObject({ ok: true, check: { kind: 'changed' } });
  });

  it('is told as rewritten where another program has stored its letters otherwise, though its digest is that of the closing', async () => {
    const closed = await close(
      { ...goldenAssessment, documents: NO_DOCUMENTS, answers: {} },
      { date: '2009-10-31', responsible: 'Muñoz' },
    );
    const own = assessmentToText(closed);
    expect(await checkFile(file('a.json', own))).toMatchObject({ check: { kind: 'unchanged' }, isRewritten: false });
    expect(await checkFile(file('a.json', toWindows1252(own)))).toMatchObject({
      check: { kind: 'unchanged' },
      isRewritten: true,
    });
  });

  it('is refused where it is no file of ours', async () => {
    expect(await checkFile(file('a.zip', rawZip([])))).toEqual({
      ok: false,
      why: { of: 'file', refusal: { kind: 'notJson' } },
    });
  });
});

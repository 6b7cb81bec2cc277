import type { Correction } from '../domain/correction.ts';
import { correctionFileSchema, type CorrectionFile } from './schema.ts';

/** Takes a correction; gives the text of its file. */
export function correctionToText({ subject, wrong, right, source, proposer, date }: Correction): string {
  const file: CorrectionFile = {
    formato: 'gel-correccion',
    version: 1,
    fecha: date,
    sobre: { tipo: subject.kind, id: subject.id, nombre: subject.name, direccion: subject.address },
    dice: wrong,
    deberiaDecir: right,
    fuente: { titulo: source.title, url: source.url },
    quien: { nombre: proposer.name, entidad: proposer.office },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The name of its file: `correccion-inf-04-2026-11-28.json`. */
export function correctionFileName({ subject, date }: Correction): string {
  const id = subject.id
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const what = subject.kind === 'articulo' ? `articulo-${id}` : id;
  return `correccion-${what}-${date}.json`;
}

/** Takes the text of a file; gives the correction in it, or what was expected and where. Never throws. */
export function readCorrection(
  text: string,
): { readonly ok: true; readonly correction: Correction } | { readonly ok: false; readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON: somebody else's file, or one that was cut.
    return { ok: false, why: 'no es un archivo de corrección, o está cortado' };
  }
  const reading = correctionFileSchema.safeParse(value);
  if (!reading.success) {
    const [issue] = reading.error.issues;
    const place = issue?.path.map(String).join('.') ?? '';
    return {
      ok: false,
      why: `en «${place === '' ? 'el archivo' : place}» ${issue?.message ?? 'se esperaba otra cosa'}`,
    };
  }
  const { sobre, dice, deberiaDecir, fuente, quien, fecha } = reading.data;
  return {
    ok: true,
    correction: {
      subject: { kind: sobre.tipo, id: sobre.id, name: sobre.nombre, address: sobre.direccion },
      wrong: dice,
      right: deberiaDecir,
      source: { title: fuente.titulo, url: fuente.url },
      proposer: { name: quien.nombre, office: quien.entidad },
      date: fecha,
    },
  };
}

import * as z from 'zod/mini';
import { EXISTING_DAY, text } from '../../kit/bytes/file-parts.ts';
import { CORRECTION_LIMITS, correctionKinds } from '../domain/correction.ts';

const filled = (maximum: number) => text(maximum).check(z.minLength(1, { error: 'se esperaba un texto' }));

/** The file of one proposed correction: Spanish keys, as in the other files of the site. */
export const correctionFileSchema = z.object({
  formato: z.literal('gel-correccion', { error: 'se esperaba gel-correccion' }),
  version: z.literal(1, { error: 'se esperaba 1' }),
  fecha: z
    .string({ error: 'se esperaba un día, como 2026-11-28' })
    .check(z.regex(EXISTING_DAY, { error: 'se esperaba un día que exista' })),
  sobre: z.object({
    tipo: z.enum(correctionKinds, { error: `se esperaba ${correctionKinds.join(', ')}` }),
    id: filled(80),
    nombre: text(300),
    direccion: text(2000),
  }),
  dice: filled(CORRECTION_LIMITS.wrong),
  deberiaDecir: filled(CORRECTION_LIMITS.right),
  fuente: z.object({ titulo: filled(CORRECTION_LIMITS.source), url: text(CORRECTION_LIMITS.url) }),
  quien: z.object({ nombre: filled(CORRECTION_LIMITS.name), entidad: text(CORRECTION_LIMITS.office) }),
});
export type CorrectionFile = z.infer<typeof correctionFileSchema>;

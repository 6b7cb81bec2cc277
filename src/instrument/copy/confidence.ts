import type { Confidence } from '../schemas/provenance.ts';

/** The mark that says how sure we are of a statement, short and as a sentence. */
export const confidenceName: Record<Confidence, { short: string; long: string }> = {
  circular: { short: 'circular', long: 'Lo dice la Circular 000062 de 2009.' },
  fuente: { short: 'con fuente', long: 'Lo sostiene al menos una fuente pública que se vio.' },
  'sin-confirmar': { short: 'sin confirmar', long: 'Falta leerlo en un documento del periodo.' },
  inferido: { short: 'inferido', long: 'Deducido de lo demás que se sabe.' },
  propuesta: { short: 'propuesta', long: 'Regla o consejo propio de este sitio; no es oficial.' },
};

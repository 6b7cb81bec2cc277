import type { CoherenceProblem } from '../instrument-assembly.ts';

/** What is wrong across content files, without what to do. */
function fault({ kind, id, value }: CoherenceProblem): string {
  const faults: Record<CoherenceProblem['kind'], string> = {
    repeatedId: `el «id» ${value} ya lo usa otro criterio`,
    unknownSection: `«fase» dice «${value}», que no existe`,
    unknownGroup: `«grupo» dice «${value}», que no está en su fase`,
    unknownCondition: `«aplicaSi» dice «${value}», que no es una condición del perfil`,
    foreignId: `el «id» ${value} no corresponde a su fase`,
    unknownDependency: `la condición «${id}» dice dependeDe «${value}», que no existe`,
    emptySection: `la fase «${value}» no tiene criterios`,
  };
  return faults[kind];
}

/** Takes a problem across content files; gives what an editor should write instead. */
export function coherenceAdvice({ kind, allowed }: CoherenceProblem): string {
  const those = allowed.join(', ');
  const advice: Record<CoherenceProblem['kind'], string> = {
    repeatedId: 'el siguiente número libre: los códigos no se repiten.',
    unknownSection: `una de estas: ${those}.`,
    unknownGroup: `uno de estos: ${those}.`,
    unknownCondition: `una de estas, o añádala a src/content/perfil/condiciones.yaml: ${those}.`,
    foreignId: `un código que comience por ${those}.`,
    unknownDependency: `una de estas: ${those}.`,
    emptySection: 'esa fase en «fase» de algún criterio.',
  };
  return advice[kind];
}

/** Takes a problem across content files; gives what an editor reads: file, what is wrong, what to do. */
export function coherenceMessage(problem: CoherenceProblem, file: string): string {
  return `${file}: ${fault(problem)}. Escriba ${coherenceAdvice(problem)}`;
}

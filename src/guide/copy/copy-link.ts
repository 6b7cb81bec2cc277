/** After «Copiar enlace», and where the browser has no clipboard or refuses it. */
export const linkCopied = 'Enlace copiado';
export const linkInBar = 'El enlace está en la barra de direcciones';

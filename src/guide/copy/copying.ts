/** After a text was put on the clipboard, and where the browser refuses: then it is selected for the keyboard. */
export const copied = 'Copiado.';
export const textSelected = 'El navegador no dejó copiar. El texto quedó seleccionado: cópielo con Ctrl+C.';

import type { Catalogue } from '../catalogue.ts'

export const lab: Catalogue['lab'] = {
  languageFailed: 'No se ha podido cargar este idioma. Comprueba la conexión y elígelo de nuevo.',
  partFailed:
    'No se ha podido cargar una parte de la página. Comprueba la conexión y recarga la página.',
  reload: 'Recargar',
  dismiss: 'Descartar',
  noMessage: (step) => `En esta ejecución no hay ningún mensaje «${step}».`,
  unknownRecording: (file, workflow) =>
    `«${file}» es de un flujo que aquí no se conoce: ${workflow}.`,
  badRecording: (file, problem) => `«${file}» no se puede reproducir. ${problem}`,
  noDiagram: (reason) => `El diagrama no se puede dibujar; aquí está la lista. (${reason})`,
  starting: 'Arrancando las aplicaciones…',
  stillStarting: 'Está tardando más de lo normal. Puede que la conexión sea lenta.',
  notStarted: 'La ejecución no ha podido empezar',
  offline:
    'No tienes conexión, y la parte de la página que ejecuta las aplicaciones aún no ha llegado. Empezará sola cuando vuelva la conexión.',
  tryAgain: 'Reintentar',
  toStart: 'A la página de inicio',
  lost: (problem) => `${problem} Todo lo que has visto sigue aquí para reproducirlo.`,
  makeAgain: 'Repetir la misma ejecución',
  goOnHere: 'Seguir en esta página',
  movedHere: (problem) => `${problem} La ejecución sigue en esta página, desde el mismo mensaje.`,
}

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
  looking:
    'El servidor no responde y se le sigue buscando. Todo lo que has visto sigue aquí para reproducirlo.',
  lost: {
    silent: 'El servidor no responde. Todo lo que has visto sigue aquí para reproducirlo.',
    ended:
      'El servidor ha terminado esta ejecución. Todo lo que has visto sigue aquí para reproducirlo.',
    stopped:
      'La ejecución en esta página se ha detenido. Todo lo que has visto sigue aquí para reproducirlo.',
  },
  makeAgain: 'Repetir la misma ejecución',
  moved: {
    silent:
      'El servidor dejó de responder, así que la ejecución sigue en esta página, desde el mismo mensaje y con todas sus ramas.',
    full: 'El servidor no tenía sitio para esta ejecución, así que sigue en esta página, desde el mismo mensaje y con todas sus ramas.',
  },
}

import type { Catalogue } from '../i18n/catalogue.ts'

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
  onStandIn: 'Reproducirlo con el sustituto, en esta página',
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
    busy: 'El servidor tiene demasiado trabajo, así que la ejecución sigue en esta página, desde el mismo mensaje y con todas sus ramas.',
    back: 'El servidor vuelve a responder, así que la ejecución está de nuevo allí, en el mismo mensaje y con todas sus ramas.',
  },
  notKept: 'Lo que se hizo en esta ejecución no se puede repetir aquí, así que empieza de nuevo.',
  predictFailed:
    'No se han podido cargar las preguntas. Comprueba la conexión y vuelve a activar Predecir.',
  notSaved: (why) =>
    `No se ha podido crear: Traza (JSON). ${why} Inténtalo de nuevo o elige otra forma.`,
}

export const stage: Catalogue['stage'] = {
  story: 'Explicación',
  messages: 'Mensajes',
  diagram: 'Diagrama de secuencia',
  showInspector: 'Mostrar el inspector',
  hideInspector: 'Ocultar el inspector',
  inspector: 'Inspector',
  choices: 'Qué se puede hacer',
  playback: 'Reproducción',
  before: 'Antes del primer mensaje.',
  said: (n, total, from, to, label) =>
    `Mensaje ${n} de ${total}, ${to === null ? from : `de ${from} a ${to}`}: ${label}.`,
}

export const address: Catalogue['address'] = {
  unknownParameter: (name, value, known) =>
    `La dirección pide ${name}=${value}, que no se conoce. Puede ser ${known.join(', ')}. Todo lo demás está como lo pide.`,
  linkVersion: (found) =>
    `El enlace a una ejecución no se puede leer: es de otra versión («${found}»). La lección misma está aquí para reproducirla.`,
  linkTooLong:
    'El enlace a una ejecución no se puede leer: es más largo que cualquier ejecución de aquí. La lección misma está aquí para reproducirla.',
  linkUnknown: (word, near) =>
    `El enlace a una ejecución no se puede leer: aquí nada se llama «${word}»; lo más parecido es «${near}». La lección misma está aquí para reproducirla.`,
  linkBranch: (found) =>
    `El enlace a una ejecución no se puede leer: «${found}» no es un lugar donde empiece una rama. La lección misma está aquí para reproducirla.`,
  linkRefused: (problem) =>
    `La ejecución del enlace solo se ha podido repetir en parte. ${problem}`,
}

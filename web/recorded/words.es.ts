import { controls } from '../features/controls/words.es.ts'
import type { RecordedWords } from './words.en.ts'

export const recordedSpanish: RecordedWords = {
  ...controls,
  recorded: 'Grabado',
  recordedMeaning:
    'Lo que va de uno a otro se envió de verdad cuando se hizo esta página; lo que hizo el simulador lo dice. Ejecútalo en vivo para intervenir.',
  saved: 'Una ejecución guardada. Lo que va de uno a otro se envió de verdad, al sustituto.',
  savedReal:
    'Una ejecución guardada. Lo que va de uno a otro se envió de verdad, a un FusionAuth; sus secretos están ocultos.',
  open: 'Abrir en Login Lab',
  live: 'Ejecutar en vivo',
  liveMeaning: 'Sigue de verdad desde este mensaje: bifurca, ataca, deja pasar el tiempo.',
  isLive: 'En vivo',
  liveNow:
    'Una ejecución tuya, en esta página: cada mensaje se envía cuando avanzas. Bifurca, ataca, deja pasar el tiempo.',
  stopped:
    'La ejecución en vivo se ha detenido. Esto es la grabación; ejecútala en vivo para empezar de nuevo desde aquí.',
  whole: 'Todo el laboratorio',
  wholeMeaning:
    'Muestra aquí esta ejecución con todo lo que tiene el laboratorio: defensas, ramas, predicciones.',
  starting: 'Empezando…',
  list: 'Como lista',
  picture: 'Como diagrama',
  details: 'Detalles',
  hideDetails: 'Ocultar detalles',
  simulated: 'Lo hizo el simulador; no se envió.',
  beginning: (messages) => `Siguen ${messages} mensajes. Pulsa reproducir o avanza paso a paso.`,
  player: (title) => `Login Lab: ${title}`,
  diagram: (messages) => `Diagrama de secuencia de ${messages} mensajes. La lista dice lo mismo.`,
  messages: 'Mensajes',
  to: 'a',
  noStep: (step, nearest) =>
    `Aquí no hay ningún mensaje «${step}». El más parecido es «${nearest}».`,
  noWorkflow: (workflow, nearest) =>
    `No hay ningún flujo «${workflow}». El más parecido es «${nearest}».`,
  noLesson: (lesson, nearest) =>
    `Aquí no hay ninguna lección «${lesson}». La más parecida es «${nearest}».`,
  noAttribute: (name, meant) => `«${name}» no es un atributo de este reproductor. «${meant}» sí.`,
  notLoaded: 'La grabación no ha llegado. Comprueba la conexión e inténtalo de nuevo.',
  notThere: (address) =>
    `No se pudo leer ${address}. Comprueba que está ahí y que esta página puede leerlo (Access-Control-Allow-Origin).`,
}

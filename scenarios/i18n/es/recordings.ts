import type { Catalogue } from '../catalogue.ts'
import type { RecordingTexts } from '../params/recordings.ts'

export const recordings: Catalogue<RecordingTexts> = {
  'recording.none': ({ problem }, say) => `Esto no es una traza de Login Lab: ${say(problem)}`,
  'recording.too-long': ({ count }) => `tiene más de ${count} caracteres.`,
  'recording.no-json':
    'no se puede leer como JSON. Guárdala con npm run -s trace -- WORKFLOW > archivo.json',
  'recording.must-be': ({ path, expected, observed }, say) =>
    `${path === '' ? 'La traza' : path} debe ser ${say(expected)}, y es ${say(observed)}.`,
  'recording.twice': ({ place, id }) => `${place} es ${id} por segunda vez.`,
  'recording.stranger': ({ place, from, to }) =>
    `${place} va de ${from} a ${to}, y uno de los dos no está entre los participantes.`,
  'recording.divider-beyond': ({ place, last }) =>
    `${place} está más allá del último mensaje, ${last}.`,
  'recording.evidence-beyond': ({ place, last }) =>
    `${place} nombra un mensaje más allá del último, ${last}.`,
  'shape.missing': 'nada: falta',
  'shape.list': 'una lista',
  'shape.object': 'un objeto',
  'shape.text': 'un texto',
  'shape.flag': 'true o false',
  'shape.whole': ({ least }) => `un número entero desde ${least}`,
  'shape.one-of': ({ words }) => `uno de ${words}`,
  'shape.filled': 'un texto no vacío',
  'shape.address': 'una dirección http o https',
  'shape.field': 'un par de un nombre en minúsculas y un texto',
  'shape.json': 'un valor JSON',
  'shape.place': 'un lugar como Browser.jar',
  'shape.instant': 'una hora como 2026-01-01T09:00:00.000Z',
  'shape.id': 'un id como login.token-request',
  'shape.participants': 'una lista de participantes, cada uno una vez',
  'shape.catalogued': 'un texto que Login Lab conoce',
  'shape.value': ({ json }) => json,
}

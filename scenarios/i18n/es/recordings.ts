import type { TextCatalogue } from '../catalogue.ts'
import type { RecordingTexts } from '../../model/texts/recordings.ts'

export const recordings: TextCatalogue<RecordingTexts> = {
  'recording.none': ({ problem }, say) => `Esto no es una traza de Login Lab: ${say(problem)}`,
  'recording.long-file': ({ most, count }) =>
    `tiene ${count} caracteres, y una página lee ${most} como máximo.`,
  'recording.no-json':
    'no se puede leer como JSON. Guárdala con npm run -s trace -- WORKFLOW > archivo.json',
  'recording.many-messages': ({ most, count }) =>
    `tiene ${count} mensajes, y una página muestra ${most} como máximo.`,
  'recording.many-remembered': ({ most, count }) =>
    `tiene ${count} cookies, sesiones y otras cosas distintas en memoria, y una página muestra ${most} como máximo.`,
  'recording.many-headers': ({ place, most, count }) =>
    `${place} tiene ${count} cabeceras, y una página muestra ${most} como máximo.`,
  'recording.many-verdicts': ({ place, most, count }) =>
    `${place} dice de ${count} cookies qué fue de ellas, y una página muestra ${most} como máximo.`,
  'recording.many-changes': ({ place, most, count }) =>
    `${place} hace ${count} cambios, y una página muestra ${most} como máximo.`,
  'recording.many-parameters': ({ place, most, count }) =>
    `${place} tiene ${count} valores, y una página muestra ${most} como máximo.`,
  'recording.many-entries': ({ place, most, count }) =>
    `${place} tiene ${count} entradas, y una página muestra ${most} como máximo.`,
  'recording.long-body': ({ place, most, count }) =>
    `${place} lleva ${count} caracteres, y una página muestra ${most} como máximo.`,
  'recording.long-text': ({ place, most, count }) =>
    `${place} contiene un texto de ${count} caracteres, y una página muestra ${most} como máximo.`,
  'recording.long-token': ({ place, most, count }) =>
    `${place} contiene un token de ${count} caracteres, y una página muestra ${most} como máximo.`,
  'recording.too-deep': ({ place, most, count }) =>
    `${place === '' ? 'La traza' : place} tiene ${count} niveles anidados, y una página muestra ${most} como máximo.`,
  'recording.must-be': ({ path, expected, observed }, say) =>
    `${path === '' ? 'La traza' : path} debe ser ${say(expected)}, y es ${say(observed)}.`,
  'recording.twice': ({ place, id }) => `${place} es ${id} por segunda vez.`,
  'recording.stranger': ({ place, from, to }) =>
    `${place} va de ${from} a ${to}, y uno de los dos no está entre los participantes.`,
  'recording.divider-beyond': ({ place, last }) =>
    `${place} está más allá del último mensaje, ${last}.`,
  'recording.evidence-beyond': ({ place, last }) =>
    `${place} nombra un mensaje más allá del último, ${last}.`,
  'request.object': ({ path }) => `${path === '' ? 'El cuerpo' : path} debe ser un objeto JSON.`,
  'request.must-be': ({ path, expected }, say) => `${path} debe ser ${say(expected)}.`,
  'request.one-of': ({ path, expected, observed }, say) =>
    `${path} debe ser ${say(expected)}, no ${say(observed)}.`,
  'request.characters': ({ path, most, count }) =>
    `${path} debe tener ${most} caracteres como máximo, y tiene ${count}.`,
  'request.entries': ({ path, most }) => `${path} debe tener ${most} miembros como máximo.`,
  'request.no-name': ({ path }) => `${JSON.stringify(path)} no es un nombre.`,
  'request.no-field': ({ path, nearest }) =>
    `Aquí no hay un campo ${JSON.stringify(path)}. El más parecido es ${JSON.stringify(nearest)}.`,
  'request.no-event': ({ name, nearest }) =>
    `No hay un evento ${JSON.stringify(name)}. El más parecido es ${nearest}.`,
  'shape.missing': 'nada: falta',
  'shape.list': 'una lista',
  'shape.object': 'un objeto',
  'shape.text': 'un texto',
  'shape.flag': 'true o false',
  'shape.whole': ({ least }) => `un número entero desde ${least}`,
  'shape.between': ({ least, most }) => `un número entero de ${least} a ${most}`,
  'shape.characters': ({ most }) => `un texto de ${most} caracteres como máximo`,
  'shape.entries': ({ most }) => `un objeto de ${most} miembros como máximo`,
  'shape.member': ({ known }) => `uno de ${known.join(', ')}`,
  'shape.event': ({ known }) => `el nombre de un evento, como ${known[0] ?? ''}`,
  'shape.event-type': 'quien.verbo',
  'shape.name': 'un nombre',
  'shape.setting': 'true, false, un número o un texto corto',
  'shape.one-of': ({ words }) => (words.includes(',') ? `uno de estos valores: ${words}` : words),
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

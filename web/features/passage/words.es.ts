import type { WordParts } from '../../i18n/catalogue.ts'

export const passage: WordParts['passage'] = {
  way: (from, to) => (from === to ? from : `${from} → ${to}`),
  summary: (title, range, participants) =>
    `Diagrama de secuencia de «${title}», ${range}, entre ${participants}.`,
  summaryAlone: (title, range, participant) =>
    `Diagrama de secuencia de «${title}», ${range}, en ${participant}.`,
  range: (first, last, total) =>
    first === last ? `mensaje ${first} de ${total}` : `mensajes ${first} a ${last} de ${total}`,
  lesson: (lesson, range) => `Lección «${lesson}» · ${range}`,
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`,
  item: (n, who, label, sentence) =>
    `${n}. ${who}, ${label}${sentence === '' ? '.' : `: ${sentence}`}`,
  simulated: 'Lo hace el simulador.',
  foot: 'Login Lab. Cada mensaje se envió de verdad, salvo lo que hizo el simulador, que lo dice.',
  chips:
    'Ficha: un secreto que lleva el mensaje, por su nombre, nunca su valor; tachada cuando ya no sirve.',
  begins: (count, participants) =>
    count === 1 ? `Un mensaje: ${participants}.` : `${count} mensajes: ${participants}.`,
  inWords: 'La imagen en palabras',
}

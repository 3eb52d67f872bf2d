import type { PassageWords } from './words.ts'

export const passage: PassageWords = {
  way: (from, to) => (from === to ? from : `${from} → ${to}`),
  summary: (title, range, participants) =>
    `Diagrama de secuencia de «${title}», ${range}, entre ${participants}.`,
  summaryAlone: (title, range, participant) =>
    `Diagrama de secuencia de «${title}», ${range}, en ${participant}.`,
  range: (first, last) => (first === last ? `mensaje ${first}` : `mensajes ${first} a ${last}`),
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
  from: 'Desde',
  to: 'Hasta',
  phase: 'Esta fase',
  form: 'Forma',
  forms: {
    svg: 'SVG: hoja de contactos',
    png: 'PNG: hoja de contactos',
    gif: 'GIF: animada',
    webm: 'WebM: vídeo',
    vtt: 'WebVTT: subtítulos de la animación',
    alt: 'Texto: texto alternativo',
    html: 'HTML: código para una página',
  },
  theme: 'Tema',
  themes: { light: 'Claro', dark: 'Oscuro' },
  pace: 'Ritmo',
  paces: { read: 'Para ir leyendo', play: 'Como el reproductor' },
  preview: 'Vista previa',
  opening: 'Empieza así.',
  lasts: (messages, seconds) =>
    messages === 1
      ? `Un mensaje, ${seconds} segundos`
      : `${messages} mensajes, ${seconds} segundos`,
  download: 'Descargar',
  cancel: 'Cancelar',
  making: (percent) => `Creando: ${percent} %`,
  progress: 'Cuánto lleva',
  saved: (file) => `Guardado como ${file}.`,
  stopped: 'Detenido. No se ha guardado nada.',
  failed: (why) => `No se ha podido crear. ${why} Inténtalo de nuevo o elige otra forma.`,
  tooMany: (most, messages) =>
    `Esta forma admite como máximo ${most} mensajes, y estos son ${messages}. Elige menos.`,
  noVideo: 'Este navegador no tiene codificador para WebM. Elige GIF.',
  altText: 'Texto alternativo',
  markdown: 'Markdown',
  nothing: 'Todavía no se ha enviado nada. Reproduce y vuelve.',
}

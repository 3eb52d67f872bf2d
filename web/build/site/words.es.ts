import type { SiteWords } from './words.ts'

export const spanish: SiteWords = {
  language: 'Español',
  skip: 'Ir al contenido',
  play: 'Reproducir este flujo en Login Lab',
  all: 'Todos los flujos',
  site: 'Sitio',
  start: 'Login Lab',
  index: {
    title: 'Flujos de inicio de sesión, mensaje a mensaje',
    description:
      'Cada flujo de inicio de sesión de Login Lab con su imagen, sus mensajes y lo que se cuenta de cada uno, y cómo se juzga hoy.',
  },
  clients: {
    webapp: 'Aplicaciones web',
    spa: 'Aplicaciones de una sola página',
    mobile: 'Aplicaciones móviles',
  },
  judged: 'Cómo se juzga hoy',
  published: 'El artículo publicado:',
  picture: 'Imagen',
  messages: 'Mensajes',
  columns: ['N.º', 'Camino', 'Mensaje', 'Qué ocurre'],
  simulated: 'Lo hace el simulador: ningún mensaje pasó por un cable.',
  lessons: 'Lecciones en Login Lab',
  attacks: 'Ataques para probar en Login Lab',
  previous: 'Anterior',
  next: 'Siguiente',
  others: 'Otros flujos',
  description: (title, count, standing) =>
    `${title}: los ${count} mensajes, con lo que hace cada uno y por qué. Cómo se juzga hoy: ${standing}.`,
  alternative: (title, count, participants) =>
    `Diagrama de secuencia de «${title}»: ${count} mensajes entre ${participants}. La tabla los tiene todos en palabras.`,
  as: (n) => `Como el ${n}.`,
  file: (count, standing) => `${count} mensajes. Cómo se juzga hoy: ${standing}.`,
  foot: 'Hecho de una ejecución de Login Lab con un sustituto de FusionAuth construido a partir de su documentación pública.',
}

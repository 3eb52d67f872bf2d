import type { Catalogue } from '../catalogue.ts'

export const story: Catalogue['story'] = {
  message: 'Mensaje ',
  to: 'a',
  before: 'Antes del primer mensaje',
  beginning: (arrows) =>
    `Aún no ha pasado nada. Pulsa reproducir, o avanza un paso, y mira cómo ocurre el inicio de sesión: ${arrows} flechas, cada petición y cada respuesta enviada de verdad.`,
  by: {
    script: 'La envió un script de la página, con fetch: la página se queda donde está.',
    image: 'La envió el navegador por una imagen de la página.',
    frame: 'La envió el navegador por un marco de la página.',
    app: 'La envió la aplicación: sin navegador y sin cookies.',
  },
  simulated: 'Lo hizo el simulador: ningún mensaje cruzó la red.',
  unpublished: 'No está en el diagrama publicado.',
  published: (n) => `Flecha ${n} del diagrama publicado.`,
  corrected: 'Corregido.',
  differs: 'No es como en el sustituto.',
  assumed: 'Sin verificar con un servidor real.',
}

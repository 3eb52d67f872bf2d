import type { WordParts } from '../../i18n/catalogue.ts'

export const tour: WordParts['tour'] = {
  label: 'Visita guiada de la página',
  progress: (step, total) => `${step} de ${total}`,
  next: 'Siguiente',
  back: 'Atrás',
  done: 'Listo',
  skip: 'Saltar la visita',
  steps: [
    [
      'Aquí cobra vida el diagrama',
      'Cada flecha es un mensaje que se envió de verdad; las tenues están por venir. Haz clic en una flecha para ir a ella.',
    ],
    [
      'Cada mensaje se explica',
      'Una frase dice qué enseña. Cuando algo se decide, aquí está el resultado con su porqué.',
    ],
    [
      'Mira por dentro',
      'El mensaje, cada cookie y por qué se envió o no, lo que saben los servidores y lo que ve el usuario.',
    ],
    [
      'Intervén',
      'Escribe una contraseña equivocada, deja que caduque la sesión, roba un token: aquí está todo lo que se puede hacer en este punto.',
    ],
    [
      'Reproduce, avanza, retrocede',
      'Espacio reproduce y pausa, las flechas avanzan y retroceden, [ y ] saltan de capítulo, y ? muestra todas las teclas.',
    ],
  ],
}

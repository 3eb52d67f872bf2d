import type { Question } from '../../player/questions.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

const asked: Readonly<Record<Question, readonly [title: string, promise: string]>> = {
  how: [
    '¿Cómo funciona un inicio de sesión?',
    'Desde el primer clic hasta la página protegida, mensaje a mensaje.',
  ],
  expires: [
    '¿Qué pasa cuando caduca?',
    'Muere la sesión y después el refresh token. Mira quién lo nota y quién no.',
  ],
  stolen: [
    '¿Y si lo roban?',
    'Un hacker copia un solo valor del navegador. Mira qué abre con él, y por qué.',
  ],
}

export const start: Catalogue['start'] = {
  title: 'Mira un inicio de sesión por dentro y toma el mando',
  lead: 'Cada flecha que verás es un mensaje HTTP que se envió de verdad: entre un navegador, dos aplicaciones, FusionAuth y un hacker. ¿Qué te trae por aquí?',
  questions: 'Tres preguntas',
  asked,
  watch: 'Míralo',
  choose: 'O elige un flujo y una lección',
  variants: {
    choose: ['¿Qué debería usar?', 'Cuatro preguntas llevan a un flujo, con sus razones.'],
    matrix: [
      '¿Qué defensa detiene qué ataque?',
      'Cada ataque, cada defensa y cada flujo: probados, con el resultado a un clic.',
    ],
    clients: [
      '¿Qué envían los clientes reales?',
      'State, PKCE, secretos y cookies de 29 clientes OAuth, tal como se registraron.',
    ],
  },
  chooseLead:
    'Un flujo es una manera de iniciar sesión y de mantenerla. Una lección es un camino por él.',
  sso: 'Inicio de sesión único',
  noSso: 'Sin inicio de sesión único',
  trace:
    '¿Tienes una traza guardada? Ábrela desde el menú o suéltala en cualquier parte de esta página.',
}

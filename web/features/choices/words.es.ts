import type { Actor } from '../../../scenarios/projections/words.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

const actors: Readonly<Record<Actor, string>> = {
  learner: 'Usuario',
  clock: 'Tiempo',
  hacker: 'Hacker',
  fusionauth: 'FusionAuth',
}

export const choices: Catalogue['choices'] = {
  now: '¿Y ahora?',
  past: '¿Y si, desde aquí…?',
  none: 'Aquí no se puede hacer nada más.',
  between: 'En medio de un intercambio.',
  goOn: (n) => `Ir a la siguiente decisión, tras el mensaje ${n}`,
  next: 'siguiente',
  who: (actor) => actors[actor],
  possible: (count) => `se ${count === 1 ? 'puede hacer 1 cosa' : `pueden hacer ${count} cosas`}`,
  wait: 'Esperando la respuesta…',
  realWait:
    'FusionAuth está trabajando. No tiene un reloj que se pueda ajustar: lo que tiene que caducar se espera de verdad, unos 15 segundos como mucho.',
  seconds: (count) => `${count} s`,
  notNow: 'Ahora no',
}

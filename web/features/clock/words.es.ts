import type { Whose } from '../../../scenarios/projections/lifetimes.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

const whose: Readonly<Record<Whose, string>> = {
  user: 'del usuario',
  shared: 'en dos manos: las del usuario y las del Hacker',
  hacker: 'del Hacker',
  nobody: 'solo lo conoce el servidor',
}

export const clock: Catalogue['clock'] = {
  title: 'Reloj del protocolo',
  meaning: 'El tiempo de este mundo. Solo pasa cuando la ejecución lo dice.',
  day: (number) => `día ${number}`,
  lives: 'Lo que caduca',
  nothing: 'Todavía no hay nada que pueda caducar.',
  what: (kind, opens) => {
    if (kind === 'session-id') return `Sesión en ${opens}`
    if (kind === 'jwt') return `JWT para ${opens}`
    return kind === 'refresh-token'
      ? `Refresh token para ${opens}`
      : 'Sesión de inicio único (SSO) en FusionAuth'
  },
  whose: (which) => whose[which],
  left: (span, time) => `quedan ${span}, hasta las ${time}`,
  over: (time) => `caducado desde las ${time}`,
  ended: 'terminado antes de tiempo',
  dies: 'para entonces caducado',
  slider: 'Adelantar el tiempo',
  now: 'Ahora. No se adelanta nada.',
  later: (span, time, dead) =>
    `${span} después, ${time}. ${dead.length === 0 ? 'Para entonces no ha caducado nada.' : `Para entonces ha caducado: ${dead.join(', ')}.`}`,
  keys: 'Arrastra y suelta; o usa las flechas para ir al siguiente final, y Intro.',
  go: (span) => `Dejar pasar ${span}`,
  cancel: 'Quedarse',
  before: (what) => `Justo antes: ${what}`,
  after: (what) => `Justo después: ${what}`,
  branches: 'En el pasado: adelantar el tiempo aquí abre una rama.',
  between: 'En medio de un intercambio el tiempo no corre. Ve primero a la siguiente decisión.',
  recorded: 'Una grabación: su tiempo no se puede mover.',
}

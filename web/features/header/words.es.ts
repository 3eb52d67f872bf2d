import type { Catalogue } from '../../i18n/catalogue.ts'

export const header: Catalogue['header'] = {
  workflow: 'Flujo',
  chooseWorkflow: 'Elige un flujo',
  workflows: 'Flujos',
  lesson: 'Lección',
  lessons: 'Lecciones',
  find: 'Busca un flujo',
  noneFound: 'Ningún flujo tiene todas esas palabras.',
  sso: 'Inicio de sesión único',
  noSso: 'Sin inicio de sesión único',
  clients: {
    webapp: 'Aplicaciones web',
    spa: 'Aplicaciones de página única',
    mobile: 'Aplicaciones móviles',
  },
  predict: 'Predecir',
  predictTitle: 'Parar antes de ciertos mensajes y preguntar qué viene',
  defend: 'Ataque y defensa',
  defendTitle: 'Elige un ataque, cambia las defensas y mira qué lo detiene',
  switched: (count) =>
    count === 1
      ? '1 interruptor no está como siempre'
      : `${count} interruptores no están como siempre`,
  compare: 'Comparar',
  compareTitle: 'Dos ejecuciones, una junto a otra',
  share: 'Compartir',
  shareTitle: 'Llevar esta ejecución a otro sitio',
  asList: 'Mostrar los mensajes como lista',
  asDiagram: 'Mostrar los mensajes como diagrama',
  toLight: 'Mostrar la página en claro',
  toDark: 'Mostrar la página en oscuro',
  inPage: 'Se ejecuta en esta página',
  inPageTitle: 'No interviene ningún servidor: todo ocurre en esta página.',
  recording: 'Una grabación',
  recordingTitle: 'Esta ejecución ya ocurrió. Se puede reproducir, pero no intervenir en ella.',
  atFusionAuth: 'En un FusionAuth real',
  atFusionAuthTitle:
    'Esta ejecución no se puede repetir: se queda en el servidor en el que está y termina con él.',
  differences: (count) => `${count} ${count === 1 ? 'diferencia' : 'diferencias'}`,
  differencesTitle: 'Diferencias respecto al FusionAuth simulado',
  notObserved: 'No observado',
  message: (n) => `Mensaje ${n}`,
}

export const menu: Catalogue['menu'] = {
  verdict: 'Veredicto sobre este flujo',
  title: 'Menú',
  fusionauth: 'Cómo está configurado FusionAuth',
  profiles: { fidelity: 'FusionAuth tal como viene', hardened: 'FusionAuth reforzado' },
  language: 'Idioma',
  save: 'Guardar la traza',
  open: 'Abrir una traza guardada',
  tour: 'Enséñame la página',
  keys: 'Teclas',
}

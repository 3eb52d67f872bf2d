import type { Catalogue } from '../catalogue.ts'

export const help: Catalogue['help'] = {
  title: 'Teclas',
  close: 'Cerrar',
  anywhere: 'Estas teclas funcionan en toda la página',
  tour: 'Enséñame la página',
  space: 'Espacio',
  toggle: 'Reproducir o pausar',
  forward: 'Un mensaje adelante',
  back: 'Un mensaje atrás',
  nextChapter: 'Capítulo siguiente',
  previousChapter: 'Capítulo anterior',
  share: 'A una décima parte de la lección',
  ends: 'Al principio, al final',
  speed: 'Más lento, más rápido',
  go: 'Ir a un mensaje por número o nombre',
  find: 'Buscar un valor dondequiera que haya estado',
  list: 'Mensajes como lista o como diagrama',
  fullscreen: 'Pantalla completa',
  theme: 'Claro u oscuro',
  help: 'Esta ayuda',
  leave: 'Cerrar, o dejar de seguir un secreto',
}

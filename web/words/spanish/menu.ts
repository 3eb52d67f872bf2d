import type { Catalogue } from '../catalogue.ts'

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

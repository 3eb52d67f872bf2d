import type { Catalogue } from '../catalogue.ts'

export const embed: Catalogue['embed'] = {
  open: 'Abrir en Login Lab',
}

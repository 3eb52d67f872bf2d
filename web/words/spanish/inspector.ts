import type { Catalogue } from '../catalogue.ts'

export const inspector: Catalogue['inspector'] = {
  title: 'Inspector',
  layers: {
    message: 'Mensaje',
    cookies: 'Cookies',
    state: 'Estado',
    screen: 'Pantalla',
    raw: 'Bytes',
    curl: 'cURL',
  },
  changes: ' en este mensaje',
}

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
  followed: 'Secreto que sigues',
  carriedBy: (kind, fate) => `${kind}, ${fate}. Va en los mensajes`,
  stop: 'Dejar de seguir',
  stopKey: 'Dejar de seguir (Esc)',
}

import type { Catalogue } from '../../i18n/catalogue.ts'

export const print: Catalogue['print'] = {
  about: (messages) =>
    messages === 1
      ? 'Login Lab: 1 mensaje, tal como se envió de verdad.'
      : `Login Lab: ${messages} mensajes, tal como se enviaron de verdad.`,
}

import type { Catalogue } from '../catalogue.ts'

export const journey: Catalogue['journey'] = {
  title: 'Secreto seguido',
  stop: 'Dejar de seguir',
  stopKey: 'Dejar de seguir (Esc)',
  born: 'Nace',
  seen: 'Lo ven',
  held: 'Lo guardan',
  died: 'Muere',
  carried: 'Lo llevan',
  message: (n) => `mensaje ${n}`,
  lives: 'Sigue en vigor.',
  noOne: 'Nadie lo guarda.',
  inMemory: (where) => `en ${where}`,
  stretch: (from, until) =>
    until === null ? `desde el mensaje ${from}` : `del mensaje ${from} al ${until}`,
  copied: 'Es un solo secreto en dos manos: a quien lo tenga se le toma por la misma persona.',
}

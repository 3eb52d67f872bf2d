import type { Catalogue } from '../catalogue.ts'

export const address: Catalogue['address'] = {
  strange: (name, value, known) =>
    `La dirección pide ${name}=${value}, que no se conoce. Puede ser ${known.join(', ')}. Todo lo demás está como lo pide.`,
}

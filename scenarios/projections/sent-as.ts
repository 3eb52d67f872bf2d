import type { Piece } from './marking.ts'
import type { Secret } from './secrets.ts'

/** A stretch of text as it was sent, and the secret that it is. */
export interface Stretch {
  readonly text: string
  readonly secret: Secret | null
}

const formsOf = ({ value }: Secret): readonly string[] => [
  new URLSearchParams({ '': value }).toString().slice(1),
  encodeURIComponent(value),
  value,
]

/** The pieces of a marked text with the very characters that stand there: secrets may be encoded. */
export const sentAs = (text: string, pieces: readonly Piece[]): readonly Stretch[] => {
  let from = 0
  return pieces.map((piece) => {
    const secret = typeof piece === 'string' ? null : piece
    const forms = typeof piece === 'string' ? [piece] : formsOf(piece)
    const sent = forms.find((form) => text.startsWith(form, from)) ?? ''
    from += sent.length
    return { text: sent, secret }
  })
}

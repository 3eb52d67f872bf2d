import type { Message, Trace } from '../vocabulary.ts'

/** A sentence, or one made from the message it is about. */
export type Story = string | ((message: Message, trace: Pick<Trace, 'messages'>) => string)

/** The sentences of one language, by message id without its number. */
export type Stories = Readonly<Record<string, Story>>

import type { Message } from '../model/trace.ts'
import type { Messages } from './situations/messages.ts'
import { ofRequest } from './situations/request.ts'
import { ofResponse } from './situations/response.ts'
import { ofSelf } from './situations/self.ts'

/**
 * What sets a message apart from others of its name, the most telling first: who sends it and what
 * for, the grant, what goes along; of a response its status, what it leaves with whom, and whom it
 * is between.
 */
export const situationsOf = (
  message: Message,
  name: string,
  trace: Messages,
): readonly string[] => {
  if (message.kind === 'request') return ofRequest(message, trace)
  if (message.kind === 'response') return ofResponse(message, trace)
  return ofSelf(message, name, trace)
}

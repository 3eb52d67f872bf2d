import type { Dependencies } from '../context.ts'
import type { PresentedSession } from '../memory.ts'
import type { Tokens } from '../settings.ts'

/**
 * Creates the user's session on the server and ends the one that the browser brought, if it still
 * lived: after a login the old id opens nothing (session fixation). Returns the new id.
 */
export const createServerSession = (
  { memory, ports, settings }: Pick<Dependencies, 'memory' | 'ports' | 'settings'>,
  { user, jwt, refreshToken }: Tokens,
  holder: PresentedSession,
  exchange: number,
): string => {
  memory.saveUser(user, refreshToken)
  const id = memory.createSession(user, jwt, holder)
  ports.journal.self(settings.name, 'create-session', 'Creates a session for the user', exchange)
  return id
}

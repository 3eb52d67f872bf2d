import type { Seen } from '../parts/setup.ts'
import type { Loot } from '../vocabulary.ts'
import { cookieKey } from './cookie-jar.ts'
import type { Stage } from './stage.ts'

/** Cookie names of the applications, by what a thief is after. */
const cookieOf: Readonly<Record<Loot, string>> = {
  'refresh-token': 'rt',
  'session-id': 'sid',
  jwt: 'jwt',
  'sso-session': 'fusionauth.sso',
}

const lootName: Readonly<Record<Loot, string>> = {
  'refresh-token': 'refresh token',
  'session-id': 'session id',
  jwt: 'JWT',
  'sso-session': 'single sign-on session',
}

/** Copies one named value out of the Browser's jar into the empty jar of a new Hacker. */
export const steal = (loot: Loot, stage: Stage): Seen => {
  const { cast, recorder, world, clock } = stage
  const host = new URL(world.places.Store.origin).hostname
  const stolen = cast.browser
    .jar()
    .find((cookie) => cookie.name === cookieOf[loot] && cookie.domain === host)
  const left = cast.hacker.jar()
  cast.hacker = cast.newHacker()
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const dropped = left.map((cookie) => ({
    where: 'Hacker.jar',
    op: 'delete' as const,
    key: cookieKey(cookie),
    before: { ...cookie },
    after: null,
  }))
  if (stolen !== undefined) cast.hacker.plant(stolen)
  const taken =
    stolen === undefined
      ? []
      : [
          {
            where: 'Hacker.jar',
            op: 'set' as const,
            key: cookieKey(stolen),
            before: null,
            after: { ...stolen },
          },
        ]
  const label =
    stolen === undefined
      ? `Finds no ${lootName[loot]} in the Browser`
      : `Gets hold of the ${lootName[loot]}`
  recorder.aside('Hacker', `steal-${loot}`, label, 'simulated', [...dropped, ...taken])
  return { place: 'home', now: clock.now() }
}

import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'

/** Where the applications live; the names of the published diagrams. */
export const homes = {
  Store: { origin: 'https://store.example.com', protectedPath: '/shopping-cart' },
  Forums: { origin: 'https://forums.example.com', protectedPath: '/posts' },
} as const satisfies Record<ApplicationName, object>

/** Every host of a run on the stand-in is one of these names, or below one. */
export const hostsOfRuns: readonly string[] = ['evil.example', 'example.com', 'fusionauth.io']

/** What following a link to a path of an application is in the lab; other paths lead nowhere in it. */
const events: Readonly<Record<string, 'learner.open' | 'learner.login' | 'learner.load'>> = {
  '/': 'learner.open',
  '/login': 'learner.login',
  '/shopping-cart': 'learner.load',
  '/posts': 'learner.load',
}

/** The event of a link to this path of an application; null when the lab has none for it. */
export const eventAt = (app: ApplicationName, path: string): LabEvent | null => {
  const type = Object.hasOwn(events, path) ? events[path] : undefined
  return type === undefined ? null : { type, app }
}

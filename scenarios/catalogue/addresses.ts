import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'

/** Where an application lives, what it calls itself, and the page behind its login. */
interface Home {
  readonly origin: string
  readonly title: string
  readonly protectedPath: string
  /** A colour of CSS, in place of the usual one of its pages. */
  readonly accent?: string
}

export type Homes = Readonly<Record<ApplicationName, Home>>

/** Where the applications live; the names of the published diagrams. */
export const homes: Homes = {
  Store: { origin: 'https://store.example.com', title: 'Store', protectedPath: '/shopping-cart' },
  Forums: { origin: 'https://forums.example.com', title: 'Forums', protectedPath: '/posts' },
}

/** What a company calls one of its applications, the host where it lives, and its colour. */
export interface OwnHome {
  readonly name?: string
  readonly host?: string
  readonly colour?: string
}

/** Where the applications of a company live; what it does not say is as usual. */
export const homesOf = (own: Readonly<Partial<Record<ApplicationName, OwnHome>>>): Homes => {
  const home = (app: ApplicationName): Home => {
    const { host, name, colour } = own[app] ?? {}
    return {
      ...homes[app],
      ...(host === undefined ? {} : { origin: `https://${host}` }),
      ...(name === undefined ? {} : { title: name }),
      ...(colour === undefined ? {} : { accent: colour }),
    }
  }
  return { Store: home('Store'), Forums: home('Forums') }
}

/** Every host of a run on the stand-in is one of these names, or below one. */
export const hostsOfRuns: readonly string[] = ['evil.example', 'example.com', 'fusionauth.io']

/** Name of a Worker in which runs may have any host. */
export const everyHost = 'every-host'

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

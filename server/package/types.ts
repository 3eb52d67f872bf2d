/** What `login-lab/stand-in` promises. Nothing here names a module of Login Lab, so that its types stand alone. */

/** A span of time. What is left out is 0; fractions are taken. */
export interface Duration {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly milliseconds?: number
}

/** A clock to read: milliseconds since 1970, as `Date.now()` gives them. */
export interface Clock {
  now(): number
}

/** A clock that a test moves. */
export interface MovableClock extends Clock {
  /**
   * Lets time pass at once: nothing is waited for, and whatever lives shorter has expired when this returns.
   *
   * @throws StandInError `option` for a span that is negative, not finite or empty
   */
  advance(by: Duration): void
}

/** A request of a Kickstart, performed with its first API key. */
export interface KickstartRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH'
  /** Path at FusionAuth, such as `/api/application/#{id}`. */
  readonly url: string
  readonly body?: unknown
  readonly tenantId?: string
  readonly contentType?: string
}

/**
 * FusionAuth's own way to set up an empty instance, as its documentation describes it: variables,
 * `#{name}`, `#{UUID()}`, `#{ENV.NAME}`, `@{file}`.
 */
export interface Kickstart {
  readonly variables?: Readonly<Record<string, string>>
  /** May be left out, against FusionAuth's rule: then the stand-in's own key performs the requests. */
  readonly apiKeys?: readonly Readonly<Record<string, unknown>>[]
  readonly requests: readonly KickstartRequest[]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly license?: string
  readonly licenseId?: string
}

/** What is told of a request for something that FusionAuth has and the stand-in has not. */
export type Unhandled = 'warn' | 'ignore' | ((line: string) => void)

interface CommonOptions {
  /**
   * The API key that it begins with, one that may do everything; a new one when left out. The first key of
   * a Kickstart takes its place.
   */
  readonly apiKey?: string
  /** Texts for `@{name}` and `&{name}` of a Kickstart, by name. */
  readonly files?: Readonly<Record<string, string>>
  /**
   * The environment that `#{ENV.NAME}` of a Kickstart reads. `FUSIONAUTH_APP_URL` is the stand-in's own
   * address unless it stands here. Where there is Node, `process.env` is read after it.
   */
  readonly env?: Readonly<Record<string, string | undefined>>
  /**
   * The clock to go by. When left out, time stands still at the moment of the start until a test calls
   * `clock.advance()`, so that a slow machine expires nothing. `{ now: () => Date.now() }` follows the system's
   * clock, also a faked one; the clock of another stand-in makes the two keep the same time.
   */
  readonly clock?: Clock
  /**
   * What is done when something is asked for that is not there, once for each method and path: `warn`, the
   * usual, writes a line to the console; a function gets the line.
   */
  readonly onUnhandledRequest?: Unhandled
}

/** Options of `createStandIn()`. */
export interface CreateOptions extends CommonOptions {
  /** Its address, of which scheme, host and port count; `http://localhost:9011` when left out. */
  readonly url?: string | URL
  readonly kickstart?: Kickstart
}

/** Options of `startStandIn()`. */
export interface StartOptions extends CommonOptions {
  /** Port on 127.0.0.1; 0, the usual, takes a free one. */
  readonly port?: number
  /** The document, or the path or `file:` address of one; a file may include others of its folder. */
  readonly kickstart?: Kickstart | string | URL
}

/** Who logs in, and how. */
export interface Credentials {
  /** Email address or username. */
  readonly loginId: string
  readonly password: string
}

/** A FusionAuth for tests: an instance of its own, all of it in memory. */
export interface StandIn {
  /** Where it answers, such as `http://127.0.0.1:40123`: without a slash at the end. */
  readonly url: string
  /** A key for its API: that of the Kickstart, else of the options, else a new one. */
  readonly apiKey: string
  readonly clock: MovableClock
  /** What the Kickstart set up that has no effect here, a sentence each. */
  readonly notes: readonly string[]
  /**
   * Answers one request without a socket, and follows no redirect. In a page, too, it reads a `cookie` that
   * `init.headers` holds, and the response has its `Set-Cookie`.
   *
   * @param input an address of this stand-in, or a path of it
   * @throws StandInError `option` for an address of somebody else, `stopped` after `stop()`
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /**
   * What somebody does whom an application has sent to log in: opens the address with a fresh browser, fills
   * the form in, sends it, and follows redirects.
   *
   * @param address where the application sends a browser to, `…/oauth2/authorize?…`
   * @returns the address that the browser is sent back to, with `code` and `state`; it is not opened
   * @throws StandInError `login` when another page comes than a form for a login, or the form again
   */
  logIn(address: string | URL, credentials: Credentials): Promise<URL>
  /** Stops listening, closes its connections and forgets everything. A second time does nothing. */
  stop(): Promise<void>
  /** `await using standIn = await startStandIn()` calls `stop()` at the end of the block. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Which kind of problem it is: `port` cannot be listened at, `kickstart` was refused … */
export type StandInErrorCode =
  | 'option'
  | 'port'
  | 'file'
  | 'kickstart'
  | 'login'
  | 'stopped'
  | 'needs-node'

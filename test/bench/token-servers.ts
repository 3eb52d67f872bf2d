import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Contestant } from './token-servers/contestant.ts'
import { createUser, type User } from './token-servers/driver.ts'

const program = fileURLToPath(new URL('token-servers/serve.ts', import.meta.url))

/** Users at work at once. */
const users = 8

/** How long each contestant is driven in one round, in milliseconds, and how many rounds there are. */
const span = 1000
const rounds = 9

interface Running {
  readonly name: string
  readonly contestant: Contestant
  /** Processor time that it has used, on all cores, in milliseconds. */
  cpu(): Promise<number>
  stop(): void
}

/** What one second of work came to. */
interface Measured {
  readonly perSecond: number
  /** Milliseconds of the server's processor time. */
  readonly cpuEach: number
}

const run = async (name: string): Promise<Running> => {
  const child = spawn(process.execPath, [program, name], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  if (child.stdout === null) throw new Error(`${name} cannot be heard`)
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    if (!line.startsWith('{')) continue
    return {
      name,
      contestant: JSON.parse(line) as Contestant,
      cpu: async () => {
        child.send('cpu')
        const [microseconds] = (await once(child, 'message')) as [number]
        return microseconds / 1000
      },
      stop: () => child.kill(),
    }
  }
  const [code] = (await once(child, 'close')) as [number]
  throw new Error(`${name} ended with ${code}`)
}

/** Lets `users` users work together for a while. */
const measure = async ({ contestant, cpu }: Running, prepare: Prepare): Promise<Measured> => {
  const all = Array.from({ length: users }, () => createUser(contestant))
  const turns = await Promise.all(all.map(prepare))
  const before = await cpu()
  const start = performance.now()
  let done = 0
  await Promise.all(
    turns.map(async (turn) => {
      while (performance.now() - start < span) {
        await turn()
        done++
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const cpuEach = ((await cpu()) - before) / done
  for (const user of all) user.close()
  return { perSecond: done / seconds, cpuEach }
}

/** Gets a user ready, and gives what it does again and again. */
type Prepare = (user: User) => Promise<() => Promise<unknown>>

const refreshing: Prepare = async (user) => {
  const { refresh_token: token = '' } = await user.codeFlow()
  return () => user.refresh(token)
}

const bareRefreshing: Prepare = async (user) => () => user.refresh('any')

const signedIn: Prepare = async (user) => {
  await user.codeFlow()
  return () => user.codeFlow()
}

const fromTheForm: Prepare = async (user) => () => {
  user.forgetCookies()
  return user.codeFlow()
}

const rowsOf = ({ name, contestant }: Running): readonly (readonly [string, Prepare])[] => {
  if (name === 'bare') return [['refresh', bareRefreshing]]
  return [
    ['refresh', refreshing],
    ['code flow, signed in', signedIn],
    ...(contestant.hasForm ? [['code flow, with login form', fromTheForm] as const] : []),
  ]
}

/** Results of one row by contestant. */
type Results = ReadonlyMap<string, readonly Measured[]>

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Requests and flows a second of the stand-in, oidc-provider and oauth2-mock-server: each in a
 * process of its own, driven in turn by the same eight users over loopback sockets. Every token
 * answer holds an access token and an ID token, both signed with RS256 and the same key. `bare` is
 * a server that signs twice and does nothing else. The mock has no login form, keeps no session and
 * checks no code; oidc-provider asks for consent once, after its login form. Medians of the
 * rounds; processor time is the steadier figure on a machine that does other things too.
 */
export const tokenServers = async () => {
  const running = await Promise.all(
    ['bare', 'stand-in', 'oidc-provider', 'oauth2-mock-server'].map(run),
  )
  try {
    const seen = new Map<string, Map<string, Measured[]>>()
    for (let round = 0; round < rounds; round++) {
      for (const contestant of running) {
        for (const [row, prepare] of rowsOf(contestant)) {
          const results = seen.get(row) ?? new Map<string, Measured[]>()
          seen.set(row, results)
          const measured = await measure(contestant, prepare)
          results.set(contestant.name, [...(results.get(contestant.name) ?? []), measured])
        }
      }
    }
    const table = (digits: number, pick: (measured: Measured) => number, results: Results) =>
      Object.fromEntries(
        [...results].map(([name, all]) => [name, Number(median(all.map(pick)).toFixed(digits))]),
      )
    return Object.fromEntries(
      [...seen].flatMap(([row, results]) => [
        [`${row}, a second`, table(0, ({ perSecond }) => perSecond, results)],
        [`${row}, ms of CPU each`, table(2, ({ cpuEach }) => cpuEach, results)],
      ]),
    )
  } finally {
    for (const { stop } of running) stop()
  }
}

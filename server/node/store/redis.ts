import { createClient, defineScript, ErrorReply } from '@redis/client'
import { endedFor, type RunStore, type StoreOptions, StoreSilent } from './store.ts'

/** Milliseconds that an answer may take. */
const patience = 1_000

/** Milliseconds until the next try to connect, and the most of it. */
const firstPause = 50
const longestPause = 1_000

/** Milliseconds between two signs of life, so that a connection that hangs is noticed. */
const pingInterval = 5_000

const ended = 'ended'

/** Is written to see whether anything can be. */
const probe = 'login-lab:probe'

/** Why it cannot be used: the word that a refusal of Redis begins with; never an address or a password. */
const reasonOf = (error: unknown): string => {
  const [word] = (error instanceof Error && /^[A-Z]{3,}\b/.exec(error.message)) || []
  return word ?? 'it does not answer'
}

/** Is there as long as Redis has lost nothing. */
const mark = 'login-lab:here'

/**
 * Writes a run when its revision is the expected one. The value begins with the revision; one that
 * has ended begins with no number, and is never expected.
 */
const compareAndSet = defineScript({
  NUMBER_OF_KEYS: 1,
  SCRIPT: `
    local kept = redis.call('GET', KEYS[1])
    local revision = 0
    if kept then revision = tonumber(string.match(kept, '^%d+')) or -1 end
    if revision ~= tonumber(ARGV[1]) then return 0 end
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    return 1`,
  parseCommand: (parser, key: string, expected: number, value: string, lifetime: number) => {
    parser.pushKey(key)
    parser.push(String(expected), value, String(lifetime))
  },
  transformReply: (reply: unknown): boolean => reply === 1,
})

interface RedisOptions extends Pick<StoreOptions, 'lifetime'> {
  /** `redis://` or `rediss://`, with user, password and number of the database where there are any. */
  readonly url: string
  /** Told when the connection is lost and when it is back; never with the address. */
  readonly log: (line: string) => void
}

/**
 * Keeps runs in Redis 7 or Valkey, for any number of nodes. What cannot be sent now is refused at
 * once and never sent later or twice: whether it happened must be known before a run goes on.
 */
export const createRedisStore = ({ url, lifetime, log }: RedisOptions): RunStore => {
  const client = createClient({
    url,
    scripts: { compareAndSet },
    disableOfflineQueue: true,
    pingInterval,
    socket: {
      connectTimeout: patience,
      reconnectStrategy: (retries) =>
        Math.min(longestPause, firstPause * 2 ** Math.min(retries, 10)) * (1 + Math.random() / 4),
    },
  })
  /** Why it cannot be used; null while it can. */
  let trouble: string | null = null
  const lost = (error: unknown): void => {
    const why = reasonOf(error)
    if (trouble === why) return
    trouble = why
    log(`Redis cannot be used (${why}). Runs go on in their pages until it can.`)
  }
  // Without a listener the first lost connection would end the process.
  client.on('error', lost)
  client.on('ready', () => {
    void greet().catch(lost)
  })
  /** Says that Redis is back, and whether it has lost what it kept. */
  const greet = async (): Promise<void> => {
    const isEmpty = (await client.set(mark, '1', { condition: 'NX' })) !== null
    if (trouble !== null)
      log(
        isEmpty
          ? 'Redis answers again, and is empty: runs that no page shows any more are lost.'
          : 'Redis answers again.',
      )
    trouble = null
  }
  void client.connect().catch(() => undefined)

  const ask = async <T>(command: () => Promise<T>): Promise<T> => {
    const late = new AbortController()
    try {
      return await Promise.race([
        command(),
        new Promise<never>((_resolve, reject) => {
          const timer = setTimeout(() => reject(new StoreSilent()), patience)
          late.signal.addEventListener('abort', () => clearTimeout(timer))
        }),
      ])
    } catch (error) {
      if (error instanceof ErrorReply) lost(error)
      throw new StoreSilent()
    } finally {
      late.abort()
    }
  }
  const keyOf = (id: string): string => `login-lab:run:${id}`

  return {
    name: 'Redis',
    read: async (id) => {
      const value = await ask(() => client.getEx(keyOf(id), { type: 'PX', value: lifetime }))
      if (value === null || value === ended) return value
      const space = value.indexOf(' ')
      return { revision: Number(value.slice(0, space)), body: value.slice(space + 1) }
    },
    write: async (id, { revision, body }, expected) => {
      const value = `${revision} ${body}`
      const isWritten = await ask(() => client.compareAndSet(keyOf(id), expected, value, lifetime))
      // It is written, whatever becomes of the greeting.
      if (trouble !== null) void greet().catch(lost)
      return isWritten
    },
    end: async (id) => {
      await ask(() => client.set(keyOf(id), ended, { expiration: { type: 'PX', value: endedFor } }))
    },
    // It answers, and takes what is written: one that is full does only the first.
    isReady: () =>
      ask(() => client.set(probe, '1', { expiration: { type: 'PX', value: endedFor } })).then(
        () => true,
        () => false,
      ),
    close: async () => {
      if (client.isReady) await client.close()
      else client.destroy()
    },
  }
}

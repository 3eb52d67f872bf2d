import type { Answered } from './answered.ts'

/** The levels of pino, from the one that tells most. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

/** What is logged. */
export interface LogSettings {
  /** Null for plain sentences to a person, and nothing of requests. */
  readonly level: LogLevel | null
  /** Whether the log says which address a request came from. */
  readonly clients: boolean
}

/** What the server says of itself; nothing that a learner sent, and no id of a run. */
export interface Log {
  /** What happens in the ordinary way. */
  readonly info: (sentence: string) => void
  /** What whoever operates the server should know. */
  readonly warn: (sentence: string) => void
  /** What should never happen. */
  readonly error: (sentence: string) => void
  readonly answered: (answered: Answered) => void
}

/** Takes lines, each with its newline. */
export type Write = (text: string) => void

const plainLog = (write: Write): Log => {
  const say = (sentence: string): void => write(`${sentence}\n`)
  return { info: say, warn: say, error: say, answered: () => undefined }
}

/**
 * A log: plain sentences as long as nobody sets a level, one JSON object a line from pino when
 * somebody does.
 */
export const createLog = async (settings: LogSettings, write: Write): Promise<Log> => {
  const { level, clients } = settings
  if (level === null) return plainLog(write)
  // Loaded only where it is used, since a start waits for it.
  const { pino, stdTimeFunctions } = await import('pino')
  const logger = pino(
    {
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
  return {
    info: (sentence) => logger.info(sentence),
    warn: (sentence) => logger.warn(sentence),
    error: (sentence) => logger.error(sentence),
    answered: ({ method, route, status, milliseconds, client }) =>
      logger.info(
        {
          method,
          route,
          status,
          ms: Math.round(milliseconds),
          ...(clients && { client }),
        },
        'request',
      ),
  }
}

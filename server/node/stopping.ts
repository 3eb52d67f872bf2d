import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

/** Milliseconds between two looks at whether npm is still there. */
const interval = 250

/** A line that Linux tells of a process; '' elsewhere, and when it is gone. */
const told = (pid: number, what: 'comm' | 'stat'): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8').trim()
  } catch {
    return ''
  }
}

/** The process that started another, or took it over; null when nobody tells. */
const parentOf = (pid: number): number | null => {
  // The name in brackets may hold anything; after it stand the state and the parent.
  const parent = told(pid, 'stat').split(') ').at(-1)?.split(' ')[1]
  return parent === undefined ? null : Number(parent)
}

/** The npm above the shell that it starts scripts in; null when there is none, or nobody tells. */
const npmAbove = (parent: number): number | null =>
  /^(?:ba|da|z|k)?sh$/.test(told(parent, 'comm')) ? parentOf(parent) : null

/**
 * Milliseconds in which a second signal is the first one again: at Ctrl+C a terminal sends SIGINT to
 * every process, and npm passes on its own.
 */
const sameSignal = 500

/** What a shell tells of a program that a signal has ended. */
const statusOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal]

/**
 * Stops the program, once, when it is told to: by SIGINT, by SIGTERM, or because npm was told. Many
 * shells do not pass on a signal, so that a program which npm started would outlive it and keep its
 * port; then the parent process is another one. When npm is killed, the shell between the two goes on
 * waiting, and only the shell's parent is another. A second signal ends it at once, with 128 and its
 * number.
 *
 * @param status the exit status: 0 for a server, which has done all; for a command, which has not, that
 * of the signal
 */
export const whenToldToStop = (
  stop: () => Promise<void>,
  status: 'zero' | 'signal' = 'zero',
): void => {
  let since: number | null = null
  const begin = (signal: NodeJS.Signals): void => {
    if (since !== null) return
    since = performance.now()
    void stop().then(() => process.exit(status === 'zero' ? 0 : statusOf(signal)))
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    if (since !== null && performance.now() - since > sameSignal) process.exit(statusOf(signal))
    begin(signal)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const npm = npmAbove(parent)
  const look = (): void => {
    if (process.ppid !== parent || (npm !== null && parentOf(parent) !== npm)) begin('SIGTERM')
  }
  setInterval(look, interval).unref()
}

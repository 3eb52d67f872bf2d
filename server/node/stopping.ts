import { readFileSync } from 'node:fs'

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
 * Stops the program, once, when it is told to: by SIGINT, by SIGTERM, or because npm was told. Many
 * shells do not pass on a signal, so that a program which npm started would outlive it and keep its
 * port; then the parent process is another one. When npm is killed, the shell between the two goes on
 * waiting, and only the shell's parent is another. Exit status 0.
 */
export const whenToldToStop = (stop: () => Promise<void>): void => {
  let stopping = false
  const begin = (): void => {
    if (stopping) return
    stopping = true
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const npm = npmAbove(parent)
  const look = (): void => {
    if (process.ppid !== parent || (npm !== null && parentOf(parent) !== npm)) begin()
  }
  setInterval(look, interval).unref()
}

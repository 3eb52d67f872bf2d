/** Milliseconds between two looks at whether npm is still there. */
const interval = 250

/**
 * Stops the program, once, when it is told to: by SIGINT, by SIGTERM, or because npm was told. Many
 * shells do not pass on a signal, so that a program which npm started would outlive it and keep its
 * port; then the parent process is another one. Exit status 0.
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
  const look = (): void => {
    if (process.ppid !== parent) begin()
  }
  setInterval(look, interval).unref()
}

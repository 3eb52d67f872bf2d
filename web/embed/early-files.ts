/** Asks for files before the script that reads them has come. */
export class EarlyFiles {
  /** null once it is given away: a body is read once. */
  readonly #asked = new Map<string, Promise<Response> | null>()

  /** Asks for a file, unless it was asked for before. */
  ask(address: string): void {
    if (this.#asked.has(address)) return
    const coming = fetch(address, { credentials: 'omit' })
    this.#asked.set(address, coming)
    // Whoever takes it hears of it; it is asked for anew by the next one.
    coming.catch(() => this.#asked.delete(address))
  }

  /** Gives what was asked for, and fetches what was not. */
  readonly fetch: typeof fetch = (address, options) => {
    const file = address instanceof Request ? address.url : address.toString()
    const early = this.#asked.get(file)
    if (early == null) return fetch(address, options)
    this.#asked.set(file, null)
    return early
  }
}

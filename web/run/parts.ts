/** Files fetched at a time, so that what the page itself asks for need not wait for them. */
const atOnce = 2

/**
 * Brings everything that the page may load later into the browser's cache: with the engine's Worker
 * and the lazy parts there, the run goes on when the server has gone. The build lists them
 * (`vite.config.ts`); without a list, as under Vite's own server, nothing is done.
 */
export const fetchParts = async (): Promise<void> => {
  try {
    const list = await fetch('parts.json')
    const paths = list.ok ? ((await list.json()) as readonly string[]) : []
    const waiting = [...paths]
    const work = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const response = await fetch(path, { priority: 'low' })
        await response.arrayBuffer()
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  } catch {
    // The server has gone before everything was there: what is missing is told when it is wanted.
  }
}

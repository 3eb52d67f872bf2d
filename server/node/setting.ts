/** Environment variables; an empty one counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A whole number from `least` to `most`; undefined for any other text. */
export const wholeNumber = (text: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
  return number >= least && number <= most ? number : undefined
}

/** Whether a host is this machine's own, which no other can reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** The origin of an http(s) URL that is nothing but an origin; undefined for anything else. */
export const originOf = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  const bare = `${url.pathname}${url.search}${url.hash}${url.username}${url.password}` === '/'
  return bare ? url : undefined
}

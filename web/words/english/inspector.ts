import type { Layer } from '../../layers.ts'

const layers: Readonly<Record<Layer, string>> = {
  message: 'Message',
  cookies: 'Cookies',
  state: 'State',
  screen: 'Screen',
  raw: 'Raw',
  curl: 'cURL',
}

export const inspector = {
  title: 'Inspector',
  layers,
  changes: ' at this message',
  followed: 'Followed secret',
  carriedBy: (kind: string, fate: string) => `${kind}, ${fate}. Carried by messages`,
  stop: 'Stop following',
  stopKey: 'Stop following (Esc)',
}

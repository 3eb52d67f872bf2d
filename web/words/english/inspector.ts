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
}

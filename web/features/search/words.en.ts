import type { MatchPlace } from '../../../scenarios/projections/search.ts'

const places: Readonly<Record<MatchPlace, string>> = {
  name: 'name',
  address: 'address',
  header: 'headers',
  body: 'body',
  memory: 'memory',
}

export const search = {
  title: 'Find a value',
  hint: 'A code, a cookie, a header, a piece of a body, or a name such as RT-1',
  none: 'Nowhere in this run so far.',
  count: (place: number, total: number) => (place === 0 ? `${total}` : `${place} of ${total}`),
  messages: (total: number) => (total === 1 ? 'in 1 message' : `in ${total} messages`),
  next: 'Next place (Enter)',
  back: 'Place before (Shift Enter)',
  close: 'Close the search (Esc)',
  places,
}

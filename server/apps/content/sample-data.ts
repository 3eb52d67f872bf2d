/** An item of a cart. */
export interface Item {
  readonly what: string
  readonly price: string
}

const goods: readonly Item[] = [
  { what: 'Enamel teapot, blue', price: '$38.00' },
  { what: 'Walnut cutting board', price: '$54.00' },
  { what: 'Linen apron', price: '$29.50' },
  { what: 'Cast-iron pan, 26 cm', price: '$72.00' },
  { what: 'Beeswax candles, six', price: '$18.00' },
  { what: 'Hand-bound notebook', price: '$16.90' },
  { what: 'Brass desk lamp', price: '$119.00' },
  { what: 'Wool blanket', price: '$95.00' },
]

/** The three items of a user's cart, chosen by a hash of the user id: always the same for one user. */
export const cartOf = (userId: string): readonly Item[] => {
  const mark = new TextEncoder().encode(userId).reduce((sum, octet) => (sum * 31 + octet) >>> 0, 7)
  const first = mark % goods.length
  const steps = [0, 1 + (mark % 3), 4 + (mark % 2)]
  return steps.map((step) => goods[(first + step) % goods.length] as Item)
}

/** A post of a user; `by` says who wrote it and when. */
export interface Post {
  readonly title: string
  readonly by: string
  readonly text: string
}

/** The first two posts of Forums. */
export const samplePosts: readonly Post[] = [
  {
    title: 'Which teapot keeps the tea hot longest?',
    by: 'Marta, 2 hours ago',
    text: 'I have tried three so far. The enamel one wins by a wide margin, but mind the handle.',
  },
  {
    title: 'Oiling a cutting board',
    by: 'Jonas, yesterday',
    text: 'Food-grade mineral oil, a thin coat, overnight. Repeat when water stops beading.',
  },
]

interface Size {
  readonly width: number
  readonly height: number
}

interface Point {
  readonly x: number
  readonly y: number
}

export type Box = Size & Point

/** Space between a card and what it speaks of, and to the edge. */
const gap = 12

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, Math.max(low, high)))

const within = (frame: Box, { x, y, width, height }: Box): Box => {
  const left = clamp(x - frame.x, 0, frame.width)
  const top = clamp(y - frame.y, 0, frame.height)
  const right = clamp(x + width - frame.x, 0, frame.width)
  const bottom = clamp(y + height - frame.y, 0, frame.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const shared = (one: Box, other: Box): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

const distance = (one: Box, other: Box): number =>
  Math.hypot(
    one.x + one.width / 2 - other.x - other.width / 2,
    one.y + one.height / 2 - other.y - other.height / 2,
  )

/** Places of the card along one axis: at the frame's ends, and before, in and after each box. */
const stops = (
  boxes: readonly Box[],
  frame: Box,
  card: Size,
  at: 'x' | 'y',
  size: 'width' | 'height',
) => [
  gap,
  frame[size] - card[size] - gap,
  ...boxes.flatMap((box) => [
    box[at] - card[size] - gap,
    box[at] + gap,
    box[at] + box[size] - card[size] - gap,
    box[at] + box[size] + gap,
  ]),
]

/**
 * Where a ring and a card go, in the frame's own coordinates. The card hides as little as can be of
 * what it speaks of and of what must stay readable, and is as near as that allows.
 */
export const place = (
  frame: Box,
  target: Box,
  readable: readonly Box[],
  card: Size,
): { readonly about: Box; readonly at: Point } => {
  const about = within(frame, target)
  const boxes = [about, ...readable.map((box) => within(frame, box))]
  const xs = stops(boxes, frame, card, 'x', 'width')
  const ys = stops(boxes, frame, card, 'y', 'height')
  const places = xs.flatMap((x) =>
    ys.map((y) => ({
      ...card,
      x: clamp(x, gap, frame.width - card.width - gap),
      y: clamp(y, gap, frame.height - card.height - gap),
    })),
  )
  const cost = (box: Box): number =>
    boxes.reduce((sum, other) => sum + shared(box, other), 0) * 1000 + distance(box, about)
  const [first = { x: gap, y: gap, ...card }, ...others] = places
  const { x, y } = others.reduce((best, box) => (cost(box) < cost(best) ? box : best), first)
  return { about, at: { x, y } }
}

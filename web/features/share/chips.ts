import { fateAt, type Fate, type Secret } from '../../../scenarios/projections/secrets.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import { element } from '../diagram/svg.ts'
import type { ResolveColour } from './colours.ts'
import { faces } from './paint.ts'

/** Chips shown on an arrow; the rest are counted. */
const most = 3
const size = 10.5
const height = 17
const between = 4

const widthOf = (text: string): number => Math.ceil(text.length * size * 0.61 + 12)

const colours = (kind: string, isDead: boolean, resolve: ResolveColour) => ({
  fill: isDead
    ? resolve('var(--surface)')
    : resolve(
        `light-dark(oklch(95.5% 0.028 var(--hue-${kind})), oklch(27% 0.05 var(--hue-${kind})))`,
      ),
  stroke: resolve(
    `light-dark(oklch(76% 0.08 var(--hue-${kind})), oklch(48% 0.08 var(--hue-${kind})))`,
  ),
  ink: resolve(
    `light-dark(oklch(36% 0.12 var(--hue-${kind})), oklch(88% 0.09 var(--hue-${kind})))`,
  ),
})

const isOver = (fate: Fate): boolean => fate !== 'alive' && fate !== 'unborn'

const wordsAt = (text: string, x: number, y: number, fill: string): SVGTextElement => {
  const words = element('text', {
    x,
    y: y + height / 2,
    dy: '0.35em',
    fill,
    'font-family': faces.mono,
    'font-size': size,
    'font-weight': 600,
    'text-anchor': 'middle',
  })
  words.textContent = text
  return words
}

const chipAt = (
  secret: Secret,
  fate: Fate,
  x: number,
  y: number,
  resolve: ResolveColour,
): SVGGElement => {
  const width = widthOf(secret.name)
  const { fill, stroke, ink } = colours(secret.kind, isOver(fate), resolve)
  const group = element('g', {})
  const words = wordsAt(secret.name, x + width / 2, y, ink)
  if (isOver(fate)) words.setAttribute('text-decoration', 'line-through')
  group.append(
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 5,
      fill,
      stroke,
      ...(isOver(fate) && { 'stroke-dasharray': '3 2' }),
    }),
    words,
  )
  return group
}

/** The secrets that a message carries, as chips in a row around `x`, below `y`. */
export const chipsOn = (
  message: Message,
  secrets: readonly Secret[],
  x: number,
  y: number,
  resolve: ResolveColour,
): readonly SVGElement[] => {
  const carried = secrets.filter(({ carriedBy }) => carriedBy.includes(message.n))
  const shown = carried.slice(0, most)
  const rest = carried.length - shown.length
  const more = rest === 0 ? '' : `+${rest}`
  const widths = [...shown.map(({ name }) => widthOf(name)), ...(rest === 0 ? [] : [widthOf(more)])]
  const total = widths.reduce((sum, width) => sum + width + between, -between)
  let left = x - total / 2
  const now = Date.parse(message.at)
  const chips = shown.map((secret) => {
    const chip = chipAt(secret, fateAt(secret, message.n, now), left, y, resolve)
    left += widthOf(secret.name) + between
    return chip
  })
  return rest === 0
    ? chips
    : [...chips, wordsAt(more, left + widthOf(more) / 2, y, resolve('var(--ink-3)'))]
}

import type { ResolveColour } from './colours.ts'

type SvgAttributes = Readonly<Record<string, string>>

/** Faces that a program without this page's style sheets finds too. */
export const faces = {
  mono: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  sans: "'Segoe UI', 'Noto Sans', Ubuntu, system-ui, 'DejaVu Sans', sans-serif",
} as const

const tones = ['expiry', 'sso', 'attack'] as const

/** How the parts of a drawn diagram look, by class; later ones win. */
const rulesOf = (
  colour: ResolveColour,
): readonly (readonly [selector: string, look: SvgAttributes])[] => {
  const ink = colour('var(--ink-2)')
  const attack = colour('var(--lane-hacker)')
  const surface = colour('var(--surface)')
  return [
    ['text', { 'font-family': faces.sans, 'font-size': '12.5', fill: colour('var(--ink)') }],
    ['.lifeline', { stroke: colour('var(--line-2)'), 'stroke-width': '1' }],
    ['.lifeline.is-hacker', { stroke: attack, 'stroke-dasharray': '5 5' }],
    ['.wire', { fill: 'none', stroke: ink, 'stroke-width': '1.5' }],
    ['.is-response .wire', { 'stroke-dasharray': '5 4' }],
    ['.head', { fill: ink }],
    [
      '.wording',
      {
        'font-family': faces.mono,
        stroke: surface,
        'stroke-width': '4',
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      },
    ],
    ['.badge-ground', { fill: surface, stroke: ink, 'stroke-width': '1.25' }],
    ['.badge', { fill: ink, 'font-size': '10.5', 'font-weight': '600', 'text-anchor': 'middle' }],
    ['.is-attack .wire', { stroke: attack }],
    ['.is-attack .head', { fill: attack }],
    ['.is-attack .badge-ground', { stroke: attack }],
    ['.is-unpublished .badge-ground', { 'stroke-dasharray': '2 2' }],
    ['.mark rect', { fill: colour('var(--sunken)') }],
    ['.mark text', { 'font-weight': '600', 'text-anchor': 'middle', fill: ink }],
    ...tones.flatMap((tone): (readonly [string, SvgAttributes])[] => [
      [`.mark-${tone} rect`, { fill: colour(`var(--${tone}-wash)`) }],
      [`.mark-${tone} text`, { fill: colour(`var(--${tone})`) }],
    ]),
  ]
}

/** Writes the looks of a diagram into its own attributes; it needs no style sheet any more. */
export const paint = (svg: SVGSVGElement, colour: ResolveColour): void => {
  svg.querySelectorAll('.hit').forEach((part) => part.remove())
  for (const [selector, look] of rulesOf(colour))
    for (const part of svg.querySelectorAll(selector))
      for (const [name, value] of Object.entries(look)) {
        // What a part was given for itself stays, but for the looks by class.
        if (selector === 'text' && part.hasAttribute(name)) continue
        part.setAttribute(name, value)
      }
  for (const part of svg.querySelectorAll('[class], [data-step]')) {
    part.removeAttribute('class')
    part.removeAttribute('data-step')
  }
}

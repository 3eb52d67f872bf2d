import type { ArrowPlace } from './picture.ts'

/**
 * Lets a message travel: its line grows from the sender, its secrets ride along and come to rest in
 * the middle. Milliseconds in. Under reduced motion nobody calls this.
 */
export const travel = (
  { group, x1, x2 }: ArrowPlace,
  chips: HTMLElement | null,
  time: number,
): void => {
  const easing = 'cubic-bezier(0.3, 0, 0.2, 1)'
  const wire = group.querySelector<SVGGraphicsElement>('.wire')
  const head = group.querySelector<SVGGraphicsElement>('.head')
  const isLine = wire?.tagName === 'line'
  if (isLine) {
    const transformOrigin = `${x1}px 0px`
    wire.animate(
      [
        { transformOrigin, transform: 'scaleX(0)' },
        { transformOrigin, transform: 'none' },
      ],
      { duration: time, easing },
    )
  }
  head?.animate(
    isLine
      ? [{ transform: `translateX(${x1 - x2}px)` }, { transform: 'none' }]
      : [{ opacity: 0 }, { opacity: 0, offset: 0.6 }, { opacity: 1 }],
    { duration: time, easing },
  )
  const middle = (x1 + x2) / 2
  chips?.animate(
    [
      { transform: `translateX(${x1 - middle}px) scale(0.6)`, opacity: 0 },
      { opacity: 1, offset: 0.25 },
      { transform: 'none', opacity: 1 },
    ],
    { duration: time, easing },
  )
}

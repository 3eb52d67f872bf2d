import type { Frame } from '../../player/frame.ts'
import type { Published } from '../../player/published.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Remark } from './overlays.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** In what an arrow differs from the published diagram, and why; null when it does not. */
export const remarkOn = (
  n: number,
  frame: Frame | null,
  published: Published | null,
  { ui: { diagram }, say }: Words,
): Remark | null => {
  const errata = published?.errata.get(n)
  if (errata !== undefined)
    return {
      n,
      what: diagram.differs,
      why: errata.map((erratum) => say(textOf('erratum', { erratum }))),
    }
  if (published?.unpublished.has(n) !== true) return null
  const isInside = frame?.arrows[n - 1]?.kind === 'self'
  const why = isInside ? diagram.unpublishedInside : diagram.unpublishedWhy
  return { n, what: diagram.unpublished, why: [why] }
}

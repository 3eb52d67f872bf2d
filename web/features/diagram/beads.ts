import type { Fate, Secret } from '../../../scenarios/projections/secrets.ts'
import type { Frame } from '../../player/frame.ts'
import type { Board, BoardPlace } from './board-places.ts'
import { element } from './svg.ts'

/** Height of the beads below their arrow's line, and space from one to the next. */
const below = 5
const pitch = 15

const isDead = (fate: Fate | undefined): boolean => fate !== 'alive' && fate !== 'unborn'

const beadOf = (secret: Secret, x: number, y: number): SVGElement => {
  const bead = element('rect', { x, y, width: 12, height: 5, rx: 3 })
  bead.style.setProperty('--hue', `var(--hue-${secret.kind})`)
  return bead
}

const beadsOf = (place: BoardPlace, carriers: readonly Secret[]): readonly SVGElement[] => {
  const left = (place.x1 + place.x2) / 2 - (carriers.length * pitch - 3) / 2
  return carriers.map((secret, index) =>
    beadOf(secret, left + index * pitch, place.y - place.offset + below),
  )
}

/** One bead per secret and arrow: what travels there, and whether it is still good. */
export const createBeads = () => {
  /** The beads of each secret, by its name, and how they look. */
  let bySecret = new Map<string, { readonly beads: SVGElement[]; looks: string }>()

  return {
    /** Puts beads on all arrows anew. */
    place({ places }: Board, { secrets }: Frame): void {
      bySecret = new Map(secrets.map(({ name }) => [name, { beads: [], looks: '' }]))
      for (const place of places.values()) {
        place.group.querySelector('.beads')?.remove()
        const carriers = secrets.filter(({ carriedBy }) => carriedBy.includes(place.arrow.n))
        if (carriers.length === 0) continue
        const beads = beadsOf(place, carriers)
        carriers.forEach(({ name }, index) => {
          const bead = beads[index]
          if (bead !== undefined) bySecret.get(name)?.beads.push(bead)
        })
        const group = element('g', { class: 'beads' })
        group.append(...beads)
        place.group.append(group)
      }
    },

    /** Shows what became of each secret; touches only the beads of those that changed. */
    paint({ fates, followed }: Frame): void {
      for (const [name, shown] of bySecret) {
        const dead = isDead(fates.get(name)) ? ' is-dead' : ''
        const dimmed = followed !== null && followed.name !== name ? ' is-dimmed' : ''
        const looks = `bead${dead}${dimmed}`
        if (looks === shown.looks) continue
        shown.looks = looks
        for (const bead of shown.beads) bead.setAttribute('class', looks)
      }
    },
  }
}

import { isOn } from './host.ts'

/** How a player is embedded, from the address of its frame. */
export interface EmbedOptions {
  readonly theme: 'light' | 'dark' | null
  /** The transport bar is shown. */
  readonly controls: boolean
  readonly autoplay: boolean
  /** 1 is normal. */
  readonly speed: number
  /** No key is the player's, but for those of what has the focus. */
  readonly keyboard: 'none' | 'usual'
}

/** Reads `?theme=dark&controls=0&autoplay=1&speed=2`; what makes no sense counts as left out. */
export const readOptions = ({ searchParams }: URL): EmbedOptions => {
  const theme = searchParams.get('theme')
  const speed = Number(searchParams.get('speed') ?? 1)
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    controls: isOn(searchParams.get('controls'), true),
    autoplay: isOn(searchParams.get('autoplay'), false),
    speed: Number.isFinite(speed) && speed > 0 ? speed : 1,
    keyboard: searchParams.get('keyboard') === 'none' ? 'none' : 'usual',
  }
}

/** Height that a player of this width would like to have, in CSS pixels. */
export const heightFor = (width: number, isOpen: boolean): number => {
  const closed = width < 700 ? 560 : Math.round(Math.min(720, Math.max(480, width * 0.62)))
  return isOpen ? closed + 300 : closed
}

import { mediaEvents, type MediaState } from '../player/media.ts'
import type { MediaElement } from '../player/media-element.ts'
import { isJsonObject, parseJson } from '../../scenarios/model/json.ts'

/** Name by which a page tells our messages from those of others. */
export const namespace = 'login-lab'

/** What a parent page sends: call a method. The answer carries `id` again, if there was one. */
export interface ToFrame {
  readonly method: string
  readonly args?: readonly unknown[]
  readonly id?: number | string
}

/** What the frame tells: an event of the player, its height, or the answer to a call. */
export interface FromFrame {
  readonly namespace: typeof namespace
  readonly eventName: string
  readonly state: MediaState
  /** With `callback`: the method that was called, its result, or why there is none. */
  readonly method?: string
  readonly id?: number | string
  readonly result?: unknown
  readonly problem?: string
  /** With `resize`: CSS pixels that the player would like to be high. */
  readonly height?: number
  /** With `error`: a sentence for a person. */
  readonly message?: string
  /** With `key`: a key that the player does not use, as a `KeyboardEvent` names it. */
  readonly key?: string
}

/** Longest message that is read; a call is never longer. */
const longest = 2000

type Method = (player: MediaElement, argument: unknown) => unknown

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['play', (player) => player.play()],
  ['pause', (player) => player.pause()],
  ['next', (player) => player.next()],
  ['prev', (player) => player.prev()],
  ['seek', (player, target) => player.seek(target as never)],
  ['getState', (player) => player.mediaState],
  [
    'setPlaybackRate',
    (player, rate) => {
      player.playbackRate = rate as number
    },
  ],
  [
    'setTheme',
    (player, theme) => {
      if (theme !== 'light' && theme !== 'dark')
        throw new TypeError("setTheme() takes 'light' or 'dark'.")
      player.ownerDocument.documentElement.dataset['theme'] = theme
    },
  ],
])

/**
 * The page that an address names as the one that may speak (`?parent=https://docs.example.com`);
 * null when it names none or no origin.
 */
export const readParent = (address: URL): string | null => {
  const named = address.searchParams.get('parent') ?? ''
  if (!URL.canParse(named)) return null
  const { origin, protocol } = new URL(named)
  return origin === named && /^https?:$/.test(protocol) ? origin : null
}

const parsed = (data: unknown): unknown => {
  if (typeof data !== 'string') return data
  if (data.length > longest) return null
  return parseJson(data)
}

/** Reads a call, as an object or as its JSON; null for anything else. Only own fields count. */
export const readCall = (data: unknown): ToFrame | null => {
  const call = parsed(data)
  if (!isJsonObject(call)) return null
  const { method, args, id } = Object.assign(Object.create(null), call) as Record<string, unknown>
  if (typeof method !== 'string' || method.length > 40) return null
  if (args !== undefined && (!Array.isArray(args) || args.length > 4)) return null
  const isId = typeof id === 'number' || (typeof id === 'string' && id.length <= 100)
  return { method, ...(args !== undefined && { args }), ...(isId && { id }) }
}

/** The window around a frame, as far as it matters here. */
export interface FrameWindow {
  /** Where calls come from and answers go to. */
  readonly parent: Pick<Window, 'postMessage'>
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent) => void,
    options: { readonly signal: AbortSignal },
  ): void
}

/** Tells the page around a frame, and nobody else, how a player stands. */
export const sayTo = (
  origin: string,
  around: Pick<FrameWindow, 'parent'>,
  eventName: string,
  state: MediaState,
  more: object = {},
): void => {
  const message: FromFrame = { namespace, eventName, state, ...more }
  around.parent.postMessage(message, origin)
}

/**
 * Lets one named page around this frame drive the player, and tells it what happens. Messages of
 * anybody else are not answered, and nothing is ever sent to any other origin.
 *
 * @param until ends it: another player takes over
 * @returns a function that tells the parent something besides the events
 */
export const speakWith = (
  origin: string,
  player: MediaElement,
  around: FrameWindow,
  until: AbortSignal = new AbortController().signal,
): ((eventName: string, more?: object) => void) => {
  const tell = (eventName: string, more: object = {}): void => {
    sayTo(origin, around, eventName, player.mediaState, more)
  }
  const told = (event: Event): void => {
    const { message } = (event as CustomEvent<{ readonly message?: string }>).detail
    tell(event.type, message === undefined ? {} : { message })
  }
  for (const type of mediaEvents) player.addEventListener(type, told, { signal: until })
  const answer = async ({ method, args, id }: ToFrame): Promise<void> => {
    const call = { method, ...(id !== undefined && { id }) }
    const known = methods.get(method)
    if (known === undefined) {
      tell('callback', { ...call, problem: `There is no method ${method}.` })
      return
    }
    try {
      const result = await known(player, args?.[0])
      tell('callback', { ...call, ...(result !== undefined && { result }) })
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'That did not work.'
      tell('callback', { ...call, problem })
    }
  }
  const hear = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source !== around.parent) return
    const call = readCall(event.data)
    if (call !== null) void answer(call)
  }
  around.addEventListener('message', hear, { signal: until })
  return tell
}

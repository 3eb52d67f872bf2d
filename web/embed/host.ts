/**
 * The folder that a script called `embed.js` came from, as the stack of an error made in it says: a
 * module has no `document.currentScript`, and a classic script no `import.meta`. null when it has
 * another name.
 */
export const folderIn = (stack: string): string | null =>
  /(https?:\/\/\S*\/)embed\.js/.exec(stack)?.[1] ?? null

/**
 * The folder of the lab that an element names, with or without a slash at its end.
 *
 * @param around the address that a relative one counts from
 * @param usual what it is when none is named, or something that has no folders (`javascript:`)
 */
export const labOf = (named: string | null, around: string, usual: URL): URL => {
  if (named === null || named === '' || !URL.canParse(named, around)) return usual
  const folder = new URL(`${named}/`.replace(/\/+$/, '/'), around)
  return URL.canParse('.', folder) ? folder : usual
}

/** Whether a switch is on: an attribute is by being there, and off by `0`, `false`, `off` or `no`. */
export const isOn = (value: string | null, usual: boolean): boolean =>
  value === null ? usual : !['0', 'false', 'off', 'no'].includes(value)

/** A speed as an attribute has it; 1, which is normal, for what is none. */
export const speedOf = (value: string | null): number => (Number(value) > 0 ? Number(value) : 1)

/** Attributes of the embedding element that its frame's address takes over. */
export const options: readonly string[] = [
  'workflow',
  'lesson',
  'lesson-src',
  'seed',
  'profile',
  'defence',
  'theme',
  'controls',
  'autoplay',
  'speed',
  'lang',
  'run',
  'step',
  'layer',
  'keyboard',
]

/** All attributes of the embedding element. */
export const attributes: readonly string[] = [
  ...options,
  'src',
  'live',
  'lab',
  'loading',
  'height',
  'aspect-ratio',
  'title',
]

/** What is as usual, by attribute: of that there is a recording. */
const usual: Readonly<Record<string, readonly string[]>> = {
  seed: ['', 'login-lab'],
  profile: ['', 'fidelity'],
  defence: [''],
  'lesson-src': [''],
}

/**
 * Whether there is a recording of what is asked for: a lesson in its usual setting.
 *
 * @param attribute reads an attribute of the element; null for one that is not there
 */
export const isRecordable = (attribute: (name: string) => string | null): boolean => {
  if (isOn(attribute('live'), false)) return false
  if (attribute('src') !== null) return true
  return Object.entries(usual).every(([name, values]) => values.includes(attribute(name) ?? ''))
}

/** The address of the whole lab, at what is embedded. */
export const wholeLabOf = (lab: URL, attribute: (name: string) => string | null): string => {
  const address = new URL(lab)
  for (const name of ['workflow', 'lesson', 'lang']) {
    const value = attribute(name)
    if (value !== null && value !== '') address.searchParams.set(name, value)
  }
  const step = attribute('step')
  if (step !== null) address.hash = new URLSearchParams({ step }).toString()
  return address.href
}

/** Those that are a place in the run: they go into the fragment, as in every link. */
const places = new Set(['step', 'layer'])

/**
 * The address of the player for a frame.
 *
 * @param base the folder of the lab
 * @param attribute reads an attribute of the element; null for one that is not there
 * @param parent origin of the page around the frame, which may then drive the player
 * @param theme that of the page now
 * @param run the run that it is to go on with, as a link tells it; '' for that of the lesson
 */
export const addressOf = (
  base: URL,
  attribute: (name: string) => string | null,
  parent: string,
  theme: 'light' | 'dark',
  run = '',
): string => {
  const address = new URL('embed.html', base)
  const place = new URLSearchParams()
  for (const name of options) {
    const value = attribute(name)
    if (value === null) continue
    const target = places.has(name) ? place : address.searchParams
    // <login-lab-embed autoplay> has an empty value and means yes.
    target.set(name, value === '' ? '1' : value)
  }
  address.searchParams.set('theme', theme)
  address.searchParams.set('live', '1')
  address.searchParams.set('parent', parent)
  if (run !== '') place.set('run', run)
  address.hash = place.toString()
  return address.href
}

/** A message of the frame, as far as it can be trusted: it comes from our origin, but a page can be old. */
export interface Heard {
  readonly eventName: string
  readonly state: Readonly<Record<string, unknown>>
  readonly id?: unknown
  readonly result?: unknown
  readonly problem?: unknown
  readonly height?: unknown
  readonly message?: unknown
  /** With `key`: what was pressed, as a `KeyboardEvent` names it. */
  readonly key?: unknown
}

const events: readonly string[] = [
  'ready',
  'play',
  'pause',
  'ended',
  'stepchange',
  'marker',
  'error',
  'callback',
  'resize',
  'key',
]

/** Reads a message of the frame; null for what is none. */
export const readFrame = (data: unknown): Heard | null => {
  if (typeof data !== 'object' || data === null) return null
  const heard = data as Partial<Heard> & { readonly namespace?: unknown }
  const isOurs = heard.namespace === 'login-lab' && events.includes(heard.eventName ?? '')
  if (!isOurs || typeof heard.state !== 'object' || heard.state === null) return null
  return heard as Heard
}

/** A key that the frame does not use, for the page around it. */
export const keyOf = ({ key }: Heard): KeyboardEvent =>
  new KeyboardEvent('keydown', {
    key: typeof key === 'string' ? key : '',
    bubbles: true,
    cancelable: true,
    composed: true,
  })

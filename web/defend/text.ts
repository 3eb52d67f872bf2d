/** What a switch can be set to. */
export type SwitchValue = boolean | number | string

/** Switches by name, as they stand in an address: each `NAME=VALUE`. */
export type Switches = Readonly<Record<string, SwitchValue>>

const valueOf = (text: string): SwitchValue => {
  if (text === '' || text === 'true' || text === 'on') return true
  if (text === 'false' || text === 'off') return false
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** Reads `http-only=false,same-site=none`; a name alone switches on. */
export const readSwitches = (text: string): Switches =>
  Object.fromEntries(
    text
      .split(',')
      .filter((one) => one !== '')
      .map((one) => {
        const [name = '', ...value] = one.split('=')
        return [name, valueOf(value.join('='))]
      }),
  )

/** The same as text. */
export const writeSwitches = (switches: Switches): string =>
  Object.entries(switches)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(',')

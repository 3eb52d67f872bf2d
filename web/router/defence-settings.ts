/** What a defence can be set to. */
export type DefenceValue = boolean | number | string

/**
 * Defences that are not as usual, by name; `preset` names a whole set of them. As somebody asked for
 * them: names and values are checked where a run opens.
 */
export type AskedDefences = Readonly<Record<string, DefenceValue>>

const valueOf = (text: string): DefenceValue => {
  if (text === '' || text === 'true' || text === 'on') return true
  if (text === 'false' || text === 'off') return false
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** Reads `http-only=false,same-site=none`, as it stands in an attribute; a name alone switches on. */
export const readDefenceSettings = (text: string): AskedDefences =>
  Object.fromEntries(
    text
      .split(',')
      .filter((one) => one !== '')
      .map((one) => {
        const [name = '', ...value] = one.split('=')
        return [name, valueOf(value.join('='))]
      }),
  )

/** Each as `NAME=VALUE`, as they stand in an address. */
export const defenceTexts = (settings: AskedDefences): readonly string[] =>
  Object.entries(settings).map(([name, value]) => `${name}=${String(value)}`)

/** The same as one text, parted by commas. */
export const writeDefenceSettings = (settings: AskedDefences): string =>
  defenceTexts(settings).join(',')

export const sameDefences = (one: AskedDefences, other: AskedDefences): boolean =>
  one === other || writeDefenceSettings(one) === writeDefenceSettings(other)

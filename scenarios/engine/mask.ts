/** What stands in a trace where a real secret was. */
export const masked = '•••'

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text))).replaceAll('=', '')

/** The forms in which a value may occur in a message: as it is, in JSON, in a URL, in base64. */
const spellings = (secret: string): readonly string[] => {
  const plain = base64(secret)
  return [
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    plain,
    plain.replaceAll('+', '-').replaceAll('/', '_'),
  ]
}

/** A password in a form body or a JSON body, both within the JSON text of a message. */
const passwordPlaces = [
  /((?:^|[&?"])password=)[^&"\\]*/g,
  /(\\"password\\":\\")(?:[^"\\]|\\\\\\.)*/g,
]

/**
 * Takes real secrets out of a message's JSON text: by value, in every spelling, and passwords by
 * place, since what a learner types is known to nobody beforehand.
 */
export const createMask = (secrets: readonly string[]): ((json: string) => string) => {
  const values = [
    ...new Set(secrets.filter((secret) => secret !== '').flatMap(spellings)),
  ].toSorted((a, b) => b.length - a.length)
  return (json) => {
    const byValue = values.reduce((text, value) => text.replaceAll(value, masked), json)
    return passwordPlaces.reduce((text, place) => text.replace(place, `$1${masked}`), byValue)
  }
}

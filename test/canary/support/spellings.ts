const core = (bytes: Buffer, before: number, encoding: 'base64' | 'base64url'): string => {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString(encoding)
    .replaceAll('=', '')
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
}

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const json = (text: string): string => JSON.stringify(text).slice(1, -1)

/**
 * The forms in which a secret could be found: as it is, in JSON, in JSON within JSON, in URLs, forms
 * and HTML, in hexadecimal, and in base64 wherever it begins there, as in Basic credentials.
 */
export const spellings = (secret: string): ReadonlyMap<string, string> => {
  const bytes = Buffer.from(secret)
  const plain: readonly (readonly [string, string])[] = [
    ['as it is', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['in HTML', html(secret)],
    ['in HTML with apostrophes', html(secret).replaceAll("'", '&#39;')],
    ['in hexadecimal', bytes.toString('hex')],
    ...[0, 1, 2].flatMap((before) => [
      [`in base64 from ${before}`, core(bytes, before, 'base64')] as const,
      [`in base64url from ${before}`, core(bytes, before, 'base64url')] as const,
    ]),
  ]
  return new Map(
    plain.flatMap(([how, text]) => [
      [how, text] as const,
      [`${how}, in JSON`, json(text)] as const,
      [`${how}, in JSON within JSON`, json(json(text))] as const,
      [`${how}, in a URL`, encodeURIComponent(text)] as const,
    ]),
  )
}

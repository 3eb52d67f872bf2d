/** A control of a form, as far as submitting needs it. */
export interface Field {
  readonly name: string
  /** `hidden`, `text`, `password` …, `select`, `textarea`, or `submit` for whatever submits. */
  readonly type: string
  readonly value: string
  readonly checked: boolean
  /** The `autocomplete` attribute, lower case; '' when there is none. */
  readonly autocomplete: string
}

export interface Form {
  /** Absolute; the page's own address when the form names none. */
  readonly action: string
  readonly method: 'GET' | 'POST'
  readonly fields: readonly Field[]
}

export interface Link {
  readonly href: string
  readonly text: string
}

/** A script of a page: a block of code or of data, or the handler of an event on an element. */
export interface PageScript {
  /** The program of the lab that does what the text says; null for any other script. */
  readonly program: string | null
  /** Lower case; '' for JavaScript, `application/json` for data. */
  readonly type: string
  readonly id: string
  readonly nonce: string | null
  readonly text: string
  /** Stands in an `onerror` or `onload` attribute. */
  readonly handler: boolean
}

/** What a scripted browser reads in an HTML page: its title, links, forms, scripts and parts. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly title: string
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  /** The page asks that no Referer be sent from it. */
  readonly noReferrer: boolean
  /** Where the page sends the browser after some seconds (`<meta http-equiv="refresh">`). */
  readonly refresh: { readonly url: string; readonly seconds: number } | null
  /** A script of the page submits a form. */
  readonly submitsByScript: boolean
  /** Text of its first `<pre>`; FusionAuth's error page puts the error there. */
  readonly preformatted: string
  readonly scripts: readonly PageScript[]
  /** Addresses of pictures and of frames. */
  readonly images: readonly string[]
  readonly frames: readonly string[]
}

/** Attributes of an element; names in lower case. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** Whether code submits a form. */
export const callsSubmit = (script: string): boolean => /\.\s*submit\s*\(/.test(script)

/** A block of code or of data, or the handler in an attribute. */
export const scriptOf = (attributes: Attributes, text: string, handler: boolean): PageScript => ({
  program: attributes['data-program'] ?? null,
  type: handler ? '' : (attributes['type'] ?? '').trim().toLowerCase(),
  id: attributes['id'] ?? '',
  nonce: attributes['nonce'] ?? null,
  text: text.trim(),
  handler,
})

/** A control as its tag has it; what stands inside it is not known yet. */
export const fieldOf = (tag: string, attributes: Attributes): Field => {
  const given = (attributes['type'] ?? (tag === 'button' ? 'submit' : 'text')).toLowerCase()
  const type = tag === 'input' || tag === 'button' ? given : tag
  return {
    name: attributes['name'] ?? '',
    type: type === 'image' ? 'submit' : type,
    value: attributes['value'] ?? '',
    checked: attributes['checked'] !== undefined,
    autocomplete: (attributes['autocomplete'] ?? '').toLowerCase(),
  }
}

/** `5; url=/there`, in the spellings that browsers take (HTML standard, refresh pragma). */
export const refreshOf = (content: string): { url: string; seconds: number } | null => {
  const match = /^\s*(\d+)(?:\.\d*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(['"]?)(.+?)\2\s*$/is.exec(
    content,
  )
  const url = match?.[3]?.trim() ?? ''
  return match === null || url === '' ? null : { url, seconds: Number(match[1]) }
}

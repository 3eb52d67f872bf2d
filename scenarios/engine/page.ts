import { Parser } from 'htmlparser2'

/** A control of a form, as far as submitting needs it. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly checked: boolean
}

export interface Form {
  readonly action: string
  readonly method: 'GET' | 'POST'
  readonly fields: readonly Field[]
}

export interface Link {
  readonly href: string
  readonly text: string
}

/** What a scripted browser reads in an HTML page: its title, links and forms. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly title: string
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  /** The page asks that no Referer be sent from it. */
  readonly noReferrer: boolean
}

/** Reads a page as a browser would: relative addresses resolved, entities decoded. */
export const readPage = (url: string, status: number, html: string, noReferrer: boolean): Page => {
  const links: { href: string; text: string }[] = []
  const forms: { action: string; method: 'GET' | 'POST'; fields: Field[] }[] = []
  let title = ''
  let inside: 'title' | 'link' | null = null
  const resolve = (address: string): string => URL.parse(address, url)?.href ?? url

  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'title') inside = 'title'
      if (name === 'a' && attributes['href'] !== undefined) {
        inside = 'link'
        links.push({ href: resolve(attributes['href']), text: '' })
      }
      if (name === 'form') {
        const method = attributes['method']?.toUpperCase() === 'POST' ? 'POST' : 'GET'
        forms.push({ action: resolve(attributes['action'] ?? ''), method, fields: [] })
      }
      if (name === 'input' && attributes['name'] !== undefined) {
        forms.at(-1)?.fields.push({
          name: attributes['name'],
          type: (attributes['type'] ?? 'text').toLowerCase(),
          value: attributes['value'] ?? '',
          checked: attributes['checked'] !== undefined,
        })
      }
    },
    ontext: (text) => {
      if (inside === 'title') title += text
      if (inside === 'link') {
        const link = links.at(-1)
        if (link !== undefined) link.text += text
      }
    },
    onclosetag: (name) => {
      if (name === 'title' || name === 'a') inside = null
    },
  })
  parser.end(html)
  return { url, status, title: title.trim(), links, forms, noReferrer }
}

/** The form that asks for a password, if the page has one. */
export const loginForm = (page: Page): Form | undefined =>
  page.forms.find((form) => form.fields.some((field) => field.type === 'password'))

/**
 * The name-value pairs that a browser submits when the user fills in login name and password and
 * leaves everything else as the page had it; boxes are ticked when `remember` is set (HTML form
 * submission: unticked boxes and buttons are left out).
 */
export const fillIn = (
  form: Form,
  loginId: string,
  password: string,
  remember: boolean,
): URLSearchParams => {
  const filled = new URLSearchParams()
  for (const field of form.fields) {
    if (field.type === 'password') filled.append(field.name, password)
    else if (field.type === 'text' || field.type === 'email') filled.append(field.name, loginId)
    else if (field.type === 'checkbox' && (remember || field.checked))
      filled.append(field.name, field.value === '' ? 'on' : field.value)
    else if (field.type === 'hidden') filled.append(field.name, field.value)
  }
  return filled
}

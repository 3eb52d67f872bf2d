import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Parser } from 'htmlparser2'
import {
  authorizePath,
  fieldsOf,
  header,
  logIn,
  openLab,
  origin,
  queryOf,
  redirectUri,
} from '../support/lab.ts'

const fragmentOf = (location = ''): URLSearchParams => {
  const [address, fragment = ''] = location.split('#')
  expect(address).toBe(redirectUri)
  return new URLSearchParams(fragment)
}

test('By fragment the code stands behind the hash, by query before it', async () => {
  const fragment = header(await logIn(openLab(), { response_mode: 'fragment' }), 'location')
  expect(fragmentOf(fragment).has('code')).toBe(true)
  expect(queryOf(await logIn(openLab(), { response_mode: 'query' })).has('code')).toBe(true)
})

test('By form_post a page posts code, iss and state to the application', async () => {
  const page = await logIn(openLab(), { response_mode: 'form_post', state: `"&<'` })
  expect([page.status, header(page, 'location')]).toEqual([200, undefined])
  expect(page.body).toContain(`<form action="${redirectUri}" method="POST">`)
  const { code, ...fields } = fieldsOf(page.body)
  expect(code).toMatch(/^[\w-]{43}$/)
  expect(fields).toEqual({ iss: origin, locale: 'en', state: `"&<'`, userState: 'Authenticated' })
})

test('The only script of that page is the one that its policy names', async () => {
  const page = await logIn(openLab(), { response_mode: 'form_post' })
  const scripts: string[] = []
  let inside = false
  const parser = new Parser({
    onopentag: (name) => {
      inside = name === 'script'
    },
    ontext: (text) => {
      if (inside) scripts.push(text)
    },
    onclosetag: () => {
      inside = false
    },
  })
  parser.end(page.body)
  const [script = ''] = scripts
  const hash = createHash('sha256').update(script).digest('base64')
  expect(scripts).toHaveLength(1)
  expect(header(page, 'content-security-policy')).toContain(`script-src 'sha256-${hash}';`)
  expect(page.body).not.toMatch(/<\w[^>]* on\w+=/)
})

test('A refusal travels by the mode that was asked for', async () => {
  const wrong = { prompt: 'none' }
  const lab = openLab()
  const posted = await lab.visit(authorizePath({ ...wrong, response_mode: 'form_post' }))
  const hashed = await lab.visit(authorizePath({ ...wrong, response_mode: 'fragment' }))
  expect(fieldsOf(posted.body)).toMatchObject({ error: 'login_required', state: 'xyz' })
  expect(fragmentOf(header(hashed, 'location')).get('error')).toBe('login_required')
})

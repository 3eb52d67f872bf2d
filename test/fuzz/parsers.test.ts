import * as fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { parseCookieDate } from '../../scenarios/engine/cookies/date.ts'
import { createRedactor } from '../../scenarios/engine/redactor.ts'
import { fillIn, readPage } from '../../scenarios/engine/page.ts'
import { parseSetCookie, printSetCookie } from '../../scenarios/engine/set-cookie.ts'
import { readParameters } from '../../server/fusionauth/stand-in/oauth2/parameters.ts'
import { readConfig } from '../../server/node/config.ts'
import { type Bindings, bridged, serve } from '../../server/transport/bridge.ts'
import { cases, patience } from '../support/cases.ts'
import { formText, hostileText, wellFormed } from './support/hostile.ts'
import { judge } from './support/judge.ts'

describe('The bridge', patience, () => {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.all('*', async (c) => c.json([c.req.method, c.req.query(), await c.req.text()]))
  const ask = serve(app)
  const list = fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 })

  test('answers whatever is sent through it, and splits no header', async () => {
    const request = fc.record({
      method: fc.oneof(fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'TRACE'), hostileText),
      url: fc.oneof(
        hostileText.map((text) => `https://store.example/${text}`),
        fc.webUrl(),
        hostileText,
      ),
      headers: list,
      body: hostileText,
    })
    await fc.assert(
      fc.asyncProperty(request, async (wire) => judge(await ask(wire, 1), [])),
      cases(1500),
    )
  })

  test('never lets a header through that holds a line break', async () => {
    const value = fc.tuple(fc.string(), fc.constantFrom('\r', '\n', '\r\n', '\0'), fc.string())
    await fc.assert(
      fc.asyncProperty(value, async ([before, brk, after]) => {
        const headers = [['x-given', `a${before}${brk}${after}b`]] as const
        const answer = await ask({ method: 'GET', url: 'https://a.example/', headers, body: '' }, 1)
        expect(answer.status).toBe(400)
      }),
      cases(500),
    )
  })
})

describe('The reader of Set-Cookie', patience, () => {
  const attribute = fc
    .tuple(
      fc.constantFrom('Path', 'Domain', 'Max-Age', 'Expires', 'SameSite', 'Secure', 'HttpOnly', ''),
      fc.oneof(
        fc.constantFrom('/', 'lax', '0', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT'),
        hostileText,
      ),
    )
    .map((pair) => pair.join('='))
  const line = fc
    .tuple(hostileText, hostileText, fc.array(attribute, { maxLength: 5 }))
    .map(([name, value, attributes]) => [`${name}=${value}`, ...attributes].join('; '))

  test('takes any text, and what it read is read again as the same', () => {
    fc.assert(
      fc.property(fc.oneof(line, hostileText), (text) => {
        const parsed = parseSetCookie(text)
        if (!parsed.ok) return
        const again = parseSetCookie(printSetCookie(parsed.cookie))
        expect(again.ok ? again.cookie : again.problem).toEqual(parsed.cookie)
      }),
      cases(3000),
    )
  })

  test('takes any text for a date', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const instant = parseCookieDate(text)
        expect(instant === null || Number.isFinite(instant)).toBe(true)
      }),
      cases(3000),
    )
  })
})

describe('The reader of pages', patience, () => {
  const attributeText = hostileText.map((text) => text.replaceAll('"', '&quot;'))
  const tag = fc
    .tuple(
      fc.constantFrom('form', 'input', 'a', 'title', 'button', 'select', 'base', 'script', '!--'),
      fc.array(
        fc.tuple(
          fc.constantFrom('action', 'method', 'name', 'value', 'type', 'href', 'checked', 'form'),
          fc.oneof(fc.constantFrom('POST', 'password', 'hidden', '/x', '__proto__'), attributeText),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([name, attributes]) => {
      const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('')
      return `<${name}${written}>`
    })
  const html = fc
    .array(fc.oneof(tag, hostileText), { maxLength: 12 })
    .map((parts) => parts.join(''))

  test('takes any text, gives absolute addresses, and fills in any form', () => {
    fc.assert(
      fc.property(html, (text) => {
        const page = readPage('https://example.com/login', 200, text, false)
        for (const { href } of page.links) expect(URL.canParse(href)).toBe(true)
        for (const form of page.forms) {
          expect(URL.canParse(form.action)).toBe(true)
          fillIn(form, 'ada', 'secret', true)
        }
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      cases(2000),
    )
  })
})

describe('The reader of parameters', patience, () => {
  test('agrees with the platform on any text', () => {
    const text = formText({ client_id: ['a', ''], resource: ['r'], __proto__x: ['p'], state: [''] })
    fc.assert(
      fc.property(text, (encoded) => {
        const parameters = readParameters(encoded)
        const platform = new URLSearchParams(encoded)
        for (const name of ['client_id', 'resource', '__proto__', 'state', 'toString']) {
          expect(parameters.has(name)).toBe(platform.has(name))
          expect(parameters.get(name)).toBe(platform.get(name) || undefined)
          const twice = platform.getAll(name).length > 1 && name !== 'resource'
          expect(parameters.repeated.includes(name)).toBe(twice)
        }
      }),
      cases(2000),
    )
  })
})

describe('The reader of the configuration', patience, () => {
  test('takes any environment, and never repeats the API key', () => {
    const name = fc.constantFrom(
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'FUSIONAUTH_URL',
      'LOGIN_LAB_RUNS',
      'LOGIN_LAB_BODY_BYTES',
      'LOGIN_LAB_NOTHING',
    )
    fc.assert(
      fc.property(fc.dictionary(name, hostileText), hostileText, (environment, tail) => {
        const key = `api-key-never-repeated${tail}`
        const result = readConfig({ ...environment, FUSIONAUTH_API_KEY: key })
        const said = result.ok ? result.config.warnings : result.problems
        expect(said.join('\n')).not.toContain('api-key-never-repeated')
      }),
      cases(1000),
    )
  })
})

describe('The redactor', patience, () => {
  const secret = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }).map(wellFormed)
  const spelling = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => JSON.stringify({ text }),
    encodeURIComponent,
    (text) => new URLSearchParams({ x: text }).toString(),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
  )

  /** A message that carries a text in every place. */
  const message = (text: string): string =>
    JSON.stringify({
      label: text,
      http: { url: `/?${text}`, headers: [['x-one', text]], body: text },
      changes: [{ where: 'Store.sessions', key: text, before: null, after: { [text]: text } }],
    })

  test('takes a secret out of a message in every spelling, and leaves JSON', () => {
    fc.assert(
      fc.property(secret, spelling, hostileText, (value, spell, around) => {
        const spelt = spell(value)
        const carrying = `${around}#${spelt}#${around}`
        const text = createRedactor([value]).clean(message(carrying))
        expect(text).not.toContain(JSON.stringify(spelt).slice(1, -1))
        expect(() => JSON.parse(text)).not.toThrow()
      }),
      cases(2000),
    )
  })

  test('takes a secret out of base64 that holds more than it', () => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 12 }), (value, before) => {
        const packed = Buffer.from(`${before}:${value}`).toString('base64')
        const text = createRedactor([value]).clean(message(packed))
        const left = (JSON.parse(text) as { label: string }).label
        expect(Buffer.from(left, 'base64').toString()).not.toContain(value)
        expect(left).not.toBe(packed)
      }),
      cases(1000),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { createPages } from '../../server/node/pages.ts'
import type { Assets } from '../../server/node/assets.ts'
import { createLab } from './client.ts'

const slug = 'webapp/oauth-authorization-code-grant-sessions'

const assets: Assets = new Map(
  ['/', `/workflows/${slug}/`].map((path) => [
    path,
    {
      type: 'text/html',
      etag: '"one"',
      immutable: false,
      packings: ['identity'],
      body: async () => Buffer.from('<!doctype html>'),
    },
  ]),
)

const pages = createPages(assets, createLab().api, {
  names: [],
  anyAddress: false,
  publicOrigin: 'https://lab.example.com',
})

const get = (path: string, headers: Record<string, string> = {}) => pages.request(path, { headers })

const ask = (link: string, more = '', headers = {}) =>
  get(`/oembed?url=${encodeURIComponent(link)}${more}`, headers)

const lab = 'https://lab.example.com'

describe('oEmbed of the server', () => {
  test('answers for a link to the app with a frame that plays the same', async () => {
    const answer = await ask(
      `${lab}/?workflow=${slug}&lesson=outage&theme=dark#step=3`,
      '&format=json',
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.json()).toEqual({
      version: '1.0',
      type: 'rich',
      title: expect.stringMatching(/^Web app/),
      provider_name: 'Login Lab',
      provider_url: `${lab}/`,
      html: expect.stringContaining(
        `src="${lab}/embed.html?workflow=${slug}&amp;lesson=outage&amp;theme=dark#step=3"`,
      ),
      width: 800,
      height: 560,
      thumbnail_url: `${lab}/pictures/${slug}.svg`,
      thumbnail_width: 800,
      thumbnail_height: 496,
    })
  })

  test('answers for the page of a workflow, in its language', async () => {
    const answer = (await (await ask(`${lab}/es/workflows/${slug}/`)).json()) as {
      html: string
      title: string
    }
    expect(answer.html).toContain(`workflow=${slug}&amp;lang=es`)
    expect(answer.title).toMatch(/^Aplicación web/)
  })

  test('hands on no run that a link holds, and no other parameter', async () => {
    const text = await (await ask(`${lab}/?workflow=${slug}&run=page&x="><b>#run=secret`)).text()
    expect(text).not.toMatch(/secret|run=|<b>/)
  })

  test('takes no more room than there is', async () => {
    const answer = await (
      await ask(`${lab}/?workflow=${slug}`, '&maxwidth=400&maxheight=300')
    ).json()
    expect(answer).toMatchObject({
      width: 400,
      height: 300,
      thumbnail_width: 400,
      thumbnail_height: 248,
    })
  })

  test.each([
    ['of another host', `https://other.example/?workflow=${slug}`],
    ['of a workflow that there is not', `${lab}/?workflow=webapp/none`],
    ['of no workflow', `${lab}/`],
    ['that is none', 'nothing'],
  ])('knows no address %s', async (_which, link) => {
    expect((await ask(link)).status).toBe(404)
  })

  test('speaks no XML, and says so as the specification asks', async () => {
    expect((await ask(`${lab}/?workflow=${slug}`, '&format=xml')).status).toBe(501)
  })

  test('may be asked by pages of others', async () => {
    const answer = await ask(`${lab}/?workflow=${slug}`, '', { origin: 'https://docs.example' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test.each([`/workflows/${slug}/`, `/?workflow=${slug}`])(
    'is found from %s by its header',
    async (path) => {
      const { headers } = await get(path)
      const [, address = ''] =
        /^<([^>]+)>; rel="alternate"; type="application\/json\+oembed"$/.exec(
          headers.get('link') ?? '',
        ) ?? []
      expect((await get(address.slice(lab.length))).status).toBe(200)
    },
  )

  test('is not told of where there is nothing to embed', async () => {
    expect((await get('/')).headers.get('link')).toBeNull()
    expect((await get('/none')).headers.get('link')).toBeNull()
  })
})

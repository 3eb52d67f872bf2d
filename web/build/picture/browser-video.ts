import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Animation, AnimationFrame } from '../../features/passage/animation.ts'

/** Where an installed Chromium is looked for; `CHROMIUM_PATH` comes first. */
const places = (): readonly (string | undefined)[] => [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** An address that browsers trust, so that they have an encoder there; nothing is asked of a network. */
const place = 'http://localhost/'

/** The script of the page, which makes the video as the pages of the lab do. */
const scriptOfPage = async (): Promise<string> => {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('./video-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'videoPage',
      },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (bundle === undefined || !('output' in bundle)) throw new Error('The page was not built.')
  return bundle.output[0].code
}

/** What the script of the page leaves there. */
interface VideoPage {
  readonly makeVideo: (video: {
    readonly width: number
    readonly height: number
    readonly frames: readonly AnimationFrame[]
  }) => Promise<string | null>
}

/**
 * Makes a WebM in a headless Chromium: nothing else at hand has an encoder.
 *
 * @returns a sentence instead where there is no browser, or it has no codec for it
 */
export const videoInBrowser = async (animation: Animation): Promise<Uint8Array | string> => {
  const executablePath = places().find((one) => one !== undefined && existsSync(one))
  const loaded = await import('playwright-core').catch(() => null)
  if (loaded === null)
    return 'WebM is made by a browser, through playwright-core, which is not installed: npm install.'
  const browser = await loaded.chromium
    .launch({ args: flags, ...(executablePath === undefined ? {} : { executablePath }) })
    .catch(() => null)
  if (browser === null)
    return 'WebM is made by a browser, and no Chromium was found: name one in CHROMIUM_PATH, or take GIF.'
  try {
    const page = await browser.newPage()
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Video</title>' }),
    )
    await page.goto(place)
    await page.addScriptTag({ content: await scriptOfPage() })
    const { width, height } = animation
    const encoded = await page.evaluate(
      (video) => (globalThis as unknown as { videoPage: VideoPage }).videoPage.makeVideo(video),
      { width, height, frames: [...animation.frames()] },
    )
    return encoded === null
      ? `The Chromium at ${executablePath ?? 'hand'} has neither VP9 nor VP8: take GIF.`
      : new Uint8Array(Buffer.from(encoded, 'base64'))
  } finally {
    await browser.close()
  }
}

import { existsSync } from 'node:fs'

/** Where an installed Chromium is looked for, in order; `CHROMIUM_PATH` comes first. */
const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of an installed Chromium; undefined lets Playwright use its own. */
export const chromiumPath = (): string | undefined =>
  places.find((place) => place !== undefined && existsSync(place))

/** Flags for a headless Chromium in a closed network, as root or not. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Launch options for Playwright. */
export const launchOptions = () => {
  const executablePath = chromiumPath()
  return { args: [...chromiumFlags], ...(executablePath === undefined ? {} : { executablePath }) }
}

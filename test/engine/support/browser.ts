import { type Agent, type AgentKind, createAgent } from '../../../scenarios/engine/agent.ts'
import { createClock, type SimulatedClock } from '../../../scenarios/engine/clock.ts'
import type { CookiePolicy } from '../../../scenarios/engine/cookie-jar.ts'
import { Unreachable } from '../../../scenarios/engine/ports.ts'
import { seededRandom } from '../../../scenarios/engine/random.ts'
import { createRecorder, type Recorder } from '../../../scenarios/engine/recorder.ts'
import type {
  FetchAnswer,
  FetchRequest,
  PageEvent,
  Program,
  ScriptPage,
} from '../../../scenarios/engine/script/page-script.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { HeaderList, WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { made } from '../../support/texts.ts'

export const store = 'https://store.example.com'
export const fusionAuth = 'https://example.fusionauth.io'
export const sibling = 'https://forums.example.com'

const owners: Readonly<Record<string, Participant>> = {
  [store]: 'Store',
  [sibling]: 'Forums',
  [fusionAuth]: 'FusionAuth',
}

/** What a server of the test answers; null for nobody being there. */
export type Answering = (request: WireRequest) => Partial<WireResponse> | null

export interface TestBrowser {
  readonly agent: Agent
  readonly clock: SimulatedClock
  readonly recorder: Recorder
  readonly requests: readonly WireRequest[]
}

/** A page at the Store whose only script is the test's. */
export const pageWith = (
  headers: HeaderList = [],
  html = '<script data-program="test"></script>',
) => ({
  status: 200,
  headers: [['content-type', 'text/html; charset=utf-8'], ...headers] as HeaderList,
  body: html,
})

/** A browser before servers of the test. */
export const openBrowser = (
  answering: Answering,
  programs: Readonly<Record<string, Program>>,
  { policy, kind }: { readonly policy?: CookiePolicy; readonly kind?: AgentKind } = {},
): TestBrowser => {
  const clock = createClock(Date.UTC(2026, 0, 1))
  const naming = {
    exchangeName: ({ method, url }: WireRequest) =>
      `${method}-${new URL(url).pathname.slice(1)}`.toLowerCase(),
    exchangePhase: () => 'login' as const,
    selfPhase: () => 'login' as const,
  }
  const recorder = createRecorder(clock, naming, () => null)
  const requests: WireRequest[] = []
  const agent = createAgent(
    kind === 'phone' ? 'Mobile' : 'Browser',
    {
      clock,
      recorder,
      participantAt: (url) => owners[new URL(url).origin] ?? null,
      deliver: (request) => {
        requests.push(request)
        const answer = answering(request)
        return answer === null
          ? Promise.reject(new Unreachable(request.url, made('nobody is there')))
          : Promise.resolve({ status: 200, headers: [], body: '', ...answer })
      },
      programs: new Map(Object.entries(programs)),
      random: (label) => seededRandom(`test/${label}`),
      ...(policy === undefined ? {} : { cookiePolicy: policy }),
    },
    kind,
  )
  return { agent, clock, recorder, requests }
}

/** Lets a script of a page at the Store act once; the rest of the Store and all others answer as told. */
export const scripted = async (
  script: (page: ScriptPage) => Promise<void>,
  answering: Answering,
  options: Parameters<typeof openBrowser>[2] & { readonly headers?: HeaderList } = {},
): Promise<TestBrowser> => {
  const program = async (page: ScriptPage, event: PageEvent): Promise<void> => {
    if (event.type === 'load') await script(page)
  }
  const first: Answering = (request) =>
    request.url === `${store}/` && request.method === 'GET'
      ? pageWith(options.headers ?? [])
      : answering(request)
  const browser = openBrowser(first, { test: program }, options)
  await browser.agent.visit('Store', `${store}/`)
  return browser
}

/** What one fetch of a script at the Store comes to, and what went over the wire for it. */
export const fetched = async (
  url: string,
  request: FetchRequest,
  answering: Answering,
  options: Parameters<typeof scripted>[2] = {},
): Promise<{
  readonly answer: FetchAnswer
  readonly browser: TestBrowser
  readonly sent: readonly WireRequest[]
}> => {
  const answers: FetchAnswer[] = []
  const browser = await scripted(
    async (page) => {
      answers.push(await page.fetch(url, request))
    },
    answering,
    options,
  )
  const [answer] = answers
  if (answer === undefined) throw new Error('the script did not run')
  return { answer, browser, sent: browser.requests.slice(1) }
}

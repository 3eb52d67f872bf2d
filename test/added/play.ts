/** Plays what additions.ts adds, and prints what is seen. Runs in the copy; here its names do not exist. */

import { workflows } from '../../scenarios/catalogue/index.ts'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { isLabEvent, type LabEvent } from '../../scenarios/model/event.ts'
import { openRun } from '../../server/run.ts'
import { defendEnglish } from '../../web/features/defend/words.en.ts'
import { defendSpanish } from '../../web/features/defend/words.es.ts'
import { wordOf } from '../../web/player/run-link/events.ts'

const workflow = workflows.find(
  ({ client, login, sessionStrategy }) =>
    [client, login, sessionStrategy].join() === 'webapp,authorization-code,session+refresh',
)
if (workflow === undefined) throw new Error('The workflow of this test is gone.')

const inBoth = (code: string, params: object): readonly string[] => {
  const text = { code, params } as unknown as Text
  return [sayEnglish(text), saySpanish(text)]
}

const open = (lesson = 'tour', defences = {}) =>
  openRun({ workflow: workflow.slug, lesson, defences })

const follow = async (run: Awaited<ReturnType<typeof open>>): Promise<void> => {
  for (let next = run.state.decisionPoints.at(-1)?.next; next;)
    next = (await run.send(next)).ok ? run.state.decisionPoints.at(-1)?.next : null
}

const sweep = { type: 'fusionauth.sweep' } as unknown as Exclude<LabEvent, { credentials: unknown }>
const leftOpen = { type: 'hacker.attack', attack: 'left-open' }

const lesson = await open('there-and-gone')
await follow(lesson)

const swept = await open()
const early = await swept.send(sweep)
for (const event of logIn(workflow, 'Store')) await swept.send(event)
const offered = swept.state.decisionPoints
  .at(-1)
  ?.choices.find(({ event }) => event.type === sweep.type)
const { ok } = await swept.send(sweep)

const attack = await open('attack-left-open')
await follow(attack)

const defended = await open('tour', { 'spare-switch': true })

const told = (words: object): string =>
  (words as Record<string, readonly string[]>)['spare-switch']?.[0] ?? ''

process.stdout.write(
  JSON.stringify({
    lesson: {
      events: lesson.state.trace.events.length,
      titles: inBoth('lesson', { lesson: 'there-and-gone' }),
    },
    event: {
      before: early.ok ? '' : early.problem.code,
      offered: offered?.allowed === true,
      result: ok,
      titles: inBoth('event', { event: sweep }),
      word: wordOf(sweep),
      dividers: swept.state.trace.dividers.map(({ kind }) => kind),
    },
    attack: {
      parsed: isLabEvent(leftOpen),
      outcome: attack.state.trace.outcome.find(({ id }) => id === 'attack.left-open'),
      titles: inBoth('attack', { attack: 'left-open' }),
    },
    defence: {
      told: defended.state.trace.defences,
      titles: [told(defendEnglish.defences), told(defendSpanish.defences)],
    },
  }),
)

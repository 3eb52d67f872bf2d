/** A lesson of somebody's own: the file that an author writes (scenarios/lesson.schema.json). */

import * as v from 'valibot'
import { profiles } from './client.ts'
import { labEventSchema } from './event.ts'
import {
  filled,
  filledOfAtMost,
  flag,
  exactly,
  itemsOf,
  kinds,
  matching,
  meets,
  oneOf,
  settings,
  strictObject,
  text,
  textOfAtMost,
  textsBy,
  wholeBetween,
} from './shape.ts'

const tagPattern = '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'
const languageTag = matching('shape.language-tag', new RegExp(tagPattern))

/** Words in the language of the lesson, or in several by their tags. */
const wordsOf = (most: number, description: string) =>
  v.pipe(
    v.lazy((value): v.GenericSchema<OwnText> =>
      typeof value === 'object' ? textsBy(languageTag, most) : filledOfAtMost(most),
    ),
    v.metadata({
      description,
      anyOf: [
        { type: 'string', minLength: 1, maxLength: most },
        {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: tagPattern },
          additionalProperties: { type: 'string', minLength: 1, maxLength: most },
        },
      ],
    }),
  )
/** Text in the language of the lesson, or texts by language tag. */
export type OwnText = string | Readonly<Record<string, string>>

const messageId = (description: string) =>
  v.pipe(
    matching('shape.id', /^[a-z-]+\.[a-z0-9-]+(\.[0-9]+)?$/),
    v.metadata({ description: `${description} Ids are printed by npm run -s trace.` }),
  )

const mostEvents = 200

const sentence = v.pipe(
  strictObject({
    message: v.exactOptional(messageId('Id of the message that the sentence is told at.')),
    event: v.exactOptional(
      v.pipe(
        wholeBetween(1, mostEvents),
        v.description('Number of the event, from 1, at whose first message it is told.'),
      ),
    ),
    text: wordsOf(2_000, 'What is told there, instead of what the lab tells.'),
  }),
  meets(
    'shape.message-or-event',
    ({ message, event }: { message?: string; event?: number; text: OwnText }) =>
      (message === undefined) !== (event === undefined),
  ),
  v.readonly(),
)

const option = strictObject({
  text: wordsOf(300, 'What can be answered.'),
  right: v.exactOptional(v.pipe(flag, v.description('Whether it is right; false when left out.'))),
})

const question = v.pipe(
  strictObject({
    before: messageId('Id of the message before which it is asked.'),
    ask: wordsOf(500, 'The question.'),
    options: v.pipe(
      itemsOf(option, 2, 8),
      meets('shape.right-option', (options: readonly { text: OwnText; right?: boolean }[]) =>
        options.some(({ right }) => right === true),
      ),
    ),
    why: v.exactOptional(wordsOf(1_000, 'Told after the answer.')),
  }),
  v.readonly(),
)

const kindOfClaim = <const K extends string>(kind: K, description: string) =>
  v.pipe(exactly(kind), v.description(description))

const claim = kinds(
  [
    strictObject({
      kind: kindOfClaim('outcome', 'An outcome of the trace holds, or does not.'),
      outcome: v.pipe(filled, v.description('Id of the outcome, as the trace names it.')),
      holds: flag,
    }),
    strictObject({
      kind: kindOfClaim('message', 'A message is sent, or is not.'),
      message: messageId('Id of the message.'),
      sent: flag,
    }),
    strictObject({
      kind: kindOfClaim('status', 'An answer has this status.'),
      message: messageId('Id of the answer.'),
      status: wholeBetween(100, 599),
    }),
    strictObject({
      kind: kindOfClaim('cookie', 'A request carries a cookie, or does not.'),
      message: messageId('Id of the request.'),
      cookie: v.pipe(filled, v.description('Name of the cookie.')),
      sent: flag,
    }),
  ],
  ['outcome', 'message', 'status', 'cookie'],
)
export type Claim = Readonly<v.InferOutput<typeof claim>>

const application = v.pipe(
  strictObject({
    name: v.exactOptional(
      v.pipe(filledOfAtMost(40), v.description('What it is called, in pages and sentences.')),
    ),
    host: v.exactOptional(
      v.pipe(
        matching(
          'shape.host',
          /^(?=.{4,200}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/,
        ),
        v.metadata({
          description: 'Where it lives. No real host is ever asked: the run stays in the page.',
        }),
      ),
    ),
    colour: v.exactOptional(
      v.pipe(
        matching('shape.colour', /^#[0-9A-Fa-f]{6}$/),
        v.metadata({ description: 'Its colour, dark enough for white text, such as #0b5f8a.' }),
      ),
    ),
  }),
  v.readonly(),
)

/** A lesson as an author writes it. */
export const ownLessonSchema = v.pipe(
  strictObject({
    $schema: v.exactOptional(v.pipe(text, v.description('Address of this schema, for editors.'))),
    workflow: v.pipe(
      textOfAtMost(200),
      v.description('Slug of the workflow, as npm run -s trace -- --list prints it.'),
    ),
    language: v.pipe(
      languageTag,
      v.metadata({ description: 'Language of the texts (BCP 47); the lab need not speak it.' }),
    ),
    title: wordsOf(120, 'What the lesson is called.'),
    introduction: v.exactOptional(wordsOf(2_000, 'Told before the first message.')),
    events: v.pipe(
      itemsOf(labEventSchema, 1, mostEvents),
      v.metadata({ description: 'What is done, in order.' }),
    ),
    profile: v.exactOptional(
      v.pipe(
        oneOf(profiles),
        v.description('How FusionAuth is set: fidelity (its defaults) or hardened (RFC 9700).'),
      ),
    ),
    seed: v.exactOptional(v.pipe(textOfAtMost(200), v.description('Equal seeds give equal runs.'))),
    defences: v.exactOptional(
      v.pipe(settings(64), v.metadata({ description: 'Switches that are not as usual.' })),
    ),
    sentences: v.exactOptional(itemsOf(sentence, 0, 200)),
    questions: v.exactOptional(itemsOf(question, 0, 50)),
    claims: v.exactOptional(itemsOf(claim, 0, 200)),
    company: v.exactOptional(
      v.pipe(
        strictObject({
          Store: v.exactOptional(application),
          Forums: v.exactOptional(application),
        }),
        v.metadata({ description: 'Names, hosts and colours of a company that tells of its own.' }),
      ),
    ),
  }),
  v.readonly(),
)
export type OwnLesson = v.InferOutput<typeof ownLessonSchema>

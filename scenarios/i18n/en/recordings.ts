import type { TextCatalogue } from '../catalogue.ts'
import type { RecordingTexts } from '../../model/texts/recordings.ts'

export const recordings: TextCatalogue<RecordingTexts> = {
  'recording.none': ({ problem }, say) => `This is no trace of Login Lab: ${say(problem)}`,
  'recording.long-file': ({ most, count }) =>
    `it has ${count} characters, and a page reads at most ${most}.`,
  'recording.no-json':
    'it cannot be read as JSON. Save it with npm run -s trace -- WORKFLOW > file.json',
  'recording.many-messages': ({ most, count }) =>
    `it has ${count} messages, and a page shows at most ${most}.`,
  'recording.many-remembered': ({ most, count }) =>
    `it has ${count} different cookies, sessions and other things in memory, and a page shows at most ${most}.`,
  'recording.many-headers': ({ place, most, count }) =>
    `${place} has ${count} headers, and a page shows at most ${most}.`,
  'recording.many-verdicts': ({ place, most, count }) =>
    `${place} says of ${count} cookies what became of them, and a page shows at most ${most}.`,
  'recording.many-changes': ({ place, most, count }) =>
    `${place} makes ${count} changes, and a page shows at most ${most}.`,
  'recording.many-parameters': ({ place, most, count }) =>
    `${place} has ${count} values, and a page shows at most ${most}.`,
  'recording.many-entries': ({ place, most, count }) =>
    `${place} has ${count} entries, and a page shows at most ${most}.`,
  'recording.long-body': ({ place, most, count }) =>
    `${place} carries ${count} characters, and a page shows at most ${most}.`,
  'recording.long-text': ({ place, most, count }) =>
    `${place} holds a text of ${count} characters, and a page shows at most ${most}.`,
  'recording.long-token': ({ place, most, count }) =>
    `${place} holds a token of ${count} characters, and a page shows at most ${most}.`,
  'recording.too-deep': ({ place, most, count }) =>
    `${place === '' ? 'The trace' : place} is nested ${count} deep, and a page shows at most ${most} levels.`,
  'recording.must-be': ({ path, expected, observed }, say) =>
    `${path === '' ? 'The trace' : path} must be ${say(expected)}, and is ${say(observed)}.`,
  'recording.twice': ({ place, id }) => `${place} is ${id} for a second time.`,
  'recording.stranger': ({ place, from, to }) =>
    `${place} goes from ${from} to ${to}, and one of them is not among the participants.`,
  'recording.divider-beyond': ({ place, last }) =>
    `${place} lies beyond the last message, ${last}.`,
  'recording.evidence-beyond': ({ place, last }) =>
    `${place} names a message beyond the last, ${last}.`,
  'request.object': ({ path }) => `${path === '' ? 'The body' : path} must be a JSON object.`,
  'request.must-be': ({ path, expected }, say) => `${path} must be ${say(expected)}.`,
  'request.one-of': ({ path, expected, observed }, say) =>
    `${path} must be ${say(expected)}, not ${say(observed)}.`,
  'request.characters': ({ path, most, count }) =>
    `${path} must have at most ${most} characters, and has ${count}.`,
  'request.entries': ({ path, most }) => `${path} must have at most ${most} members.`,
  'request.no-name': ({ path }) => `${JSON.stringify(path)} is not a name.`,
  'request.no-field': ({ path, nearest }) =>
    `There is no field ${JSON.stringify(path)} here. The nearest is ${JSON.stringify(nearest)}.`,
  'request.no-event': ({ name, nearest }) =>
    `There is no event ${JSON.stringify(name)}. The nearest is ${nearest}.`,
  'shape.missing': 'missing',
  'shape.list': 'a list',
  'shape.object': 'an object',
  'shape.text': 'text',
  'shape.flag': 'true or false',
  'shape.whole': ({ least }) => `a whole number from ${least} on`,
  'shape.between': ({ least, most }) => `a whole number from ${least} to ${most}`,
  'shape.characters': ({ most }) => `text of at most ${most} characters`,
  'shape.entries': ({ most }) => `an object of at most ${most} members`,
  'shape.member': ({ known }) => `one of ${known.join(', ')}`,
  'shape.event': ({ known }) => `the name of an event, such as ${known[0] ?? ''}`,
  'shape.event-type': 'who.verb',
  'shape.name': 'a name',
  'shape.setting': 'true, false, a number or a short text',
  'shape.one-of': ({ words }) => (words.includes(',') ? `one of ${words}` : words),
  'shape.filled': 'text that is not empty',
  'shape.address': 'an http or https address',
  'shape.field': 'a pair of a name in lower case and a text',
  'shape.json': 'a JSON value',
  'shape.place': 'a place such as Browser.jar',
  'shape.instant': 'a time such as 2026-01-01T09:00:00.000Z',
  'shape.id': 'an id such as login.token-request',
  'shape.participants': 'a list of participants, each once',
  'shape.catalogued': 'a text that Login Lab knows',
  'shape.value': ({ json }) => json,
}

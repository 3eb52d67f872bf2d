import type { TextCatalogue } from '../catalogue.ts'
import type { Domain } from '../../model/defence-settings.ts'
import type { ProblemTexts } from '../../model/texts/problems.ts'

const wanted = (domain: Domain<string | number | boolean>): string => {
  if (domain.kind === 'flag') return 'true or false'
  return domain.kind === 'choice'
    ? `one of ${domain.values.join(', ')}`
    : `a whole number from ${domain.least} to ${domain.most}`
}

export const problems: TextCatalogue<ProblemTexts> = {
  'problem.no-such': ({ kind, name, nearest }) =>
    `There is no ${kind} "${name}".${nearest === null ? '' : ` The nearest is "${nearest}".`}`,
  'problem.defence-value': ({ name, domain }) =>
    `The defence "${name}" can be set to ${wanted(domain)}.`,
  'problem.run-over': 'This run is over. Start a new one.',
  'problem.run-full': ({ count }) =>
    `This run is full (${count} messages). Go back and branch off, or start a new run.`,
  'problem.no-room': ({ held, most }) =>
    `This run is full: it holds ${held} messages, and no step begins from ${most} on. Look back through it as you like; to do more, start a new run.`,
  'problem.no-room-for-branch': ({ count, most }) =>
    `This run has ${count} branches, and ${most} is the most. Go on at the end of one of them, or start a new run.`,
  'problem.many-branches': ({ count }) => `A run keeps ${count} branches at most. Start a new run.`,
  'problem.no-branch': ({ id }) => `There is no branch ${id} in this run.`,
  'problem.real-past':
    'A real FusionAuth cannot be turned back in time. Go to the last message to act there.',
  'problem.history': ({ why }, say) =>
    `What was done in this run cannot be done again here: ${say(why)}`,
  'problem.step-failed': ({ error }) => `The step could not be carried out: ${error}`,
  'problem.fault': ({ what }) =>
    `Something went wrong in Login Lab itself (${what ?? 'an unknown fault'}). The run goes on from here; please report it.`,
  'problem.recording': ({ workflow }) =>
    `This is a recording: it can be played, not acted in. Start the workflow ${workflow} to act yourself.`,
  'problem.run-expired': 'This run was not used for a long time and has ended. Start a new one.',
  'problem.no-run': 'There is no such run here. Start a new one.',
  'problem.run-closed': 'This run was closed.',
  'problem.too-much': 'Too much is asked at once. Try again in a moment.',
  'problem.store-silent':
    'The server cannot reach the place where runs are kept. Try again in a moment.',
  'problem.many-runs': ({ count }) =>
    `${count} runs are open here, and that is the most. Close one that you no longer need, or try again later.`,
  'problem.many-followers': ({ count }) =>
    `This run has as many live followers as it may have: ${count}. Close one of them.`,
  'problem.inside': 'Something went wrong inside Login Lab. Start a new run.',
  'problem.lab-stopped': 'Login Lab was stopped. Start it again to go on.',
  'problem.no-fork': 'This run cannot fork. Start a new run instead.',
  'problem.one-branch': 'This run has one branch only.',
  'problem.lesson-stuck': 'the lesson could not go on',
  'problem.lesson-endless': 'the lesson does not come to an end',
  'problem.fusionauth-defence': ({ name }) =>
    `The defence "${name}" is a rule that every FusionAuth keeps to: no setting of a real one leaves it. The stand-in can leave it, to show what it prevents.`,
  'problem.second-factor':
    'FusionAuth asks for a second factor, and the user of this lesson has none to give. Switch multi-factor login off for the tenant of this run, whose name begins with "Login Lab run", then open the page again.',
  'problem.registration':
    'FusionAuth asks the user to register for this application, or to complete the registration. Start a new run, which sets up a user of its own, or register the user in FusionAuth, then open the page again.',
  'problem.verification':
    'FusionAuth waits until the user has confirmed an e-mail address, a phone number or the registration. Mark the user ada@example.com as verified in FusionAuth, or switch the verification off, then open the page again.',
  'problem.password-change':
    'FusionAuth asks the user to change the password before going on. Start a new run, which sets up a user of its own, or take the demand back in FusionAuth, then open the page again.',
  'problem.consent':
    'FusionAuth asks the user for consent to what the application may see. It does so for third-party applications only: make the applications "Login Lab Store" and "Login Lab Forums" of this run first-party, then open the page again.',
  'problem.error-page': ({ error, status }) =>
    `FusionAuth shows an error page instead of a login: ${error === '' ? `status ${status}` : `${error} (status ${status})`}. Start a new run, which sets up everything anew.`,
  'problem.unknown-page': ({ title, path }) =>
    `FusionAuth shows a page that the scripted browser does not know${title === '' ? '' : `: "${title}"`}, at ${path}. Look at it in the last message, then answer or remove it in FusionAuth and open the page again.`,
}

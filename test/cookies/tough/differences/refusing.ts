import type { Received } from '../theirs.ts'
import { attributes, hostOf, lastDomain, type Named, type ReceiveTrial } from './words.ts'

/** One refuses what the other takes. */

const takes = ({ kind }: Received): boolean => kind !== 'refused'

interface Refusal extends Named {
  readonly occurs: (trial: ReceiveTrial) => boolean
}

/** We refuse because of `rule`, they take it; `when` says what about the text must be the cause. */
const weRefuse = (
  rule: string,
  explanation: string,
  when: (trial: ReceiveTrial) => boolean,
): Refusal => ({
  id: `we refuse: ${rule}`,
  explanation,
  occurs: (trial) =>
    trial.ours.kind === 'refused' && trial.ours.why === rule && takes(trial.theirs) && when(trial),
})

/** They refuse with an error that fits `why`, we take it. */
const theyRefuse = (
  id: string,
  explanation: string,
  why: RegExp,
  when: (trial: ReceiveTrial) => boolean,
): Refusal => ({
  id: `they refuse: ${id}`,
  explanation,
  occurs: (trial) =>
    takes(trial.ours) &&
    trial.theirs.kind === 'refused' &&
    why.test(trial.theirs.why) &&
    when(trial),
})

const isPlain = ({ arrival }: ReceiveTrial): boolean =>
  new URL(arrival.situation.url).protocol === 'http:'
const namePart = ({ arrival }: ReceiveTrial): string => arrival.text.split('=')[0]?.trim() ?? ''
/** The name as they read it, and a nameless cookie's. */
const namesOf = ({ theirs }: ReceiveTrial): readonly string[] =>
  theirs.kind === 'refused' ? [] : [theirs.cookie.name, '']

export const refusals: readonly Refusal[] = [
  weRefuse(
    'leave-secure-alone',
    'They let plain http overwrite, overlay and delete a Secure cookie.',
    (trial) =>
      isPlain(trial) &&
      trial.before.some(({ secure, name }) => secure && namesOf(trial).includes(name)),
  ),
  weRefuse(
    'none-needs-secure',
    'They store SameSite=None without Secure.',
    ({ arrival }) => attributes(arrival.text, 'secure').length === 0,
  ),
  weRefuse(
    'same-site',
    'A cookie without SameSite counts as Lax for us and as None for them, so a request from inside a page of another site may set it.',
    ({ theirs, arrival }) =>
      !arrival.situation.topLevel &&
      (theirs.kind !== 'stored' || theirs.cookie.sameSite === 'default'),
  ),
  weRefuse(
    'prefix-secure',
    'They know the prefix in its usual spelling only.',
    (trial) => /^__s/i.test(namePart(trial)) && !namePart(trial).startsWith('__Secure-'),
  ),
  weRefuse(
    'prefix-host',
    'They know the prefix in its usual spelling only.',
    (trial) => /^__h/i.test(namePart(trial)) && !namePart(trial).startsWith('__Host-'),
  ),
  weRefuse('prefix-http', 'They do not know the prefix.', (trial) =>
    namePart(trial).startsWith('__Http-'),
  ),
  weRefuse(
    'prefix-host-http',
    'They know the __Host- part of the prefix only.',
    (trial) =>
      namePart(trial).startsWith('__Host-Http-') &&
      attributes(trial.arrival.text, 'httponly').length === 0,
  ),
  weRefuse(
    'prefix-without-name',
    'They do not look for prefixes in the value of a nameless cookie.',
    ({ arrival }) => /^=?__/.test(arrival.text),
  ),
  weRefuse('empty', 'They store a cookie with neither name nor value.', ({ arrival }) =>
    /^\s*=?\s*(;|$)/.test(arrival.text),
  ),
  weRefuse(
    'too-large',
    'They have no limit for name and value.',
    ({ arrival }) => (arrival.text.split(';')[0]?.length ?? 0) > 4096,
  ),
  weRefuse(
    'control-character',
    'They cut the text at CR, LF and NUL, and look for other control characters in name and value only, without DEL.',
    // oxlint-disable-next-line no-control-regex
    ({ arrival }) => /[\n\r\0\x7f]/.test(arrival.text) || /;.*\x01/.test(arrival.text),
  ),
  weRefuse(
    'domain',
    'They take two leading dots off a Domain where the specification takes one.',
    (trial) => lastDomain(trial).startsWith('..'),
  ),
  weRefuse(
    'public-suffix',
    'To them localhost is no public suffix, so every host under it may share cookies.',
    (trial) => lastDomain(trial) === 'localhost' && hostOf(trial) !== 'localhost',
  ),
  theyRefuse(
    'public suffix as its own host',
    'A public suffix that is itself the host may set a host-only cookie, whatever its Domain says.',
    /^Error: Cookie has domain set to/,
    (trial) => lastDomain(trial) === hostOf(trial),
  ),
  theyRefuse(
    'long Domain',
    'The specification ignores an attribute with a value of more than 1024 octets.',
    /^Error: Cookie/,
    ({ arrival }) => attributes(arrival.text, 'domain').some((value) => value.length > 1024),
  ),
  theyRefuse(
    'long Path under __Host-',
    'The specification ignores an attribute with a value of more than 1024 octets.',
    /^silently$/,
    ({ arrival }) => attributes(arrival.text, 'path').some((value) => value.length > 1024),
  ),
  theyRefuse(
    'empty last Domain',
    'The last Domain counts, also when it is empty; they keep the one before.',
    /^Error: Cookie/,
    (trial) =>
      /^\.?$/.test(lastDomain(trial)) && attributes(trial.arrival.text, 'domain').length > 1,
  ),
  theyRefuse(
    'tab',
    'They take a tab inside name or value for a control character.',
    /^Error: Cookie failed to parse/,
    ({ arrival }) => arrival.text.includes('\t'),
  ),
]

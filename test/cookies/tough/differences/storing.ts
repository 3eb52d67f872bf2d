import { cookieKey } from '../../../../scenarios/engine/cookie-jar.ts'
import type { Kept } from '../theirs.ts'
import { hasTwin, lastDomain, type Named, type ReceiveTrial, twins } from './words.ts'

/** Both take a Set-Cookie, but not as the same cookie; or their jars differ afterwards. */

const day = 24 * 60 * 60 * 1000

interface FieldDifference extends Named {
  readonly fields: readonly (keyof Kept)[]
  readonly occurs: (ours: Kept, theirs: Kept, trial: ReceiveTrial) => boolean
}

const decoded = (path: string): string => decodeURI(path)

export const fieldDifferences: readonly FieldDifference[] = [
  {
    id: 'lifetime cap',
    explanation: 'They have no limit of 400 days.',
    fields: ['expiresAt'],
    occurs: (ours, theirs, { arrival }) =>
      ours.expiresAt === arrival.situation.now + 400 * day &&
      (theirs.expiresAt ?? 0) > ours.expiresAt,
  },
  {
    id: 'long Path',
    explanation: 'The specification ignores an attribute with a value of more than 1024 octets.',
    fields: ['path'],
    occurs: (_, theirs) => theirs.path.length > 1024,
  },
  {
    id: 'decoded default path',
    explanation:
      'They decode the percent-encoding of an address before they derive the default path from it; the specification forbids decoding.',
    fields: ['path'],
    occurs: (ours, theirs) => ours.path !== theirs.path && decoded(ours.path) === theirs.path,
  },
  {
    id: 'localhost as a Domain',
    explanation:
      'To them localhost is no public suffix, so Domain=localhost makes a domain cookie.',
    fields: ['hostOnly'],
    occurs: (ours, theirs) => ours.domain === 'localhost' && ours.hostOnly && !theirs.hostOnly,
  },
  {
    id: 'empty last Domain makes a host-only cookie',
    explanation: 'The last Domain counts, also when it is empty; they keep the one before.',
    fields: ['hostOnly', 'domain'],
    occurs: (ours, theirs, trial) =>
      /^\.?$/.test(lastDomain(trial)) && ours.hostOnly && !theirs.hostOnly,
  },
  {
    id: 'wide white space',
    explanation: 'They trim every Unicode space; the specification trims spaces and tabs only.',
    fields: ['value'],
    occurs: (ours, theirs) => ours.value !== theirs.value && ours.value.trim() === theirs.value,
  },
  {
    id: 'name after a leading equals sign',
    explanation:
      'In "=a=b" they skip the first equals sign; to the specification it ends an empty name.',
    fields: ['name', 'value'],
    occurs: (ours, theirs) =>
      ours.name === '' &&
      ours.value.replace(/\s*=\s*/, '=').trim() === `${theirs.name}=${theirs.value}`,
  },
  {
    id: 'address in brackets',
    explanation:
      'They write the host [::1] without brackets but leave them in a Domain attribute, so that such a cookie never comes back.',
    fields: ['domain'],
    occurs: (ours, theirs) => theirs.domain === `[${ours.domain}]`,
  },
  {
    id: 'creation time of a host-only twin',
    explanation:
      'A host-only cookie and a domain cookie are two; theirs take over from each other, with the time of creation.',
    fields: ['createdAt'],
    occurs: (ours, theirs, { before }) =>
      hasTwin(
        ours,
        before.filter(({ createdAt }) => createdAt === theirs.createdAt),
      ),
  },
  {
    id: 'creation time of an expired cookie',
    explanation:
      'An expired cookie is gone before its successor comes; theirs still hands down its time of creation.',
    fields: ['createdAt'],
    occurs: (ours, theirs, { before, arrival: { situation } }) =>
      before.some(
        ({ name, path, createdAt, expiresAt }) =>
          name === theirs.name &&
          path === theirs.path &&
          createdAt === theirs.createdAt &&
          (expiresAt ?? Infinity) <= situation.now,
      ) && ours.createdAt === situation.now,
  },
  {
    id: 'creation time of another value',
    explanation:
      'The specification hands the time of creation down whatever the value, and so do they; we do as Chromium does, and only for the same value.',
    fields: ['createdAt'],
    occurs: (ours, theirs, { before, arrival: { situation } }) =>
      ours.createdAt === situation.now &&
      before.some(
        (old) =>
          cookieKey(old) === cookieKey(ours) &&
          old.createdAt === theirs.createdAt &&
          old.value !== ours.value,
      ),
  },
]

interface JarDifference extends Named {
  readonly occurs: (trial: ReceiveTrial) => boolean
}

const unshared = (one: readonly Kept[], other: readonly Kept[]): readonly Kept[] => {
  const there = new Set(other.map((cookie) => JSON.stringify(cookie)))
  return one.filter((cookie) => !there.has(JSON.stringify(cookie)))
}

export const jarDifferences: readonly JarDifference[] = [
  {
    ...twins,
    occurs: ({ ourJar, theirJar, before, theirs }) => {
      const deleting = theirs.kind === 'deleting' ? [theirs.cookie] : []
      const all = [...before, ...ourJar, ...deleting]
      const differing = [...unshared(ourJar, theirJar), ...unshared(theirJar, ourJar)]
      return differing.every((cookie) => hasTwin(cookie, all))
    },
  },
  {
    id: 'domain limit',
    explanation: 'They keep any number of cookies of one domain.',
    occurs: ({ ourJar, theirJar, before }) =>
      ourJar.length === 150 &&
      theirJar.length >= 180 &&
      unshared(ourJar, theirJar).every((cookie) => hasTwin(cookie, before)),
  },
]

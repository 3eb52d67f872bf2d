import { data, flag, group, id, listOf, named, oneOf, text, whole } from '../shape.ts'

export const readRegistration = group({
  id: id(undefined),
  applicationId: id(''),
  data,
  preferredLanguages: listOf(text('')),
  roles: listOf(text('')),
  timezone: text(undefined),
  username: text(undefined),
  verified: flag(true),
})

/** How a user may answer a challenge. The stand-in sends and checks no codes: it only challenges. */
const readTwoFactorMethod = named(
  'method',
  group({
    id: text(''),
    email: text(undefined),
    method: oneOf(['authenticator', 'email', 'sms'], 'authenticator'),
    mobilePhone: text(undefined),
  }),
)

/** A user as a caller describes one; the password is kept apart and never given out. */
export const readUser = group({
  id: id(''),
  tenantId: id(''),
  active: flag(true),
  birthDate: text(undefined),
  data,
  email: text(undefined),
  expiry: whole(undefined),
  firstName: text(undefined),
  fullName: text(undefined),
  imageUrl: text(undefined),
  lastName: text(undefined),
  middleName: text(undefined),
  mobilePhone: text(undefined),
  password: text(undefined),
  passwordChangeRequired: flag(false),
  preferredLanguages: listOf(text('')),
  registrations: listOf(readRegistration),
  timezone: text(undefined),
  twoFactor: group({ methods: listOf(readTwoFactorMethod) }),
  username: text(undefined),
  verified: flag(true),
})

export interface Registration extends Omit<ReturnType<typeof readRegistration>, 'id'> {
  readonly id: string
  readonly insertInstant: number
  readonly lastLoginInstant: number | undefined
  readonly lastUpdateInstant: number
}

export interface User extends Omit<ReturnType<typeof readUser>, 'password' | 'registrations'> {
  readonly insertInstant: number
  readonly lastLoginInstant: number | undefined
  readonly lastUpdateInstant: number
  readonly passwordLastUpdateInstant: number
  readonly registrations: readonly Registration[]
}

export const registrationOf = (user: User, applicationId: string): Registration | undefined =>
  user.registrations.find((registration) => registration.applicationId === applicationId)

/** A name for a learner: the e-mail address, else the username, else the id. */
export const nameOf = (user: User): string => user.email ?? user.username ?? user.id

/** Fixed in every FusionAuth: its own users. */
export const connectorId = 'e3306678-a53a-4964-9040-1c96f36dda72'

/** The registration as the API shows it. */
export const registrationView = (registration: Registration) => ({
  ...registration,
  tokens: {},
  usernameStatus: 'ACTIVE',
})

/** A method as the API shows it. */
export const twoFactorMethodView = ({
  email,
  mobilePhone,
  ...method
}: User['twoFactor']['methods'][number]) => ({
  ...method,
  ...(email === undefined ? {} : { email }),
  ...(mobilePhone === undefined ? {} : { mobilePhone }),
})

/** The user as the API shows it: never with a password. */
export const userView = (user: User) => ({
  ...user,
  connectorId,
  identities: [
    ...(user.email === undefined ? [] : [['email', user.email] as const]),
    ...(user.username === undefined ? [] : [['username', user.username] as const]),
  ].map(([type, value]) => ({
    insertInstant: user.insertInstant,
    lastLoginInstant: user.lastLoginInstant,
    lastUpdateInstant: user.lastUpdateInstant,
    primary: true,
    type,
    value,
    verified: user.verified,
  })),
  memberships: [],
  registrations: user.registrations.map(registrationView),
  twoFactor: { methods: user.twoFactor.methods.map(twoFactorMethodView) },
  usernameStatus: 'ACTIVE',
})

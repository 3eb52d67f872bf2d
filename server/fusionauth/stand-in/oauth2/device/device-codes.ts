/** Device grants under way (RFC 8628 §3.2): found by the device's code or by the user's. */
import type { Instance } from '../../instance.ts'
import type { Application } from '../../memory/application.ts'
import type { DeviceInfo, DeviceCode } from '../../memory/records.ts'
import type { Tenant } from '../../memory/tenant.ts'
import { token } from '../../random.ts'
import { expiredUserCode, invalidUserCode } from '../refusals.ts'

/** Letters and digits that nobody mistakes for one another (RFC 8628 §6.1). */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ23456789'
const userCodeLength = 6

/** How long a code that ran out is remembered, so that the device can be told so. */
const rememberedMilliseconds = 600_000

/** Every letter is equally likely: bytes beyond the last full round of the alphabet are passed over. */
const drawUserCode = ({ random }: Instance): string => {
  const rounds = Math.floor(256 / alphabet.length) * alphabet.length
  let code = ''
  while (code.length < userCodeLength) {
    const byte = random.bytes(1)[0] ?? 0
    if (byte < rounds) code += alphabet.charAt(byte % alphabet.length)
  }
  return code
}

const isLive = ({ clock }: Instance, { expiryInstant }: DeviceCode): boolean =>
  clock.now() < expiryInstant

const byUserCode = ({ memory }: Instance, userCode: string): DeviceCode | undefined => {
  const wanted = userCode.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  return [...memory.deviceCodes.values()].find((candidate) => candidate.userCode === wanted)
}

export const startDeviceGrant = (
  instance: Instance,
  tenant: Tenant,
  application: Application,
  scopes: readonly string[],
  device: DeviceInfo,
): DeviceCode => {
  const { memory, clock, random } = instance
  for (const [value, { expiryInstant }] of memory.deviceCodes) {
    if (clock.now() >= expiryInstant + rememberedMilliseconds) memory.deviceCodes.delete(value)
  }
  const { deviceCodeTimeToLiveInSeconds } = tenant.externalIdentifierConfiguration
  let userCode = drawUserCode(instance)
  while (byUserCode(instance, userCode) !== undefined) userCode = drawUserCode(instance)
  const started: DeviceCode = {
    deviceCode: token(random),
    userCode,
    applicationId: application.id,
    scopes,
    device,
    expiryInstant: clock.now() + deviceCodeTimeToLiveInSeconds * 1000,
    approval: undefined,
  }
  memory.deviceCodes.set(started.deviceCode, started)
  return started
}

/** The device grant that waits for this user code; throws when there is none, or no longer. */
export const loadByUserCode = (
  instance: Instance,
  application: Application | undefined,
  userCode: string,
): DeviceCode => {
  const found = byUserCode(instance, userCode)
  const foreign = application !== undefined && found?.applicationId !== application.id
  if (found === undefined || foreign || found.approval !== undefined) throw invalidUserCode()
  if (!isLive(instance, found)) throw expiredUserCode()
  return found
}

/** Notes who approved the grant; the device learns it at its next poll. */
export const approveDeviceGrant = (
  { memory }: Instance,
  found: DeviceCode,
  approval: DeviceCode['approval'],
): void => {
  memory.deviceCodes.set(found.deviceCode, { ...found, approval })
}

/** The grant type of devices (RFC 8628 §3.4). */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** Where a user types the code of a device, and where the login that follows ends. */
export const devicePagePath = {
  start: '/oauth2/device',
  complete: '/oauth2/device-complete',
} as const

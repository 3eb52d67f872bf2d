/** A defence, or an attack, that the lab does not play, and where it stands. */
export interface OutOfReach {
  readonly id: 'dpop' | 'device-bound-sessions' | 'passkeys' | 'whole-jar' | 'mix-up'
  readonly source: string
}

/** What belongs to the subject and is not played; why, the page and the README say. */
export const outOfReach: readonly OutOfReach[] = [
  { id: 'dpop', source: 'RFC 9449' },
  {
    id: 'device-bound-sessions',

    source: 'W3C Device Bound Session Credentials',
  },
  { id: 'passkeys', source: 'W3C WebAuthn Level 3' },
  { id: 'whole-jar', source: 'MITRE ATT&CK T1539' },
  { id: 'mix-up', source: 'RFC 9700 §4.4' },
]

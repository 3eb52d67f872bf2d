import type { Participant } from '../../../scenarios/model/participant.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { Tone } from '../../../scenarios/projections/words.ts'

export type ThemeName = 'light' | 'dark'

interface ChipColours {
  readonly fill: string
  readonly stroke: string
  readonly ink: string
}

/**
 * The colours of `ui/styles/tokens.ts` as every program reads them. They stand here once more because a
 * picture is also made where there are no style sheets; a test holds both together.
 */
export interface Theme {
  readonly surface: string
  readonly sunken: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly line2: string
  readonly now: string
  readonly nowWash: string
  readonly onNow: string
  readonly attack: string
  readonly attackWash: string
  readonly lanes: Readonly<Record<Participant, string>>
  readonly tones: Readonly<Record<Tone, readonly [ground: string, ink: string]>>
  readonly chips: Readonly<Record<SecretKind, ChipColours>>
}

const chip = (fill: string, stroke: string, ink: string): ChipColours => ({ fill, stroke, ink })

const light: Theme = {
  surface: '#ffffff',
  sunken: '#eceef3',
  ink: '#171b24',
  ink2: '#434b5b',
  ink3: '#5d6677',
  line: '#e0e4eb',
  line2: '#b9c1cf',
  now: '#2b50c8',
  nowWash: '#e9eefc',
  onNow: '#ffffff',
  attack: '#a83c0a',
  attackWash: '#fdeae0',
  lanes: {
    Browser: '#55708f',
    Mobile: '#55708f',
    Store: '#4b7a5a',
    Forums: '#86598a',
    FusionAuth: '#6b6499',
    Hacker: '#b04a1c',
  },
  tones: {
    expiry: ['#fdf1d8', '#8a5300'],
    sso: ['#dcf3f0', '#0b6a63'],
    attack: ['#fdeae0', '#a83c0a'],
    note: ['#eceef3', '#434b5b'],
  },
  chips: {
    'session-id': chip('#e3f2ff', '#8ab5e3', '#003e78'),
    'refresh-token': chip('#f3ecff', '#baa5dc', '#4a2870'),
    jwt: chip('#ffe9f3', '#d99db8', '#681946'),
    code: chip('#e8f5e2', '#9bbd8a', '#1d4a00'),
    'sso-session': chip('#dbf6f9', '#70c0c9', '#004c5b'),
    state: chip('#f6f0dc', '#c1b176', '#513a00'),
    verifier: chip('#e0f7eb', '#7fc2a4', '#004f2c'),
    password: chip('#ffeae5', '#df9e93', '#6f1a11'),
    'client-secret': chip('#ffecde', '#d6a67c', '#672800'),
  },
}

const dark: Theme = {
  surface: '#151a23',
  sunken: '#0a0d13',
  ink: '#e8ecf3',
  ink2: '#b6bfce',
  ink3: '#8f99ab',
  line: '#262e3b',
  line2: '#465163',
  now: '#92aaff',
  nowWash: '#1d2745',
  onNow: '#0e1219',
  attack: '#ff9d6b',
  attackWash: '#391d10',
  lanes: {
    Browser: '#8ea9c9',
    Mobile: '#8ea9c9',
    Store: '#86b996',
    Forums: '#c296c6',
    FusionAuth: '#a9a1dd',
    Hacker: '#f09468',
  },
  tones: {
    expiry: ['#33270f', '#f2bd5c'],
    sso: ['#10302d', '#5fd0c4'],
    attack: ['#391d10', '#ff9d6b'],
    note: ['#0a0d13', '#b6bfce'],
  },
  chips: {
    'session-id': chip('#12283e', '#386189', '#aaddff'),
    'refresh-token': chip('#2b203b', '#665283', '#e2caff'),
    jwt: chip('#381c2a', '#7f4a64', '#ffc0e0'),
    code: chip('#1b2c12', '#4a6838', '#bee5aa'),
    'sso-session': chip('#002d32', '#086a73', '#8ce9f4'),
    state: chip('#2e2605', '#6c5d22', '#ead893'),
    verifier: chip('#072e20', '#296c52', '#9eebc9'),
    password: chip('#3b1c17', '#854b42', '#ffc2b5'),
    'client-secret': chip('#382009', '#7e532a', '#ffcb9a'),
  },
}

export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark }

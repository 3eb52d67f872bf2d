import type { IncidentId } from '../model/table-ids.ts'

/** Something that really happened; what it was, each language says. */
export interface Incident {
  readonly id: IncidentId
  /** Year, or years. */
  readonly when: string
  /** Who has told of it in public. */
  readonly source: string
}

/** What happened in public, as far as it has been confirmed; each with who told of it. */
const table = {
  apache: {
    id: 'apache',
    when: '2010',
    source: 'Apache Infrastructure, blogs.apache.org/infra/entry/apache_org_04_09_2010',
  },
  firesheep: {
    id: 'firesheep',
    when: '2010',
    source: 'Eric Butler at ToorCon 12',
  },
  okta: {
    id: 'okta',
    when: '2023',
    source: 'Okta Security, sec.okta.com',
  },
  passport: {
    id: 'passport',
    when: '2022',
    source: 'CVE-2022-25896',
  },
  relyingParties: {
    id: 'relyingParties',
    when: '2012',
    source: 'Sun and Beznosov, ACM CCS 2012',
  },
  booking: {
    id: 'booking',
    when: '2023',
    source: 'Salt Labs, salt.security',
  },
  covertRedirect: {
    id: 'covertRedirect',
    when: '2014',
    source: 'Wang Jing',
  },
  authentik: {
    id: 'authentik',
    when: '2023',
    source: 'CVE-2023-48228',
  },
  orcid: {
    id: 'orcid',
    when: '2017',
    source: 'ORCID, members.orcid.org',
  },
  keycloak: {
    id: 'keycloak',
    when: '2026',
    source: 'CVE-2026-9689',
  },
  fett: {
    id: 'fett',
    when: '2016',
    source: 'Fett, Küsters and Schmitz, ACM CCS 2016',
  },
  travis: {
    id: 'travis',
    when: '2022',
    source: 'GitHub, github.blog, April 2022',
  },
  drift: {
    id: 'drift',
    when: '2025',
    source: 'Google Threat Intelligence Group, August 2025',
  },
  races: {
    id: 'races',
    when: '2026',
    source: 'GitHub issues, e.g. nightscout/nocturne #391',
  },
  multiLogin: {
    id: 'multiLogin',
    when: '2023 and 2024',
    source: 'CERT reports on “MultiLogin”',
  },
  viewAs: {
    id: 'viewAs',
    when: '2018',
    source: 'Facebook, 28 September 2018',
  },
} as const

export const incidents: Readonly<Record<IncidentId, Incident>> = table

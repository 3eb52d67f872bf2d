import type { Incident } from './attack.ts'

/** What happened in public, as far as it has been confirmed; each with who told of it. */
export const incidents = {
  apache: {
    what: 'apache.org: a script in an issue of its bug tracker took the sessions of administrators.',
    when: '2010',
    source: 'Apache Infrastructure, blogs.apache.org/infra/entry/apache_org_04_09_2010',
  },
  firesheep: {
    what: 'Firesheep: a browser extension that took over Facebook and Twitter sessions on open Wi-Fi with one click.',
    when: '2010',
    source: 'Eric Butler at ToorCon 12',
  },
  okta: {
    what: 'Okta’s support system: session cookies in HAR files of customers, 134 customers concerned, five sessions hijacked.',
    when: '2023',
    source: 'Okta Security, sec.okta.com',
  },
  passport: {
    what: 'passport before 0.6.0 kept the session id of the time before the login.',
    when: '2022',
    source: 'CVE-2022-25896',
  },
  relyingParties: {
    what: 'Of 96 sites with single sign-on that were studied, many did not tie the answer to the browser that had asked.',
    when: '2012',
    source: 'Sun and Beznosov, ACM CCS 2012',
  },
  booking: {
    what: 'Booking.com: a login link with another path as its address sent the code to whoever had made the link.',
    when: '2023',
    source: 'Salt Labs, salt.security',
  },
  covertRedirect: {
    what: 'Covert Redirect: open redirectors at clients hand on what came back from the login.',
    when: '2014',
    source: 'Wang Jing',
  },
  authentik: {
    what: 'authentik compared the code verifier only when one was sent.',
    when: '2023',
    source: 'CVE-2023-48228',
  },
  orcid: {
    what: 'ORCID began to refuse codes that had been used before.',
    when: '2017',
    source: 'ORCID, members.orcid.org',
  },
  keycloak: {
    what: 'Keycloak took parameters that came twice.',
    when: '2026',
    source: 'CVE-2026-9689',
  },
  fett: {
    what: 'A formal analysis of OAuth 2.0 found that a redirect with status 307 hands the password on.',
    when: '2016',
    source: 'Fett, Küsters and Schmitz, ACM CCS 2016',
  },
  travis: {
    what: 'Tokens that GitHub had given to Heroku and Travis CI were stolen, and dozens of organisations read with them.',
    when: '2022',
    source: 'GitHub, github.blog, April 2022',
  },
  drift: {
    what: 'Refresh tokens of Salesloft Drift opened more than 700 Salesforce tenants.',
    when: '2025',
    source: 'Google Threat Intelligence Group, August 2025',
  },
  races: {
    what: 'Several open-source projects logged honest users out when two tabs refreshed at once.',
    when: '2026',
    source: 'GitHub issues, e.g. nightscout/nocturne #391',
  },
  multiLogin: {
    what: 'Malware made new Google session cookies from a stolen token, even after the password was changed.',
    when: '2023 and 2024',
    source: 'CERT reports on “MultiLogin”',
  },
  viewAs: {
    what: 'Facebook “View As”: 50 million tokens taken, and with them the applications with Facebook Login.',
    when: '2018',
    source: 'Facebook, 28 September 2018',
  },
} as const satisfies Record<string, Incident>

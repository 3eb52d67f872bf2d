import type { AttackTexts } from '../tables.ts'

export const attacks: AttackTexts = {
  attacks: {
    'xss-reads-cookie': {
      title: 'A script in a post reads the cookies',
      needs: 'Forums shows what its members write, and the victim reads it.',
    },
    'xss-reads-local-storage': {
      title: 'A script in a post reads the local storage',
      needs: 'Forums shows what its members write, and the victim reads it.',
    },
    'xss-rides-session': {
      title: 'A script in a post acts in the victim’s name',
      needs: 'Forums shows what its members write, and the victim reads it.',
    },
    csrf: {
      title: 'A page of another site places an order',
      needs: 'The victim is logged in at the Store and opens a page of the Hacker’s.',
    },
    'session-fixation': {
      title: 'The victim logs in with a session id of the Hacker’s',
      needs:
        'The Hacker has a host below the applications’ domain, and the victim opens a page there before logging in.',
    },
    'cookie-tossing': {
      title: 'The victim works in the Hacker’s session',
      needs: 'The Hacker has a host below the applications’ domain, and an account at the Store.',
    },
    sniffing: {
      title: 'Somebody on the same Wi-Fi listens',
      needs: 'The victim is on an open network and follows one link that begins with http://.',
    },
    'leaked-log': {
      title: 'The log of the Store gets into wrong hands',
      needs: 'The Hacker reads a copy of the Store’s log, ten minutes old.',
    },
    'leaked-har': {
      title: 'A HAR file that was sent to the support team',
      needs:
        'The victim has recorded their own browser for a support team, and the Hacker reads the file.',
    },
    'code-leak': {
      title: 'A leaked code is redeemed',
      needs: 'Somebody on the way reads the address of the callback and cuts the line.',
    },
    'code-injection': {
      title: 'A stolen code is put into another login',
      needs: 'The Hacker has a code of the victim’s that nobody has used yet.',
    },
    'login-csrf': {
      title: 'The victim is logged in as the Hacker',
      needs: 'The victim opens a page of the Hacker’s.',
    },
    'pkce-downgrade': {
      title: 'The verifier is simply left out',
      needs:
        'The Hacker has a code that was asked for with PKCE, and FusionAuth looks at a verifier only when one comes.',
    },
    'code-replay': {
      title: 'A used code is used again',
      needs: 'The Hacker reads, in a log or a history, the address of a login that is over.',
    },
    'redirect-manipulation': {
      title: 'The answer is sent to another address',
      needs:
        'The Hacker has a host below the applications’ domain, and FusionAuth compares loosely.',
    },
    'open-redirector': {
      title: 'The Store leads on to the Hacker, code and all',
      needs:
        'The Store has a link that leads anywhere, and FusionAuth takes any address of the Store.',
    },
    'redirect-307': {
      title: 'The password is posted on to the application',
      needs: 'The application is in wrong hands, or writes what it gets into a log.',
    },
    'duplicate-parameters': {
      title: 'A parameter that comes twice slips past the check',
      needs:
        'The Store checks one “to” of a link and follows another, and FusionAuth takes any address of the Store.',
    },
    'refresh-theft-reusable': {
      title: 'A refresh token is used by two, and nobody notices',
      needs: 'The Hacker has a copy of a refresh token that may be used again and again.',
    },
    'refresh-theft-thief-first': {
      title: 'The thief is first to use a token that works once',
      needs: 'The Hacker has a copy of a refresh token, and uses it before the victim does.',
    },
    'refresh-theft-victim-first': {
      title: 'The victim has used the token already',
      needs: 'The Hacker has a copy of a refresh token, and the victim uses theirs first.',
    },
    'refresh-theft-victim-gone': {
      title: 'The victim never comes back',
      needs:
        'The Hacker has a copy of a refresh token, and the victim has closed the page for good.',
    },
    'two-tab-race': {
      title: 'Two tabs refresh at once',
      needs: 'Nobody attacks: an honest user has the Store open twice.',
    },
    'wrong-client': {
      title: 'Another application uses the refresh token',
      needs:
        'The Hacker runs an application at the same FusionAuth, and has the Store’s refresh token.',
    },
    'scope-widening': {
      title: 'A refresh asks for more than was granted',
      needs: 'The Hacker has a copy of a refresh token.',
    },
    revival: {
      title: 'The thief outlives a new password',
      needs: 'The Hacker has a copy of a refresh token; the victim changes the password.',
    },
    'refresh-cookie-csrf': {
      title: 'Another site makes the browser use its refresh token',
      needs: 'The victim opens a page of the Hacker’s when their session is over.',
    },
    'sso-cookie-theft': {
      title: 'One stolen cookie opens every application',
      needs: 'Malware on the victim’s device copies the cookie of FusionAuth’s own session.',
    },
    'half-logout': {
      title: 'Logged out, and in again without a password',
      needs: 'The computer is shared: somebody sits down after the victim has logged out.',
    },
    'forged-logout-token': {
      title: 'A self-made logout token ends the victim’s session',
      needs:
        'The Hacker knows the victim’s id at FusionAuth; the Store believes logout tokens unseen.',
    },
    'stolen-session-id': {
      title: 'A stolen session id opens the Store',
      needs: 'Malware on the victim’s device copies the session id.',
    },
    'stolen-jwt': {
      title: 'A stolen JWT opens the Store',
      needs: 'Malware on the victim’s device copies the JWT.',
    },
    'stolen-refresh-token': {
      title: 'A stolen refresh token opens the Store',
      needs: 'Malware on the victim’s device copies the refresh token.',
    },
  },
  incidents: {
    apache:
      'apache.org: a script in an issue of its bug tracker took the sessions of administrators.',
    firesheep:
      'Firesheep: a browser extension that took over Facebook and Twitter sessions on open Wi-Fi with one click.',
    okta: 'Okta’s support system: session cookies in HAR files of customers, 134 customers concerned, five sessions hijacked.',
    passport: 'passport before 0.6.0 kept the session id of the time before the login.',
    relyingParties:
      'Of 96 sites with single sign-on that were studied, many did not tie the answer to the browser that had asked.',
    booking:
      'Booking.com: a login link with another path as its address sent the code to whoever had made the link.',
    covertRedirect:
      'Covert Redirect: open redirectors at clients hand on what came back from the login.',
    authentik: 'authentik compared the code verifier only when one was sent.',
    orcid: 'ORCID began to refuse codes that had been used before.',
    keycloak: 'Keycloak took parameters that came twice.',
    fett: 'A formal analysis of OAuth 2.0 found that a redirect with status 307 hands the password on.',
    travis:
      'Tokens that GitHub had given to Heroku and Travis CI were stolen, and dozens of organisations read with them.',
    drift: 'Refresh tokens of Salesloft Drift opened more than 700 Salesforce tenants.',
    races: 'Several open-source projects logged honest users out when two tabs refreshed at once.',
    multiLogin:
      'Malware made new Google session cookies from a stolen token, even after the password was changed.',
    viewAs:
      'Facebook “View As”: 50 million tokens taken, and with them the applications with Facebook Login.',
  },
}

import type { VerdictWords } from './words.ts'

export const englishVerdicts: VerdictWords = {
  standings: {
    recommended: 'Recommended',
    acceptable: 'Acceptable, with care',
    discouraged: 'Better not',
    'must-not': 'Must not be used',
  },
  grades: {
    safest:
      'One of the safest: the password goes to FusionAuth alone, and the cookies are out of reach of scripts.',
    'safe-short':
      'Safe and complete, with more frequent logins, because nothing renews the session.',
    'secure-but-password':
      'One of the more secure, if one accepts that the application handles the password.',
    'same-site-only':
      'Better than its neighbours, but only where FusionAuth shares the company’s domain.',
    'script-sees-it-briefly': 'Less secure: a script of the page holds the JWT for a moment.',
    'script-can-read-it': 'Less secure: every script of the page can read the JWT.',
    device: 'Secure: the tokens lie in the protected storage of the device.',
    'device-but-password':
      'Secure on the device, if one accepts that the backend handles the password.',
  },
  rules: {
    'password-grant':
      'The password grant must not be used: the application learns the password, users learn to type it anywhere, and no second factor fits in.',
    'password-grant-browser':
      'In an application that runs in a browser the password grant must not be used either.',
    implicit:
      'A token in the address bar leaks and cannot be bound to whoever asked for it: the implicit grant should not be used.',
    'not-in-oauth-2.1': 'OAuth 2.1 no longer has this grant.',
    'own-form':
      'A login form of one’s own is no OAuth, but what is said against the password grant holds for it: more places see the password, and passkeys or another provider’s login do not fit in.',
    'third-party-cookies':
      'The script asks FusionAuth on another site, so everything hangs on third-party cookies: where a browser blocks them, the login is lost at the first renewal.',
    'parent-domain':
      'Cookies of the parent domain go to every host below it, and any of them can overwrite them: cookies should belong to one host.',
    'local-storage':
      'What lies in local storage can be read by every script that gets into the page.',
    'external-browser':
      'An app should send its users to the system’s browser to log in; then it never sees the password, and a login there serves all apps.',
    'code-with-pkce':
      'Authorization code with PKCE is what is asked for today: the browser carries a code that is worth nothing without its verifier.',
    'backend-for-frontend':
      'The tokens stay with a server of one’s own, and the page holds a session cookie that no script can read: the strongest of the patterns for such pages.',
    'refresh-cookie':
      'A refresh token in a cookie is worth a login to whoever copies it, because the application itself redeems it: if at all, then never over plain HTTP, and guarded against forged requests. Kept on the server it cannot be copied from a browser.',
    'public-client-rotation':
      'Without a secret of its own, a client’s refresh tokens must be replaced at every use, or be bound to it.',
    'session-cookie':
      'The cookie holds an id and nothing else: it can be ended at any time, and its attributes guard it.',
    'jwt-until-exp':
      'A JWT is good until it expires, whoever holds it: nothing takes it back before, so it has to be short-lived.',
  },
  reasons: {
    code: 'The password is typed at FusionAuth and nowhere else, so second factors, passkeys and other providers work without a change in your code.',
    'single-sign-on':
      'The second application asks for no password: FusionAuth’s own session lets the user in.',
    'ready-for-more':
      'You have one application now; a second one would be entered without another login.',
    'ends-at-once':
      'A session lives on your server: when you delete it, it is over, in that very moment.',
    lasts: 'A refresh token renews the session for as long as you allow, without the user.',
    'refresh-token-on-server':
      'Keep that refresh token on the server, beside the session: then no browser holds one that could be copied.',
    'tokens-on-server':
      'A backend for frontend keeps the tokens; the page holds one cookie that no script can read.',
    'needs-a-server':
      'Without a server of your own nothing in a page can keep a secret, and what is left is discouraged today. A small backend is worth it.',
    'system-browser':
      'The app opens the system’s browser with PKCE: it sees no password, and a login there serves your other apps.',
    device: 'The tokens lie in the protected storage of the device, and are replaced at every use.',
    'jwt-until-exp':
      'A JWT cannot be taken back: make it live for minutes, and end access by revoking the refresh token.',
  },
  questions: {
    client: {
      ask: 'What do you build?',
      answers: {
        webapp: ['A web application', 'The server makes the pages.'],
        spa: ['A single-page application', 'A script in the page asks an API.'],
        mobile: ['A mobile app', 'It comes from a store and has storage of its own.'],
      },
    },
    applications: {
      ask: 'How many applications share the login?',
      answers: {
        one: ['One', 'At least for now.'],
        several: ['Several', 'Who is logged in to one should be let into the others.'],
      },
    },
    secret: {
      ask: 'Is there a server of yours that can keep a secret?',
      answers: {
        server: ['Yes', 'Behind the page there is a backend of ours.'],
        'no-server': ['No', 'There are only static files, and APIs of others.'],
      },
    },
    ending: {
      ask: 'When must access be over?',
      answers: {
        'at-once': [
          'The moment we say so',
          'A dismissal, a lost laptop, a theft: it has to work at once.',
        ],
        weeks: [
          'It should last for weeks',
          'Users should rarely log in; an hour until it ends is soon enough.',
        ],
      },
    },
  },
}

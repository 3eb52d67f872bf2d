/**
 * English stories of what only attacks bring: what the Hacker sets out to do, does by himself and
 * sends, and what is asked of his site. Sentence by sentence, as the others (english.ts).
 */
export const attacks = {
  // ── What each sets out to do ──────────────────────────────────────────────
  'xss-reads-cookie': [
    'The Hacker is a member of Forums like others, and will write a post that is a script.',
    'In the browser of whoever reads it, the script is to read the cookies and send them home.',
  ],
  'xss-reads-local-storage': [
    'The Hacker is a member of Forums like others, and will write a post that is a script.',
    'In the browser of whoever reads it, the script is to read the local storage and send it home.',
  ],
  'xss-rides-session': [
    'The Hacker is a member of Forums like others, and will write a post that is a script.',
    'In the browser of whoever reads it, the script is to post in the reader’s name; it need not know any cookie.',
  ],
  sniffing: [
    'The Hacker listens on the victim’s network, where whatever is sent without encryption can be read.',
    'A link that begins with http:// is waited for.',
  ],
  'leaked-log': [
    'The Hacker gets to read a copy of the log in which the Store notes its requests.',
    'The Hacker looks for something in it that opens the Store.',
  ],
  'leaked-har': [
    'The victim records what their browser sends (a HAR file), and the Hacker gets to read the file.',
    'The cookies stand in it as they were sent.',
  ],
  'session-fixation': [
    'The victim has not logged in yet.',
    'The Hacker wants to choose the session id that the victim will have afterwards.',
  ],
  csrf: [
    'The victim is logged in at the Store, and will open a page of the Hacker’s.',
    'That page is to make the browser place an order that the victim never wanted.',
  ],
  'cookie-tossing': [
    'The victim is logged in at the Store, and the Hacker has an account there as well.',
    'The victim is to go on in the Hacker’s session, and not to notice.',
  ],
  'code-leak': [
    'The Hacker sits on the line between browser and Store: reads the address that brings the code, and cuts the line.',
    'That way, a code gets to the Hacker before the Store has used it.',
  ],
  'code-injection': [
    'The Hacker sits on the line between browser and Store: reads the address that brings the code, and cuts the line.',
    'The Store itself is to redeem that code, in a login that the Hacker begins.',
  ],
  'login-csrf': [
    'The Hacker wants the victim to be logged in with the Hacker’s account, and not to notice.',
  ],
  'redirect-manipulation': [
    'The Hacker has a host below the applications’ own domain.',
    'FusionAuth is to send the victim’s code there.',
  ],
  'open-redirector': [
    'The Store has an address that leads on to other addresses (/go).',
    'FusionAuth is to send the victim’s code to that address, from where it goes on to the Hacker.',
  ],
  'duplicate-parameters': [
    'The Store has an address that leads on to other addresses (/go), and the Hacker writes two of them into one link.',
    'The Store is to look at the first, and to follow the last.',
  ],
  'pkce-downgrade': [
    'The Hacker sits on the line between browser and Store: reads the address that brings the code, and cuts the line.',
    'The Hacker will redeem the code without any verifier.',
  ],
  'code-replay': [
    'The victim’s login is over, and its addresses stand in a log or a history, with the code in them.',
    'The Hacker tries that code once more.',
  ],
  'redirect-307': [
    'The victim is about to log in at FusionAuth; the Store is in wrong hands, or writes down all it gets.',
    'The status of FusionAuth’s redirect decides whether the browser posts the password on to the Store.',
  ],
  'refresh-theft-reusable': [
    'The Hacker wants a copy of the refresh token, to use it as well as the victim does.',
  ],
  'refresh-theft-thief-first': [
    'The Hacker wants a copy of the refresh token, to use it before the victim does.',
  ],
  'refresh-theft-victim-first': [
    'The Hacker wants a copy of the refresh token, and waits with it until the victim has come back.',
  ],
  'refresh-theft-victim-gone': [
    'The victim has closed the page for good, and the Hacker wants a copy of the refresh token.',
    'Nobody else will use that token from now on.',
  ],
  'two-tab-race': [
    'Nobody attacks here: an honest user has the Store open in two tabs.',
    'Both ask for the cart at the same moment, when what opened the Store is over.',
  ],
  'wrong-client': [
    'The Hacker runs another application at the same FusionAuth, and wants to use the Store’s refresh token there.',
  ],
  'scope-widening': [
    'The Hacker wants a copy of the refresh token, to ask for more with it than the victim has granted.',
  ],
  revival: [
    'The Hacker wants a copy of the refresh token, and the victim will change the password.',
    'The question is whether the token outlives that.',
  ],
  'refresh-cookie-csrf': [
    'The victim has used the Store before, and will open a page of the Hacker’s later.',
    'A picture in that page makes the browser ask the Store for the cart.',
  ],
  'sso-cookie-theft': [
    'The Hacker wants a copy of the cookie of FusionAuth’s own session.',
    'It is for no single application: it logs in at each of them.',
  ],
  'half-logout': [
    'The computer is shared: the victim will log out, and somebody else will sit down at it.',
  ],
  'forged-logout-token': [
    'The Hacker makes up a logout token that names the victim, and wants the Store to believe it.',
  ],
  'stolen-session-id': [
    'The Hacker wants a copy of the victim’s session id, and to be let in with it.',
  ],
  'stolen-jwt': ['The Hacker wants a copy of the victim’s JWT, and to be let in with it.'],
  'stolen-refresh-token': [
    'The Hacker wants a copy of the victim’s refresh token, and to be let in with it.',
  ],

  // ── What the Hacker does by himself ───────────────────────────────────────
  'tries-token': [
    'The Hacker shows the refresh token to FusionAuth, and no application has a part in it.',
  ],
  'tries-id': ['The Hacker shows the Store the session id that was planted in the browser.'],
  'reads-code': [
    'The Hacker reads the code in the address.',
    'An address gets into logs and histories, and whoever reads it there has the code, too.',
  ],
  'keeps-code': [
    'The Hacker keeps the address that would have finished a login of their own.',
    'The victim’s browser is to open it instead.',
  ],
  'swaps-code': [
    'The Hacker has begun a login, and puts the victim’s code into the address that finishes it.',
  ],
  'shows-cookie': ['The Hacker shows Forums the cookies that the script has sent.'],
  'shows-token': ['The Hacker shows Forums the JWT that the script has sent.'],
  'finds-nothing': ['The Hacker has got nothing that could be shown to Forums.'],
  listens: ['The Hacker has heard the request, and reads the cookies in it.'],
  'listens/empty-handed': ['The Hacker has heard no cookie on the line.'],
  'reads-log': ['The log holds cookies with their values, and among them what opens the Store.'],
  'reads-log/empty-handed': ['The Hacker finds nothing in the log that opens the Store.'],
  'reads-har': ['The Hacker reads the cookies in the file, as the browser has sent them.'],
  'sits-down': ['Somebody else goes on with the browser that the victim has left.'],
  upgrades: [
    'The browser knows that this host wants nothing but https (HSTS), and changes the address before it sends anything.',
  ],
  'blocked-by-csp': [
    'The page came with a Content-Security-Policy, and the browser does not do what that forbids.',
  ],

  // ── The Hacker's pages ────────────────────────────────────────────────────
  'lure-request': ['The victim opens a page of the Hacker’s.'],
  'lure-request/to-Hacker/redirected': [
    'The browser follows the redirect, which leads to a page of the Hacker’s.',
  ],
  'lure-request/to-Hacker/same-site': [
    'The victim opens a page of the Hacker’s, on a host below the applications’ own domain.',
    'For the browser it belongs to the same site as they do.',
  ],
  'lure-response/of-Hacker/sends-form': [
    'The page holds a form for the Store, and a script that sends it as soon as the page is open.',
    'The browser sends the form, whoever wrote it; nobody has to press anything.',
  ],
  'lure-response/of-Hacker/leads-on': [
    'The page leads on at once, to an address of the Hacker’s choice.',
  ],
  'lure-response/of-Hacker/plants-cookie': [
    'The page sets a cookie for the whole domain that the applications’ hosts are below.',
    'Its value is one that the Hacker knows.',
  ],
  'lure-response/of-Hacker/picture': [
    'The page holds a picture whose address is the cart of the Store.',
    'A browser loads pictures by itself, from any site.',
  ],
  'lure-response/of-Hacker/script': [
    'The script of this page sends home what stands in the page’s address behind the #.',
  ],
  'collect-request': [
    'The Hacker’s script has the browser load a picture from the Hacker’s site, and puts into its address what it found.',
    'Pictures may be loaded from any site: the same-origin policy does not forbid it.',
  ],
  'collect-request/to-Hacker/empty-handed': [
    'The Hacker’s script has the browser load a picture from the Hacker’s site, and had nothing to put into its address.',
  ],
  'collect-response': ['There is no picture, and none is needed: the request alone told it all.'],
  'callback-request/to-Hacker': [
    'FusionAuth has sent the browser to the address in the link, which is on a host of the Hacker’s.',
    'What FusionAuth has put into the address gets there, too.',
  ],
  'callback-response/of-Hacker': [
    'The Hacker’s host answers with nothing: it has what stood in the address.',
  ],
  'go-request': [
    'The browser follows the redirect to the address of the Store that leads on.',
    'What stands behind the # is not sent.',
  ],
  'go-response/302': ['The Store sends the browser on to another address of its own.'],
  'reads-first': [
    'The address names “to” twice, and the Store’s list of own addresses looks at the first.',
  ],
  'reads-last': ['The redirect takes the last “to”, whatever the first one was.'],
  'go-response/302/elsewhere': [
    'The Store sends the browser on to the address that it was told, which is the Hacker’s.',
    'The browser takes along what stands behind the #.',
  ],
  'any-response/301': [
    'The Store sends the browser to the same address with https.',
    'What the browser has sent before that, it has sent without encryption.',
  ],

  // ── The Hacker at applications and at FusionAuth ──────────────────────────
  'login-request/Hacker': ['The Hacker begins a login.'],
  'login-request/in-attack': ['The victim begins a login.'],
  'entry-response/Hacker/own-account': ['The Hacker is logged in, with an account of their own.'],
  'entry-response/Hacker/no-password': ['The Hacker is logged in, and has never typed a password.'],
  'create-session/for-Hacker/own-account': [
    'The application makes a session for the Hacker, in the Hacker’s own name.',
  ],
  'load-response/200/Hacker/own-account': [
    'The Hacker is shown what is behind the login, with an account of their own.',
  ],
  'callback-request/Hacker/victims-code': [
    'The Hacker’s browser brings the Store a code that was made for the victim.',
  ],
  'callback-request/foreign-code': [
    'The victim’s browser brings the Store a code that was made for the Hacker.',
  ],
  'post-request/Hacker': [
    'The Hacker posts a script: whoever reads Forums gets it into their page, if Forums does not escape it.',
  ],
  'post-request/in-attack': [
    'A post goes to Forums in the victim’s name: the Hacker’s script has written it, and the victim has not.',
  ],
  'checkout-request/in-attack': [
    'The browser orders what is in the cart: the Hacker’s page has told it to, and the victim has not.',
  ],
  'token-request/Hacker/authorization_code': [
    'The Hacker redeems the code with FusionAuth, without any application.',
    'Neither a client secret nor a verifier goes along.',
  ],
  'token-request/Hacker/refresh_token': [
    'The Hacker asks FusionAuth for new tokens, and shows the refresh token for it.',
    'No client secret goes along, and no password.',
  ],
  'jwt-refresh-request/Hacker/in-body': [
    'The Hacker asks FusionAuth’s JWT API for a new JWT, and shows the refresh token for it.',
    'No client secret goes along, and no password.',
  ],
  'token-response/200/direct/Hacker': [
    'FusionAuth gives the Hacker tokens that are made out to the victim.',
  ],
  'token-response/400/direct/Hacker': [
    'FusionAuth refuses with 400, and names the error.',
    'The Hacker gets no token.',
  ],
  'token-response/401/direct/Hacker': [
    'FusionAuth wants to know which application asks, and the Hacker has no client secret.',
  ],
  'jwt-refresh-response/400/direct/Hacker': [
    'FusionAuth does not accept what was shown, and answers 400.',
    'The Hacker gets no token.',
  ],

  // ── Redirects after a login, and other ends ───────────────────────────────
  'credentials-response/303/FusionAuth': [
    'Login name and password were right.',
    'FusionAuth sends the browser on with 303: it asks with GET, and without a body.',
  ],
  'credentials-response/307/FusionAuth': [
    'Login name and password were right.',
    'FusionAuth sends the browser on with 307: it repeats the POST, with the password in it.',
  ],
  'post-oauth2-consent-request': [
    'The browser repeats the POST, and the password travels once more, to FusionAuth.',
  ],
  'post-oauth2-consent-response/307': [
    'FusionAuth sends the browser back to the application, and again with 307.',
  ],
  'post-oauth-callback-request': [
    'The browser posts the password on to the application, which was never to see it.',
  ],
  'back-channel-logout-request': [
    'The Hacker tells the Store that the victim’s login is over, with a logout token made up on the spot.',
    'Nobody has signed it (alg none).',
  ],
  'end-sessions': ['The Store ends all sessions of the user whom the logout token names.'],
  'back-channel-logout-response/200': ['The Store has believed it.'],
} as const

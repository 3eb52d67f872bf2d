/** The three published diagrams of mobile apps; the notation is that of `notation.ts`. */
export const mobile: Readonly<Record<string, readonly string[]>> = {
  'mobile/native-login-form-to-application-backend-jwts-refresh-tokens': [
    'initialize: M>M self',
    'login: M>S POST /api/login · S>F POST /api/login · F>S 200 · S>M 200',
    'load-cart: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>M 200',
    'refresh: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 !E5 · S>M 200',
    'relogin: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 400 !E4 · S>M 401 · M>M self',
    'stolen-jwt: H>S GET /api/load-shopping-cart <~ jwt !E24 · S>H 200',
    'stolen-refresh-token: H>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 · S>H 200',
  ],
  'mobile/native-login-form-to-fusionauth-jwts-refresh-tokens': [
    'initialize: M>M self',
    'login: M>F POST /api/login !E20 · F>M 200',
    'load-cart: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>M 200',
    'refresh: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 !E5 · S>M 200',
    'relogin: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 400 !E4 · S>M 401 · M>M self',
    'stolen-jwt: H>S GET /api/load-shopping-cart <~ jwt !E24 · S>H 200',
    'stolen-refresh-token: H>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 · S>H 200',
  ],
  'mobile/oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens': [
    'initialize: M>M self',
    'login: M>S POST /api/login · S>F POST /oauth2/token · F>S 200 · S>M 200',
    'load-cart: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>M 200',
    'refresh: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 !E5 · S>M 200',
    'relogin: M>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 400 !E4 · S>M 401 · M>M self',
    'stolen-jwt: H>S GET /api/load-shopping-cart <~ jwt !E24 · S>H 200',
    'stolen-refresh-token: H>S GET /api/load-shopping-cart <~ jwt rt !E24 · S>F POST /oauth2/token|/api/jwt/refresh !E1 · F>S 200 · S>H 200',
  ],
}

import type { Kickstart } from '../../server/package/types.ts'

export const clientId = 'b3a3e5f0-6c1d-4c07-9a52-7f1d6c0b2e11'
export const clientSecret = 'secret-of-the-bakery'
export const callback = 'http://localhost:8080/callback'
export const baker = { loginId: 'baker@example.com', password: 'flour and water' }

/** One application and one user. */
export const bakery: Kickstart = {
  requests: [
    {
      method: 'PATCH',
      url: '/api/tenant/#{FUSIONAUTH_TENANT_ID}',
      body: { tenant: { issuer: '#{ENV.FUSIONAUTH_APP_URL}' } },
    },
    {
      method: 'POST',
      url: `/api/application/${clientId}`,
      body: {
        application: {
          name: 'Bakery',
          oauthConfiguration: {
            clientSecret,
            authorizedRedirectURLs: [callback],
            enabledGrants: ['authorization_code', 'refresh_token'],
            generateRefreshTokens: true,
          },
        },
      },
    },
    {
      method: 'POST',
      url: '/api/user/registration',
      body: {
        registration: { applicationId: clientId },
        user: { email: baker.loginId, password: baker.password },
      },
    },
  ],
}

/** The path that an application sends a browser to. */
export const form = `/oauth2/authorize?${new URLSearchParams({
  client_id: clientId,
  redirect_uri: callback,
  response_type: 'code',
  scope: 'openid email offline_access',
  state: 'of a test',
}).toString()}`

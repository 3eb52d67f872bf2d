/**
 * What others measured of FusionAuth 1.69.0 and published, where the stand-in does otherwise because
 * FusionAuth's own documents say so or say nothing. One installation, not confirmed by anybody: listed,
 * not copied, and asked by the contract suite under the name `point`.
 */
export interface Report {
  /** The name under which the contract suite asks a server. */
  readonly point: string
  readonly request: string
  /** What was measured there. */
  readonly observed: string
  /** What the stand-in answers, and by which document. */
  readonly here: string
  readonly source: string
}

const lab =
  'github.com/juvalservicesllc-cloud/JUVAl, docs/research/FUSIONAUTH_169_IDENTITY_LAB.md, 2026-09-09'

// prettier-ignore
export const reports: readonly Report[] = [
  { point: '§12.8 no way back', source: lab,
    request: 'GET /oauth2/authorize with an unknown client or a foreign redirect_uri',
    observed: '200 with a page that shows the error',
    here: '400 with such a page (FusionAuth docs, Authorize: response codes)' },
  { point: 'metadata of an unknown tenant', source: lab,
    request: 'GET /.well-known/openid-configuration/{tenantId} with an id that no tenant has',
    observed: '500',
    here: '404 (inferred, asked: "metadata of an unknown tenant")' },
  { point: 'pages of a login that did not begin', source: lab,
    request: 'GET /oauth2/two-factor-methods, /oauth2/register, /oauth2/passwordless without a state',
    observed: '302 to /oauth2/authorize?tenantId=… for the first, the error page with 200 for the others',
    here: '404 (they are not copied)' },
  { point: 'forgotten password without a mail server', source: lab,
    request: 'POST /api/user/forgot-password, where no mail server is set up',
    observed: '403; 200 with sendForgotPasswordEmail false',
    here: '200 for both (no mail is ever sent; the id is what a caller needs)' },
]

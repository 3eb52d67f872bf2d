import type { Mutation } from '../mutation.ts'

const standIn = 'server/fusionauth/stand-in'
const keys = ['test/fusionauth/api/verification-keys.test.ts']
const userinfo = ['test/fusionauth/oauth/userinfo.test.ts']
const resources = ['test/fusionauth/oauth/resources.test.ts']
const wildcards = ['test/fusionauth/oauth/wildcards.test.ts']
const secrets = ['test/fusionauth/oauth/client-secrets.test.ts']

/** The stand-in’s rules that FusionAuth got from 1.60 to 1.69.3, or documents in tables. */
export const standInRules: readonly Mutation[] = [
  {
    id: 'fusionauth.rotated-key',
    what: 'Every published key verifies a JWT, whoever signs with it.',
    file: `${standIn}/tokens/verification.ts`,
    find: "return isTrusted ? verified : { fault: 'invalid' }",
    replace: 'return verified',
    killedBy: keys,
  },
  {
    id: 'fusionauth.list-of-a-disabled-configuration',
    what: 'The keys that an application lists count though its own settings are not enabled.',
    file: `${standIn}/tokens/verification.ts`,
    find: '...(own?.enabled === true ? own[listed] : [])',
    replace: '...(own?.[listed] ?? [])',
    killedBy: keys,
  },
  {
    id: 'fusionauth.list-of-the-other-type',
    what: 'Keys listed for access tokens verify ID tokens.',
    file: `${standIn}/tokens/verification.ts`,
    find: "idt: ['idTokenKeyId', 'idTokenVerificationKeyIds']",
    replace: "idt: ['idTokenKeyId', 'accessTokenVerificationKeyIds']",
    killedBy: keys,
  },
  {
    id: 'fusionauth.malformed-token',
    what: 'What is no JWT is said to be one of another hand.',
    file: `${standIn}/tokens/signer.ts`,
    find: "if (isMalformed(error)) return { fault: 'malformed' }",
    replace: '',
    killedBy: userinfo,
  },
  {
    id: 'fusionauth.expired-token',
    what: 'A token that has run out is said to be one of another hand.',
    file: `${standIn}/tokens/signer.ts`,
    find: 'const isOld = error instanceof errors.JWTExpired',
    replace: 'const isOld = false',
    killedBy: userinfo,
  },
  {
    id: 'fusionauth.token-request-of-no-form',
    what: 'A token request that is no form is refused for its media type.',
    file: `${standIn}/oauth2/token.ts`,
    find: 'if (!isForm(exchange)) throw missingGrantTypeOfNoForm()',
    replace: '',
    killedBy: ['test/fusionauth/token-endpoint.test.ts'],
  },
  {
    id: 'fusionauth.resource-left-out',
    what: 'A code that was asked for with a resource is redeemed without one.',
    file: `${standIn}/oauth2/resources.ts`,
    find: 'asked.length === 0 && bound.some(',
    replace: 'asked.length < 0 && bound.some(',
    killedBy: resources,
  },
  {
    id: 'fusionauth.resource-not-listed-any-more',
    what: 'A code is redeemed for a resource that the application has taken off its list.',
    file: `${standIn}/oauth2/resources.ts`,
    find: 'check(asked, list, bound)',
    replace: 'check(asked, bound)',
    killedBy: resources,
  },
  {
    id: 'fusionauth.resource-of-a-refresh',
    what: 'A refresh keeps resources that the application has taken off its list.',
    file: `${standIn}/oauth2/resources.ts`,
    find: 'granted.filter((resource) => list.includes(resource))',
    replace: 'granted',
    killedBy: resources,
  },
  {
    id: 'fusionauth.wildcard-of-nothing',
    what: 'A wildcard stands for no character too.',
    file: `${standIn}/memory/wildcards.ts`,
    find: 'part.length > before.length + after.length',
    replace: 'part.length >= before.length + after.length',
    killedBy: wildcards,
  },
  {
    id: 'fusionauth.wildcard-anywhere',
    what: 'A pattern that fits nothing is registered.',
    file: `${standIn}/memory/application.ts`,
    find: "policy === 'AllowWildcards' ? faultOfPattern(written) : exact",
    replace: "policy === 'AllowWildcards' ? undefined : exact",
    killedBy: wildcards,
  },
  {
    id: 'fusionauth.cors-default',
    what: 'CORS lets pages post from the start.',
    file: `${standIn}/memory/system-configuration.ts`,
    find: "allowedMethods: ['GET', 'OPTIONS']",
    replace: "allowedMethods: ['GET', 'POST', 'OPTIONS']",
    killedBy: ['test/fusionauth/cors.test.ts'],
  },
  {
    id: 'fusionauth.basic-as-it-stands',
    what: 'A secret in HTTP Basic has to be form-encoded.',
    file: `${standIn}/oauth2/client-authentication.ts`,
    find: 'clientSecrets: [password, decode(password)]',
    replace: 'clientSecrets: [decode(password)]',
    killedBy: secrets,
  },
  {
    id: 'fusionauth.empty-basic-password',
    what: 'An empty password of a public client is a missing secret.',
    file: `${standIn}/oauth2/client-authentication.ts`,
    find: 'clientSecrets.length > 0 && isEmpty && isConfidential(client)',
    replace: 'clientSecrets.length > 0 && isEmpty',
    killedBy: secrets,
  },
  {
    id: 'fusionauth.alphabet-of-a-verifier',
    what: 'A verifier whose hash is right is refused for its characters.',
    file: `${standIn}/oauth2/code-verifier.ts`,
    find: 'if (hardened && !/',
    replace: 'if (!/',
    killedBy: ['test/fusionauth/oauth/code-verifier.test.ts'],
  },
  {
    id: 'fusionauth.mail-of-a-registration',
    what: 'An application verifies registrations without a mail for it.',
    file: `${standIn}/memory/application.ts`,
    find: 'verifyRegistration && verificationEmailTemplateId === undefined',
    replace: "verifyRegistration && verificationEmailTemplateId === ''",
    killedBy: ['test/fusionauth/api/verify-registration.test.ts'],
  },
  {
    id: 'fusionauth.page-for-programs',
    what: 'A program that posts to where nothing is gets a page.',
    file: `${standIn}/other-pages.ts`,
    find: "!['GET', 'HEAD'].includes(method) || programs.test(path)",
    replace: 'programs.test(path)',
    killedBy: ['test/fusionauth/other-pages.test.ts'],
  },
]

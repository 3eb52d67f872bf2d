/**
 * The Content Security Policy of the pages (CSP Level 3, Trusted Types): they load nothing but what
 * was built with them, run no script that stands in a page, and set no HTML but through the named
 * policies. Styles may stand in a page, because elements are placed by their style attribute.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html login-lab',
] as const

/** The policy as a `<meta>` can carry it, where no server sets headers. */
export const pagePolicy: string = directives.join('; ')

/**
 * The policy as a header, which can also say who may show the page in a frame.
 *
 * @param ancestors origins as CSP writes them, `'self'` or `'none'`
 */
export const pagePolicyFor = (ancestors: string): string =>
  `${pagePolicy}; frame-ancestors ${ancestors}`

/** The directives of the pages, around the one that says what they may fetch. */
const before = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
] as const
const after = [
  "worker-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html login-lab-worker',
] as const

/** What a page may fetch. */
const connects = (lessonOrigins: readonly string[]): string =>
  ["connect-src 'self'", ...lessonOrigins].join(' ')

/**
 * The Content Security Policy of the pages (CSP Level 3, Trusted Types), as a `<meta>` can carry it where
 * no server sets headers: they load nothing but what was built with them, run no script that stands in a
 * page, and set no HTML but through the named policies. Styles may stand in a page, because elements are
 * placed by their style attribute.
 *
 * @param lessonOrigins origins besides their own from which they may fetch own lessons, and only text
 */
export const pagePolicy = (lessonOrigins: readonly string[] = []): string =>
  [...before, connects(lessonOrigins), ...after].join('; ')

/**
 * The policy as a header, which can also say who may show the page in a frame.
 *
 * @param ancestors origins as CSP writes them, `'self'` or `'none'`
 */
export const pagePolicyFor = (ancestors: string, lessonOrigins: readonly string[] = []): string =>
  `${pagePolicy(lessonOrigins)}; frame-ancestors ${ancestors}`

/**
 * A built page with other origins from which it may fetch own lessons: both policies hold, that of its
 * `<meta>` and that of the header, so that both have to name them.
 */
export const withLessonOrigins = (page: string, lessonOrigins: readonly string[]): string =>
  page.replace(
    /connect-src (?:&#39;|')self(?:&#39;|')[^;"]*/,
    connects(lessonOrigins).replaceAll("'", '&#39;'),
  )

/** An origin as CSP takes it: `https://docs.example.com`, `https://*.example.com`. */
const origin = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i

/** Whether a text is an origin as CSP takes it. */
export const isPolicyOrigin = (text: string): boolean => origin.test(text)

/** Words of a setting, with spaces or commas between them. */
export const wordsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\s,]+/).filter((word) => word !== '')

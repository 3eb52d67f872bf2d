import { markup, type Markup, nothing } from '../markup.ts'
import { pageStyle } from './page-style.ts'
import type { OAuthRefusal } from './refusal.ts'

/** The frame of every hosted page: one card, no script, nothing loaded from elsewhere. */
export const page = (title: string, content: Markup, head: Markup = nothing): Markup =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | FusionAuth</title>
${head}${pageStyle}
</head>
<body>
<main>
<p class="brand">FusionAuth</p>
${content}
</main>
</body>
</html>
`

/** A refusal that must not redirect: the JSON of the error in a page, as FusionAuth shows it. */
export const errorPage = (refusal: OAuthRefusal): Markup =>
  page(
    'Error',
    markup`<h1>Oops</h1>
<p role="alert">The request cannot be answered. Go back to the application and start again.</p>
<pre>${JSON.stringify(refusal.body, null, 2)}</pre>`,
  )

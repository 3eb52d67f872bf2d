import type { StandInContext } from '../instance.ts'
import { markup } from '../markup.ts'
import { replyPage } from '../reply.ts'
import { page } from './page.ts'

/** The one script of the hosted pages, and its SHA-256 for the Content-Security-Policy. */
const script = markup`document.forms[0].submit()`
const scriptHash = "'sha256-ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE='"

/**
 * A page that posts the answer to the application by itself, or by its button where no script runs
 * (OAuth 2.0 Form Post Response Mode §2).
 */
export const replyFormPost = (
  exchange: StandInContext,
  action: string,
  values: readonly (readonly [name: string, value: string])[],
): Response => {
  const fields = values.map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  const content = markup`<h1>One moment</h1>
<p>You are on your way back to the application.</p>
<form action="${action}" method="POST">
${fields}
<button>Continue</button>
</form>
<script>${script}</script>`
  return replyPage(exchange, page('Continue', content), 200, { scripts: [scriptHash] })
}

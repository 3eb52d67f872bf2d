/** The little of Trusted Types (W3C) that is used here; TypeScript's DOM does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: Readonly<Record<string, (text: string) => string | null>>,
  ): {
    createHTML(text: string): string
    createScriptURL(url: string): string
  }
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }

/** Only this module's exports use it, each for one kind of value that is safe by its making. */
const ours = trustedTypes?.createPolicy('login-lab', {
  createHTML: (text) => text,
  createScriptURL: (url) => url,
})

/**
 * What code that knows nothing of Trusted Types may set as HTML: text without any markup. Mermaid
 * sets its style sheet so. Everything else is refused by the browser with an error.
 */
trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
})

/** The picture that Mermaid drew in strict mode, in which every label has been escaped. */
export const trustPicture = (svg: string): string => ours?.createHTML(svg) ?? svg

/** The address of a Worker that was built with this page. */
export const trustWorker = (url: string): string => ours?.createScriptURL(url) ?? url

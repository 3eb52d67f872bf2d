/** The little of Trusted Types (W3C) that is used here; TypeScript's DOM does not know it yet. */
export interface TrustedTypes {
  createPolicy(
    name: string,
    rules: Readonly<Record<string, (text: string) => string>>,
  ): {
    createScriptURL(url: string): string
  }
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }

/** Only this module's export uses it, for a value that is safe by its making. */
const ours = trustedTypes?.createPolicy('login-lab-worker', {
  createScriptURL: (url) => url,
})

/** The address of a Worker that was built with this page. */
export const trustWorker = (url: string): string => ours?.createScriptURL(url) ?? url

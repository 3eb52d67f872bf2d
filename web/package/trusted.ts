/**
 * Takes the place of `ui/trusted.ts` in the package: our policy is made when it is first needed and not when it
 * is imported, and the `default` one is the page's own business.
 */
import type { TrustedTypes } from '../ui/trusted.ts'

const policy = (): (() => ReturnType<TrustedTypes['createPolicy']> | undefined) => {
  let made: ReturnType<TrustedTypes['createPolicy']> | undefined
  return () =>
    (made ??= (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
      'login-lab',
      {
        createHTML: (text) => text,
        createScriptURL: (url) => url,
      },
    ))
}

const ours = policy()

/** The picture that Mermaid drew in strict mode, in which every label has been escaped. */
export const trustPicture = (svg: string): string => ours()?.createHTML(svg) ?? svg

/** The address of a Worker that was built with this package. */
export const trustWorker = (url: string): string => ours()?.createScriptURL(url) ?? url

/**
 * Takes the place of `ui/trusted.ts` in the package: our policy is made when it is first needed and not when it
 * is imported.
 */
import type { TrustedTypes } from '../ui/trusted.ts'

const policy = (): (() => ReturnType<TrustedTypes['createPolicy']> | undefined) => {
  let made: ReturnType<TrustedTypes['createPolicy']> | undefined
  return () =>
    (made ??= (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
      'login-lab-worker',
      {
        createScriptURL: (url) => url,
      },
    ))
}

const ours = policy()

/** The address of a Worker that was built with this package. */
export const trustWorker = (url: string): string => ours()?.createScriptURL(url) ?? url

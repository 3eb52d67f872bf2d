import { css } from 'lit'

/** A mark between messages, by what it tells of: an expiry, a single sign-on, a theft. */
export const markStyles = css`
  .mark {
    background: var(--sunken);
    color: var(--ink-2);
  }
  .expiry {
    background: var(--expiry-wash);
    color: var(--expiry);
  }
  .sso {
    background: var(--sso-wash);
    color: var(--sso);
  }
  .attack {
    background: var(--attack-wash);
    color: var(--attack);
  }
`

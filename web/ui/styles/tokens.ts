import { css } from 'lit'

/**
 * The look's constants: colours for a light and a dark page, type, space. They are set on the
 * coordinator and inherited by every element below it; a host page may set any of them.
 */
export const tokens = css`
  :host {
    --ground: light-dark(#f3f4f7, #0e1219);
    --surface: light-dark(#ffffff, #151a23);
    --raised: light-dark(#ffffff, #1d2430);
    --sunken: light-dark(#eceef3, #0a0d13);
    --ink: light-dark(#171b24, #e8ecf3);
    --ink-2: light-dark(#434b5b, #b6bfce);
    --ink-3: light-dark(#5d6677, #8f99ab);
    --line: light-dark(#e0e4eb, #262e3b);
    --line-2: light-dark(#b9c1cf, #465163);
    --now: light-dark(#2b50c8, #92aaff);
    --now-wash: light-dark(#e9eefc, #1d2745);
    --on-now: light-dark(#ffffff, #0e1219);
    --expiry: light-dark(#8a5300, #f2bd5c);
    --expiry-wash: light-dark(#fdf1d8, #33270f);
    --sso: light-dark(#0b6a63, #5fd0c4);
    --sso-wash: light-dark(#dcf3f0, #10302d);
    --attack: light-dark(#a83c0a, #ff9d6b);
    --attack-wash: light-dark(#fdeae0, #391d10);
    --refuse: light-dark(#ad1f2d, #ff8f96);
    --refuse-wash: light-dark(#fdebec, #3a171b);

    --lane-browser: light-dark(#55708f, #8ea9c9);
    --lane-mobile: light-dark(#55708f, #8ea9c9);
    --lane-store: light-dark(#4b7a5a, #86b996);
    --lane-forums: light-dark(#86598a, #c296c6);
    --lane-fusionauth: light-dark(#6b6499, #a9a1dd);
    --lane-hacker: light-dark(#b04a1c, #f09468);

    --hue-session-id: 250;
    --hue-refresh-token: 302;
    --hue-jwt: 350;
    --hue-code: 135;
    --hue-sso-session: 205;
    --hue-state: 95;
    --hue-verifier: 165;
    --hue-password: 30;
    --hue-client-secret: 62;

    --sans:
      Seravek, 'Segoe UI', 'Noto Sans', Ubuntu, 'Source Sans 3', system-ui, 'DejaVu Sans',
      sans-serif;
    --mono:
      ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas,
      'DejaVu Sans Mono', monospace;
    --text-xs: 0.75rem;
    --text-s: 0.8125rem;
    --text-m: 0.9375rem;
    --text-l: 1.3125rem;
    --radius: 6px;
    --focus: 0 0 0 2px var(--surface), 0 0 0 4px var(--now);
  }
`

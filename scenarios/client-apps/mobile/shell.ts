/** The frame of the app's views: what a web page would get from its server. */
export const shell = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title><style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff }
main { max-width: 24rem; margin: 0 auto; padding: 1.5rem 1.25rem }
h1 { font-size: 1.4rem } label { display: block; margin: .75rem 0 }
input { display: block; width: 100%; box-sizing: border-box; padding: .6rem; font: inherit }
button, .button { display: inline-block; padding: .6rem 1.2rem; border: 0; border-radius: .6rem; font: inherit; color: #fff; background: #245ea8 }
.item { display: flex; justify-content: space-between; padding: .4rem 0 } .cart { padding: 0 } .problem { color: #a3142f }
</style></head><body><main></main></body></html>`

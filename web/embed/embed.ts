import { attributes } from './host.ts'
import { LoginLabEmbed } from './login-lab-embed.ts'
import { base, script } from './own.ts'
import { problems, warn } from './problems.ts'

if (customElements.get('login-lab-embed') === undefined)
  customElements.define('login-lab-embed', LoginLabEmbed)

// <script async src="…/embed.js" data-workflow="…"> puts the player where it stands.
for (const one of document.querySelectorAll<HTMLScriptElement>('script[data-workflow]')) {
  if (one !== script && !one.src.startsWith(`${base.href}embed.js`)) continue
  const read = (name: string): string | null => one.getAttribute(`data-${name}`)
  if (document.head.contains(one)) {
    if (one === script || script === null) warn(problems.inHead(read('workflow') ?? ''))
    continue
  }
  const element = document.createElement('login-lab-embed')
  for (const name of attributes) {
    const value = read(name)
    if (value !== null) element.setAttribute(name, value)
  }
  element.setAttribute('lab', base.href)
  one.replaceWith(element)
}

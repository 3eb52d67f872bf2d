const isCustomElement = (tag) => tag === 'login-lab-embed'

export default {
  title: 'Docs',
  head: [['script', { async: '', src: 'https://lab.example.com/embed.js' }]],
  vue: { template: { compilerOptions: { isCustomElement } } },
}

export default {
  head: [['script', { async: '', src: 'https://lab.example.com/embed.js' }]],
  vue: {
    template: {
      compilerOptions: { isCustomElement: (tag) => tag === 'login-lab-embed' },
    },
  },
}

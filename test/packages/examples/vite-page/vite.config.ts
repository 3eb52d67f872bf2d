import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  build: { target: 'es2023', chunkSizeWarningLimit: 1500 },
  // While developing: its Worker is found beside its scripts, where they are.
  optimizeDeps: { exclude: ['login-lab'] },
})

import { beforeEach } from 'vitest'

/**
 * Test files are played in pages of one browser at the same time, and pages of one origin share what
 * they remember: what one chose (a language, say) another would open with. So each has its own.
 */
const createStorage = (): Storage => {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (name) => items.get(name) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (name) => {
      items.delete(name)
    },
    setItem: (name, value) => {
      items.set(name, value)
    },
  }
}

for (const name of ['localStorage', 'sessionStorage'] as const)
  Object.defineProperty(window, name, { configurable: true, value: createStorage() })

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

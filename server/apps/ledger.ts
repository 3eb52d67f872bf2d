import type { Json } from '../../scenarios/vocabulary.ts'
import { cartOf, type Post, posts } from './pages/contents.ts'
import type { ApplicationPorts, ApplicationSettings, User } from './settings.ts'

/** What users left at an application: orders at the Store, posts at Forums. */
export interface Ledger {
  /** Orders all that is in the user's cart; gives the sentence that confirms it. */
  order(user: User): string
  /** Puts up what a user wrote, as they wrote it. */
  post(user: User, text: string): void
  /** All posts, the latest first. */
  posts(): readonly Post[]
}

export const createLedger = (
  { name }: ApplicationSettings,
  { journal }: ApplicationPorts,
): Ledger => {
  const orders: Json[] = []
  const written: Post[] = []
  return {
    order: (user) => {
      const order = { user: user.id, items: cartOf(user.id).map(({ what }) => what) }
      orders.push(order)
      const number = `${1000 + orders.length}`
      journal.changed(`${name}.orders`, 'set', number, null, order)
      return `Your order ${number} is on its way.`
    },
    post: (user, text) => {
      const by = user.name ?? 'a member'
      const post: Post = { title: `From ${by}`, by: `${by}, just now`, text }
      written.push(post)
      journal.changed(`${name}.posts`, 'set', `${written.length}`, null, { ...post })
    },
    posts: () => [...written.toReversed(), ...posts],
  }
}

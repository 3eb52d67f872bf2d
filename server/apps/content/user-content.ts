import type { Json } from '../../../scenarios/model/wire.ts'
import { cartOf, type Post, samplePosts } from './sample-data.ts'
import type { ApplicationPorts, ApplicationSettings, User } from '../settings.ts'

/** What users create at an application: orders at the Store, posts at Forums. */
export interface UserContent {
  /** Orders what is in the user's cart; returns the sentence that confirms it. */
  placeOrder(user: User): string
  /** Publishes a post, its text unchanged. */
  addPost(user: User, text: string): void
  /** All posts, the latest first. */
  posts(): readonly Post[]
}

export const createUserContent = (
  { name }: ApplicationSettings,
  { journal }: ApplicationPorts,
): UserContent => {
  const orders: Json[] = []
  const added: Post[] = []
  return {
    placeOrder: (user) => {
      const order = { user: user.id, items: cartOf(user.id).map(({ what }) => what) }
      orders.push(order)
      const number = `${1000 + orders.length}`
      journal.changed(`${name}.orders`, 'set', number, null, order)
      return `Your order ${number} is on its way.`
    },
    addPost: (user, text) => {
      const by = user.name ?? 'a member'
      const post: Post = { title: `From ${by}`, by: `${by}, just now`, text }
      added.push(post)
      journal.changed(`${name}.posts`, 'set', `${added.length}`, null, { ...post })
    },
    posts: () => [...added.toReversed(), ...samplePosts],
  }
}

import { describe, expect, test } from 'vitest'
import {
  type PageElement,
  type PageNode,
  readDocument,
} from '../../scenarios/projections/document.ts'

const elements = (nodes: readonly PageNode[]): readonly PageElement[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]))

const first = (html: string): PageElement | undefined =>
  elements(readDocument('https://store.example.com/a/b', html).body)[0]

describe('an element of a page that is taken apart', () => {
  test.each([
    ['c', 'https://store.example.com/a/c'],
    ['http://x.example/', 'http://x.example/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//', null],
  ])('a link to %s leads to %s', (href, expected) => {
    const press = first(`<a href="${href}">On</a>`)?.press ?? null
    expect(press === null || press.kind !== 'link' ? null : press.href).toBe(expected)
  })

  test.each(['url(https://evil.example/x)', 'image-set("https://evil.example/x" 1x)', 'u\\rl(x)'])(
    'a style with %s fetches nothing',
    (value) => {
      const style = first(`<p style='background: ${value}'>x</p>`)?.attributes[0]
      expect(style?.[0]).toBe('style')
      expect(style?.[1]).toContain('nothing(')
    },
  )
})

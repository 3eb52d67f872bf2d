import { afterEach, expect, test } from 'vitest'
import { type Press, readDocument } from '../../scenarios/projections/document.ts'
import { pageFrameIn } from '../../web/features/screen/build.ts'

const form =
  '<form><input name="name" value="Ada"><input type="checkbox" name="stay" value="yes"><button type="submit">Go</button></form>'

/** A form in a frame, and what its button has asked for since. */
const staged = () => {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const inside = frame.contentDocument
  const asked: [Press, Readonly<Record<string, string>>][] = []
  pageFrameIn(frame)?.show(
    readDocument('https://store.example.com/', form),
    (press, typed) => asked.push([press, Object.fromEntries(typed)]),
    () => undefined,
  )
  return { inside, button: inside?.querySelector('button'), asked }
}

afterEach(() => {
  document.body.innerHTML = ''
})

test('a button of a shown page does nothing by itself', () => {
  expect(staged().button?.type).toBe('button')
})

test('a press tells what stands in the form, and of boxes only those that are ticked', () => {
  const { inside, button, asked } = staged()
  button?.click()
  inside?.querySelector<HTMLInputElement>('[type=checkbox]')?.click()
  button?.click()
  expect(asked).toEqual([
    [{ kind: 'submit', form: 0 }, { name: 'Ada' }],
    [
      { kind: 'submit', form: 0 },
      { name: 'Ada', stay: 'yes' },
    ],
  ])
})

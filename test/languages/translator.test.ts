import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTranslator } from '../../scenarios/languages/translator.ts'

describe('a sentence without placeholders', () => {
  const say = createTranslator({ 'Log in': 'Iniciar sesión' })

  test('is translated as a whole', () => expect(say('Log in')).toBe('Iniciar sesión'))

  test.each(['log in', 'Log in.', ' Log in', ''])(
    'and nothing that differs from it: "%s"',
    (text) => expect(say(text)).toBe(text),
  )
})

describe('placeholders', () => {
  test('take what stands there, in whatever order', () => {
    const say = createTranslator({ '{who} sends {what}.': '{what}: enviado por {who}.' })
    expect(say('Store sends a form.')).toBe('a form: enviado por Store.')
  })

  test('are never empty', () => {
    const say = createTranslator({ 'Open {app} first.': 'Abre primero {app}.' })
    expect(say('Open  first.')).toBe('Open  first.')
    expect(say('Open first.')).toBe('Open first.')
  })

  test('are as short as they can be, and found where a longer one would be needed', () => {
    const say = createTranslator({ '{a} and {b} end': '{a}|{b}' })
    expect(say('x and y and z end')).toBe('x|y and z')
    expect(say(' and  and z end')).toBe(' and |z')
  })

  test('of one name stand for one value', () => {
    const say = createTranslator({ '{d} under {d}': '{d}' })
    expect(say('com under com')).toBe('com')
    expect(say('com under org')).toBe('com under org')
  })

  test('with a tilde are translated themselves', () => {
    const say = createTranslator({ 'No answer: {why}': 'Sin respuesta: {why~}', stopped: 'parado' })
    expect(say('No answer: stopped')).toBe('Sin respuesta: parado')
    expect(say('No answer: gone')).toBe('Sin respuesta: gone')
    expect(say('No answer: No answer: stopped')).toBe('Sin respuesta: Sin respuesta: parado')
  })

  test('without a tilde are left alone, even if they are words of ours', () => {
    const say = createTranslator({ 'Open {app} first.': 'Abre {app}.', Store: 'Tienda' })
    expect(say('Open Store first.')).toBe('Abre Store.')
  })

  test('are filled in once: a value that looks like one stays as it is', () => {
    const say = createTranslator({ '{a} of {b}': '{b} {a}' })
    expect(say('{b} of $& $1')).toBe('$& $1 {b}')
  })

  test('that the translation names and the sentence does not, stay visible', () => {
    expect(createTranslator({ 'It is {a}': '{a} {x}' })('It is so')).toBe('so {x}')
  })
})

describe('where several fit', () => {
  test('a sentence without placeholders comes first', () => {
    const say = createTranslator({ 'Open {app}': 'Abrir {app}', 'Open Store': 'A la tienda' })
    expect(say('Open Store')).toBe('A la tienda')
  })

  test('the one with the most words of its own is meant, in whatever order they stand', () => {
    const entries = [
      ['{a} was {b}.', 'corto'],
      ['{a} was expected, {b}.', 'largo'],
    ] as const
    for (const order of [entries, entries.toReversed()])
      expect(createTranslator(Object.fromEntries(order))('It was expected, so.')).toBe('largo')
  })
})

describe('a sentence within a sentence', () => {
  test('is the value of the one that begins with its own words', () => {
    const say = createTranslator({
      'No trace: {why}': 'Sin traza: {why~}',
      '{place} lies beyond the last message of all.': '{place} está más allá.',
    })
    expect(say('No trace: x lies beyond the last message of all.')).toBe(
      'Sin traza: x está más allá.',
    )
  })
})

describe('sentences one after the other', () => {
  const say = createTranslator({
    'Stored for {domain} alone.': 'Guardada para {domain}.',
    'It will live.': 'Vivirá.',
  })

  test('are translated each', () =>
    expect(say('Stored for a.b alone. It will live.')).toBe('Guardada para a.b. Vivirá.'))

  test('even where the first would take the others for a value', () => {
    const open = createTranslator({
      'Begun by {who}.': 'Iniciada por {who}.',
      'It is {age} old.': 'Tiene {age}.',
    })
    expect(open('Begun by evil. It is 3 s old. It is 4 s old.')).toBe(
      'Iniciada por evil. Tiene 3 s. Tiene 4 s.',
    )
  })

  test('or as one where one sentence of ours is several', () => {
    const ask = createTranslator({
      'No {name}. Take {near}.': 'Sin {name}: {near}.',
      'Take {near}.': 'x',
    })
    expect(ask('No a. Take b.')).toBe('Sin a: b.')
  })

  test('or not at all', () =>
    expect(say('Stored for a.b alone. Who knows.')).toBe('Stored for a.b alone. Who knows.'))
})

describe('anything', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[.*+?^${}()|[\]\\ a-z]{1,40}$/),
    fc.constantFrom('constructor', '__proto__', 'toString', '$&', '\\1', '{0}', '(.+?)'),
  )

  test('is left as it is where nothing fits, whatever its characters', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        expect(createTranslator({ 'No such {thing} here!?': 'x' })(text)).toBe(text)
      }),
    ))

  test('is found again in the translation', () =>
    fc.assert(
      fc.property(hostile, hostile, (before, value) => {
        const literal = before.replaceAll(/[{}]/g, '')
        const say = createTranslator({ [`«${literal}» {x}!`]: '({x})' })
        fc.pre(value !== '')
        expect(say(`«${literal}» ${value}!`)).toBe(`(${value})`)
      }),
    ))

  test('takes one pass for each pattern, however often its parts occur', () => {
    const say = createTranslator({
      '{a}a{b}a{c}a{d}a{e}a{f}!': 'x',
      '{a} and {b}, {c}.': '{a~}{b~}{c~}',
    })
    const texts = ['a'.repeat(4_000), `${' and '.repeat(790)}.`, 'X. '.repeat(1_300)]
    for (const text of texts) expect(say(text)).toBe(text)
  })

  test('that is longer than any sentence of ours is left alone', () => {
    const text = `Open ${'x'.repeat(5_000)} first.`
    expect(createTranslator({ 'Open {app} first.': '{app}' })(text)).toBe(text)
  })
})

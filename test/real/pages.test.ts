import { describe, expect, test } from 'vitest'
import { readPage } from '../../scenarios/engine/html.ts'
import { fillIn, loginForm, selfSubmittingForm, untouched } from '../../scenarios/engine/page.ts'

const url = 'https://login.example.com/oauth2/authorize?client_id=1'

const read = (html: string, at = url) => readPage(at, 200, html, false)

const filled = (html: string): string => {
  const form = loginForm(read(html))
  if (form === undefined) throw new Error('no login form')
  return fillIn(form, 'ada', 'tea & milk', true).toString()
}

describe('a form is sent as a browser sends it', () => {
  test('hidden values, a ticked box, the chosen option and the text area go along, in order', () => {
    const html = `<form method=post>
      <input type=hidden name=state value="a&amp;b">
      <input name=loginId><input type=password name=password>
      <select name=locale><option value=en>English<option selected>Deutsch</select>
      <textarea name=note>
 kept</textarea>
      <input type=checkbox name=rememberDevice value=true>
      <input type=checkbox name=news value=yes>
      <input type=radio name=r value=1><input type=radio name=r value=2 checked>
      <button name=go value=in>Log in</button><button name=go value=other>Other</button>
    </form>`
    expect(filled(html)).toBe(
      'state=a%26b&loginId=ada&password=tea+%26+milk&locale=Deutsch&note=+kept&rememberDevice=true&r=2&go=in',
    )
  })

  test('the first option is the chosen one when none is marked', () => {
    const form = '<form method=post><input type=password name=p><select name=s><option>a<option>b'
    expect(filled(form)).toBe('p=tea+%26+milk&s=a')
  })

  test('what is disabled stays behind, and so does a whole disabled fieldset', () => {
    const html = `<form method=post><input type=password name=p><input name=x value=1 disabled>
      <fieldset disabled><input name=y value=2></fieldset><input type=hidden name=z value=3></form>`
    expect(filled(html)).toBe('p=tea+%26+milk&z=3')
  })

  test('a control outside belongs to the form that it names', () => {
    const html = `<form id=f method=post><input name=email><input type=password name=p></form>
      <input type=hidden name=far value=1 form=f><input type=hidden name=lost value=2>`
    expect(filled(html)).toBe('email=ada&p=tea+%26+milk&far=1')
  })

  test('the login name goes into the control that is made for it, whatever else asks for text', () => {
    const html = `<form method=post><input name=company value=acme><input name=user autocomplete="username">
      <input type=password name=p></form>`
    expect(filled(html)).toBe('company=acme&user=ada&p=tea+%26+milk')
  })

  test('a form inside a form is none: its controls belong to the outer one', () => {
    const html = '<form method=post action=/a><form action=/b><input type=password name=p></form>'
    expect(read(html).forms).toHaveLength(1)
    expect(loginForm(read(html))?.action).toBe('https://login.example.com/a')
  })

  test.each([
    ['', url],
    ['action=""', url],
    ['action="/there"', 'https://login.example.com/there'],
    ['action="there?x=1&amp;y=2"', 'https://login.example.com/oauth2/there?x=1&y=2'],
    ['action="https://other.example/"', 'https://other.example/'],
  ])('<form %s> is sent to %s', (attribute, action) => {
    expect(read(`<form ${attribute}></form>`).forms[0]?.action).toBe(action)
  })

  test('a base address moves forms and links, but not a form that names no address', () => {
    const page = read('<base href="/theme/"><a href=x>x</a><form action=y></form><form></form>')
    expect(page.links[0]?.href).toBe('https://login.example.com/theme/x')
    expect(page.forms.map(({ action }) => action)).toEqual([
      'https://login.example.com/theme/y',
      url,
    ])
  })

  test('what only browsers without scripts show is not there', () => {
    const html = '<noscript><meta http-equiv=refresh content="0;url=/no"><form></form></noscript>'
    expect(read(html)).toMatchObject({ forms: [], refresh: null })
  })
})

describe('pages that go on by themselves', () => {
  test.each([
    ['0;url=/next', 'https://login.example.com/next', 0],
    ["2; URL='https://a.example/b'", 'https://a.example/b', 2],
    ['5, next', 'https://login.example.com/oauth2/next', 5],
  ])('a refresh "%s" leads to %s', (content, to, seconds) => {
    expect(read(`<meta http-equiv="Refresh" content="${content}">`).refresh).toEqual({
      url: to,
      seconds,
    })
  })

  test.each(['10', 'soon', ''])('a refresh "%s" leads nowhere', (content) => {
    expect(read(`<meta http-equiv=refresh content="${content}">`).refresh).toBeNull()
  })

  const code = '<input type=hidden name=code value=c><input type=hidden name=state value=s>'

  test.each([
    ['by its body', `<body onload="document.forms[0].submit()"><form method=post>${code}</form>`],
    ['by a script', `<form id=f method=post>${code}</form><script>f.submit()</script>`],
    [
      'and a button for those without scripts',
      `<form method=post>${code}<noscript><button>Continue</button></noscript></form>`,
    ],
    [
      'and a button that the script makes needless',
      `<form method=post>${code}<button>Continue</button></form><script>document.forms[0].submit();</script>`,
    ],
  ])('a form of hidden values that is sent off %s', (_, html) => {
    const form = selfSubmittingForm(read(html))
    expect(form && untouched(form).toString()).toBe('code=c&state=s')
  })

  test.each([
    ['a question with a button', `<form method=post>${code}<button>Allow</button></form>`],
    ['two forms', `<form>${code}</form><form>${code}</form><script>x.submit()</script>`],
    ['a login form', `<form>${code}<input type=password name=p></form><script>f.submit()</script>`],
    ['an empty form', '<form></form><script>f.submit()</script>'],
  ])('%s is not sent off', (_, html) => {
    expect(selfSubmittingForm(read(html))).toBeUndefined()
  })
})

describe('what is no login form', () => {
  test.each([
    [
      'a page with two passwords',
      '<form method=post><input type=password name=a><input type=password name=b>',
    ],
    ['a search', '<form><input name=loginId></form>'],
    ['no form at all', '<p>Hello</p>'],
  ])('%s', (_, html) => {
    expect(loginForm(read(html))).toBeUndefined()
  })
})

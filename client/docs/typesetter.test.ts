// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest'
import type { Typesetter } from './typesetter'

let typeset: Typesetter
beforeAll(async () => {
  // The typesetter looks at it when it is loaded, and the test's document has none.
  Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' })
  typeset = (await import('./typesetter')).typeset
})

function drawn(latex: string) {
  const place = document.createElement('span')
  const fault = typeset(latex, place, true)
  return { place, fault }
}

describe('a formula', () => {
  it('is set for eyes and for screen readers', () => {
    const { place, fault } = drawn('\\frac{1}{2}')
    expect(fault).toBe(null)
    expect(place.querySelector('math mfrac')).not.toBe(null)
    expect(place.querySelector('.katex-html')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('that cannot be set is shown as it was written, with the reason', () => {
    const { place, fault } = drawn('\\frac{1}')
    expect(fault).toMatch(/^Unexpected end of input/)
    expect(place.textContent).toBe('\\frac{1}')
  })

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://elsewhere.example/x.png}',
    '\\htmlData{onclick=alert(1)}{x}',
    '\\htmlStyle{background:url(https://elsewhere.example)}{x}',
    '\\htmlClass{bubble-menu fixed}{x}',
    '<img src=x onerror=alert(1)>',
    '\\text{<script>alert(1)</script>}',
    '\\color{red;background:url(javascript:alert(1))}x',
    '\\textcolor{#f00"onclick="alert(1)}{x}',
  ])('%s runs nothing, and fetches nothing', (latex) => {
    const { place } = drawn(latex)
    for (const element of place.querySelectorAll('*')) {
      expect(['SCRIPT', 'IMG', 'A']).not.toContain(element.tagName.toUpperCase())
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^href$|^src$/)
        expect(value).not.toMatch(/javascript:|url\(|bubble-menu/)
      }
    }
  })

  it.each([
    ['a macro that calls itself', '\\def\\a{\\a\\a}\\a'],
    ['a macro that doubles', '\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}'],
    ['a box as large as a town', '\\rule{1e9em}{1e9em}'],
    ['braces without an end', '{'.repeat(5000)],
    ['braces within braces', `${'{'.repeat(2400)}${'}'.repeat(2400)}`],
    ['roots of roots', '\\sqrt'.repeat(900)],
    ['fractions of fractions', `${'\\frac1'.repeat(800)}x`],
    ['a long row', 'x+'.repeat(2400)],
  ])('%s costs little', (_, latex) => {
    const { place } = drawn(latex)
    expect(place.querySelectorAll('*').length).toBeLessThan(40_000)
    for (const element of place.querySelectorAll<HTMLElement>('[style]')) {
      expect(element.getAttribute('style')).not.toMatch(/\d{5}/)
    }
  })
})

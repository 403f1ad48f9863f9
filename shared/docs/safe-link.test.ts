import { describe, expect, it } from 'vitest'
import { isSafeLink, linkFrom } from './safe-link'

describe('where a link may lead', () => {
  it.each(['https://a.eu', 'HTTP://a.eu', 'mailto:a@b.eu', 'tel:+49', '/docs/1', '#part'])(
    'follows %s',
    (href) => expect(isSafeLink(href)).toBe(true),
  )

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '',
    null,
    42,
    {},
  ])('leads nowhere for %j', (href) => expect(isSafeLink(href)).toBe(false))

  it('completes what people type', () => {
    expect(linkFrom(' example.org/a ')).toBe('https://example.org/a')
    expect(linkFrom('ada@example.org')).toBe('mailto:ada@example.org')
    expect(linkFrom('https://example.org')).toBe('https://example.org')
    expect(linkFrom('javascript:alert(1)')).toBe(null)
    expect(linkFrom('just words')).toBe(null)
  })
})

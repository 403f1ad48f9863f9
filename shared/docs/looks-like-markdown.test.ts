import { expect, test } from 'vitest'
import { looksLikeMarkdown } from './looks-like-markdown'

test.each([
  '# Title\n\nSome words',
  '```js\nlet a = 1\n```',
  '- [ ] buy\n- [x] sell',
  '- one\n- two',
  '1. one\n2. two',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a | b\n--- | ---\n1 | 2',
  '---\ntitle: X\ntags: [a]\n---\n\nwords',
  'See [the plan](https://example.org).',
  'This is **very** important, and `this` too.',
  '$$\nx^2\n$$',
  '> [!NOTE]\n> Mind the gap',
  '> one\n> two',
])('this is Markdown: %s', (text) => expect(looksLikeMarkdown(text)).toBe(true))

test.each([
  '',
  'Just words.',
  'Call me at 10 - 12.',
  '- a single dash',
  '#hashtag and #another',
  '2 * 3 * 4 = 24',
  'C:\\path\\to\\file_name_here',
  'foo(bar)[baz]',
  'a | b',
  '5 > 3\n> ',
  'snake_case_name and __init__',
  'one\ntwo\nthree',
])('this is not: %s', (text) => expect(looksLikeMarkdown(text)).toBe(false))

test('long lines of signs take no time that grows with their square', () => {
  for (const sign of ['|', '*', '[', '`', '-', '> ', '$$\n', '```\n', '#', 'a'])
    expect(typeof looksLikeMarkdown(sign.repeat(200_000 / sign.length))).toBe('boolean')
})

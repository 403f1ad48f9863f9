// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useOfferedWords } from './use-offered-words'

afterEach(cleanup)

const offered = (text: string, selected: string | null = null) =>
  renderHook((now) => useOfferedWords(now, selected), { initialProps: text })

it('what others write in the section while it is offered is not offered, and asks for another look', () => {
  const { result, rerender } = offered('I was jealous.')
  expect(result.current).toMatchObject({ words: 'I was jealous.', hasChanged: false })
  rerender('I was jealous. So he was lazy.')
  expect(result.current).toMatchObject({
    ...{ words: 'I was jealous.', hasChanged: true },
    part: { words: 'I was jealous.', isQuote: false },
  })
  act(() => result.current.takeAll())
  expect(result.current.words).toBe('I was jealous. So he was lazy.')
  expect(result.current.hasChanged).toBe(false)
})

it('words somebody chose stay as they are, until they do not stand in the section any more', () => {
  const { result, rerender } = offered('One. Two.', 'Two.')
  rerender('One. Two. Three.')
  expect(result.current).toMatchObject({ words: 'Two.', isChosen: true, hasChanged: false })
  expect(result.current.part).toEqual({ words: 'Two.', isQuote: true })
  rerender('One. Three.')
  expect(result.current.part).toBeNull()
  act(() => result.current.write('Three.'))
  expect(result.current.part).toEqual({ words: 'Three.', isQuote: true })
})

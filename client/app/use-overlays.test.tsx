// @vitest-environment happy-dom
import { cleanup, render, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useEffect, useRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { takeEarlyWords } from './early-words'
import { useOverlays } from './use-overlays'

afterEach(cleanup)

/** A card that has keys of its own, and a palette that is not loaded yet. */
function open(drawsAtOnce = false) {
  const onCardKey = vi.fn()
  document.addEventListener('keydown', (event) => onCardKey(event.key))
  const { result } = renderHook(() => {
    const isDrawn = useRef(false)
    // The palette's own effect comes before those of the frame that it is in.
    useEffect(() => {
      if (isDrawn.current) takeEarlyWords()
    })
    const overlays = useOverlays()
    isDrawn.current = drawsAtOnce && overlays.open === 'palette'
    return overlays
  })
  render(<button type="button">A card</button>)
  screen.getByRole('button').focus()
  return { onCardKey, user: userEvent.setup(), overlays: () => result.current }
}

test('what is typed before the palette is drawn is kept for it, and no key of the card', async () => {
  const { onCardKey, user } = open()
  await user.keyboard('{Control>}k{/Control}')
  onCardKey.mockClear()
  await user.keyboard('nx{Enter} y')
  expect(onCardKey).not.toHaveBeenCalled()
  expect(takeEarlyWords()).toBe('nx y')
  await user.keyboard('z')
  expect(onCardKey).toHaveBeenCalledWith('z')
  expect(takeEarlyWords()).toBe('')
})

test('a palette that is drawn at once has all keys from then on', async () => {
  const { onCardKey, user } = open(true)
  await user.keyboard('{Control>}k{/Control}')
  onCardKey.mockClear()
  await user.keyboard('a')
  expect(onCardKey).toHaveBeenCalledWith('a')
})

test('nothing is kept for a palette that is closed before it was drawn', async () => {
  const { onCardKey, user, overlays } = open()
  await user.keyboard('{Control>}k{/Control}a{Control>}k{/Control}')
  expect(overlays().open).toBeNull()
  onCardKey.mockClear()
  await user.keyboard('b')
  expect(onCardKey).toHaveBeenCalledWith('b')
  expect(takeEarlyWords()).toBe('')
})

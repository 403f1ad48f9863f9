// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'

vi.mock('./de/shell.json', () => {
  throw new Error('the network is away')
})

test.each(['en', 'de'] as const)(
  'there are words for a start in “%s” that failed',
  async (language) => {
    vi.resetModules()
    const { couldNotStart, startI18n } = await import('./i18n')
    const words = 'Atelier could not start. Please reload the page.'
    await startI18n(language).catch(() => undefined)
    expect(couldNotStart()).toBe(words)
  },
)

test('also when it failed before anything was loaded', async () => {
  vi.resetModules()
  const { couldNotStart } = await import('./i18n')
  expect(couldNotStart()).toMatch(/^Atelier could not start/)
})

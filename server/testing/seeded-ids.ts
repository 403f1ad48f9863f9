/**
 * Yjs draws an id for each document, and which one is higher decides who is first. Inside of
 * `withSeededIds` they come from a seed, too. To be imported before anything that imports Yjs,
 * which takes hold of its source when it is loaded.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { webcrypto } from 'node:crypto'
import type { Random } from './random'

const source = new AsyncLocalStorage<Random>()
const realValues = webcrypto.getRandomValues

Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value: (array: Parameters<typeof realValues>[0]) => {
    const random = source.getStore()
    if (!random || !(array instanceof Uint32Array)) return realValues.call(webcrypto, array)
    for (let at = 0; at < array.length; at++) array[at] = random.below(2 ** 32)
    return array
  },
})

/** Also what is done later because of it; what others do meanwhile is not. */
export const withSeededIds = <T>(random: Random, work: () => T): T => source.run(random, work)

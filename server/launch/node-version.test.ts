import { expect, it } from 'vitest'
import { isNewEnough } from './node-version.mjs'

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) => {
  expect(isNewEnough(version)).toBe(true)
})

it.each(['20.18.9', '18.20.4', '19.99.99'])('Node %s is too old', (version) => {
  expect(isNewEnough(version)).toBe(false)
})

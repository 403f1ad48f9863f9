import { expect, it } from 'vitest'
import * as z from 'zod'
import { isUuid, newUuid } from './uuid'

it('makes ids that contracts and the database take, and no two alike', () => {
  const made = Array.from({ length: 1000 }, newUuid)
  for (const id of made)
    expect([isUuid(id), z.uuidv4().safeParse(id).success]).toEqual([true, true])
  expect(new Set(made).size).toBe(1000)
})

import { expect, test } from 'vitest'
import { fileSizeIn } from './file-size'

test('sizes are said as people say them', () => {
  const said = [0, 1, 900, 2048, 1_468_006, 26_214_400, 3 * 1024 ** 3].map((bytes) =>
    fileSizeIn('en-GB', bytes),
  )
  expect(said).toEqual(['0 bytes', '1 byte', '900 bytes', '2 kB', '1.4 MB', '25 MB', '3 GB'])
  expect(fileSizeIn('de-DE', 1_468_006)).toBe('1,4 MB')
})

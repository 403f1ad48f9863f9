import { expect, test } from 'vitest'
import { describeDevice } from './describe-device'

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    { browser: 'Chrome', system: 'Linux', isPhone: false },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604',
    { browser: 'Safari', system: 'iPhone', isPhone: true },
  ],
  ['curl/8', { browser: null, system: null, isPhone: false }],
  ['', { browser: null, system: null, isPhone: false }],
])('%s', (said, known) => expect(describeDevice(said)).toEqual(known))

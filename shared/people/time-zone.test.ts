import { expect, test } from 'vitest'
import { dayIn, isTimeZone } from './time-zone'

test('only a name that browsers use is a time zone', () => {
  for (const name of ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])
    expect(isTimeZone(name), name).toBe(true)
  for (const name of ['', 'Europe', '+01:00', 'Europe/Nowhere', "UTC'; --", 'A'.repeat(100)])
    expect(isTimeZone(name), name).toBe(false)
})

test('the day is another one at the other end of the world', () => {
  const at = new Date('2031-05-10T11:30:00Z')
  expect(dayIn('Pacific/Kiritimati', at)).toBe('2031-05-11')
  expect(dayIn('Pacific/Pago_Pago', at)).toBe('2031-05-10')
  expect(dayIn('Pacific/Pago_Pago', new Date('2031-05-10T10:30:00Z'))).toBe('2031-05-09')
  expect(dayIn('Nowhere/At_All', at)).toBe('2031-05-10')
})

import { readFileSync } from 'node:fs'
import { parseEnv as parseDotenv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { EnvFaults, envSchema, parseEnv } from './env'

describe('settings', () => {
  test('are all optional', () => {
    expect(parseEnv({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicOrigin: null,
      databaseUrl: null,
      logLevel: 'info',
      trustProxy: false,
    })
  })

  test('set to nothing count as not set', () => {
    expect(parseEnv({ DATABASE_URL: '', PUBLIC_ORIGIN: '' })).toEqual(parseEnv({}))
  })

  test('that are wrong are all named at once, and their values never shown', () => {
    const wrong = {
      PORT: 'eighty',
      PUBLIC_ORIGIN: 'https://atelier.example/path',
      DATABASE_URL: 'mysql://root:secret@db/atelier',
      LOG_LEVEL: 'loud',
    }
    const faults = () => parseEnv(wrong)
    expect(faults).toThrow(EnvFaults)
    for (const name of Object.keys(wrong)) expect(faults).toThrow(name)
    expect(faults).not.toThrow(/secret|eighty|loud/)
  })

  test('several nodes need a database they can share', () => {
    expect(() => parseEnv({ REDIS_URL: 'redis://localhost' })).toThrow(/needs DATABASE_URL/)
  })

  test('an origin is only that: no path, no slash at the end, no other scheme', () => {
    const accepts = (PUBLIC_ORIGIN: string) => envSchema.safeParse({ PUBLIC_ORIGIN }).success
    expect(accepts('https://atelier.example')).toBe(true)
    expect(accepts('http://localhost:3000')).toBe(true)
    for (const bad of ['https://atelier.example/', 'ftp://a.example', 'atelier.example']) {
      expect([bad, accepts(bad)]).toEqual([bad, false])
    }
  })
})

describe('.env.example', () => {
  const example = parseDotenv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'))

  test('names every setting there is, and no other', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(envSchema.shape).sort())
  })

  test('holds values that work', () => {
    expect(() => parseEnv(example)).not.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { type SaveFacts, saveState } from './save-state'

const everyCase: SaveFacts[] = []
for (const access of ['read', 'write'] as const)
  for (const reload of [true, false])
    for (const connected of [true, false])
      for (const changes of [0, 3])
        for (const settled of changes ? [false] : [true, false])
          for (const onDevice of [true, false])
            everyCase.push({
              access,
              reload,
              connected,
              changes,
              uncommitted: 0,
              settled,
              onDevice,
            })

const facts: SaveFacts = {
  access: 'write',
  reload: false,
  connected: true,
  changes: 0,
  uncommitted: 0,
  settled: true,
  onDevice: true,
}

describe('what the badge says', () => {
  it('says saved only when connected, allowed to write, and everything is in the database', () => {
    const saved = everyCase.filter((facts) => saveState(facts).kind === 'saved')
    for (const facts of saved) {
      expect(facts).toMatchObject({
        access: 'write',
        reload: false,
        connected: true,
        changes: 0,
        settled: true,
      })
    }
    expect(saved).toHaveLength(2)
  })

  it('counts what is under way', () => {
    expect(saveState({ ...facts, changes: 2, settled: false })).toEqual({
      kind: 'saving',
      changes: 2,
    })
  })

  it('is still saving while it is unknown what an earlier visit left', () => {
    expect(saveState({ ...facts, settled: false })).toEqual({ kind: 'saving', changes: 0 })
  })

  it('says offline with the count, and whether this device keeps it', () => {
    expect(saveState({ ...facts, connected: false, changes: 5, onDevice: false })).toEqual({
      kind: 'offline',
      changes: 5,
      onDevice: false,
    })
  })

  it('counts offline only what this device has committed, when it keeps a copy', () => {
    const offline = { ...facts, connected: false, changes: 5, uncommitted: 2 }
    expect(saveState(offline)).toEqual({ kind: 'offline', changes: 3, onDevice: true })
    expect(saveState({ ...offline, onDevice: false })).toMatchObject({ changes: 5 })
    expect(saveState({ ...offline, changes: 1 })).toMatchObject({ changes: 0 })
  })

  it('tells a reader so', () => {
    expect(saveState({ ...facts, access: 'read' })).toEqual({ kind: 'reading' })
  })

  it('asks an older page to reload, whatever else is true', () => {
    for (const facts of everyCase.filter(({ reload }) => reload)) {
      expect(saveState(facts)).toEqual({ kind: 'reload' })
    }
  })
})

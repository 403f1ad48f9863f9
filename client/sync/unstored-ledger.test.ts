import { describe, expect, it } from 'vitest'
import { UnstoredLedger } from './unstored-ledger'

function typed(ledger: UnstoredLedger, times: number) {
  for (let i = 0; i < times; i++) {
    ledger.change()
    ledger.sentUpdate(i)
  }
}

describe('[S1] counting what the database does not have yet', () => {
  it('counts down as frames are stored, in the order they were sent', () => {
    const ledger = new UnstoredLedger()
    typed(ledger, 3)
    expect(ledger.changes).toBe(3)
    ledger.stored(2)
    expect(ledger.changes).toBe(1)
    ledger.stored(3)
    expect(ledger.settled).toBe(true)
  })

  it('does not call offline work saved when a later letter is stored before it was sent', () => {
    const ledger = new UnstoredLedger()
    ledger.change()
    ledger.change()
    ledger.connected()
    typed(ledger, 1)
    ledger.stored(1)
    expect(ledger.changes).toBe(2)
    ledger.sentStep2(9)
    ledger.stored(2)
    expect(ledger.settled).toBe(true)
  })

  it('does not call saved what was written after the step 2', () => {
    const ledger = new UnstoredLedger()
    ledger.change()
    ledger.connected()
    ledger.sentStep2(0)
    ledger.change()
    ledger.stored(1)
    expect(ledger.changes).toBe(1)
  })

  it('opens again what the lost connection left unanswered', () => {
    const ledger = new UnstoredLedger()
    typed(ledger, 2)
    ledger.connected()
    ledger.stored(2)
    expect(ledger.changes).toBe(2)
  })

  it('is not settled by content from this device until a step 2 is stored', () => {
    const ledger = new UnstoredLedger()
    ledger.loaded(0)
    expect([ledger.changes, ledger.settled]).toEqual([0, false])
    ledger.sentStep2(0)
    ledger.stored(1)
    expect(ledger.settled).toBe(true)
  })

  it('knows since when an answer is awaited', () => {
    const ledger = new UnstoredLedger()
    expect(ledger.waitingSince).toBe(null)
    typed(ledger, 3)
    expect(ledger.waitingSince).toBe(0)
    ledger.stored(1)
    expect(ledger.waitingSince).toBe(1)
    ledger.stored(3)
    expect(ledger.waitingSince).toBe(null)
  })
})

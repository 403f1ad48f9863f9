// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { startI18n } from '../../i18n/i18n'
import type { RoomState } from '../../sync/room'
import { unchanging } from '../../sync/watched'
import { pageOf } from '../testing-page'
import { ideate, roomWith, show, stages } from '../wall/wall-kit'
import { OwnUnseen } from './own-unseen'

beforeAll(() => startI18n('en'))
afterEach(cleanup)

function open(revealedAt: string | null) {
  const pad: RoomState = {
    ...{ kind: 'open', room: roomWith(['stop: Mails at night'], 'read') },
    ...{ saving: unchanging({ kind: 'reading' }), outdated: false, fullPercent: null },
    ...{ refused: null, forgetRefused: () => undefined },
  }
  const known = stages.map((one) => (one.id === ideate.id ? { ...one, revealedAt } : one))
  show(<OwnUnseen page={pageOf({ state: 'ended', stages: known })} pad={pad} />)
}

test('after the end one reads what one wrote unseen and nobody revealed', () => {
  open(null)
  expect(screen.getByRole('article', { name: /Mails at night/ })).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('what was revealed is among the results, and not told twice', () => {
  open('2026-03-01T12:00:00.000Z')
  expect(screen.queryByText('Mails at night')).toBeNull()
})

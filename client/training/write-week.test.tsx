// @vitest-environment happy-dom
import type { RecordPage, WeekPage } from '@atelier/shared/training/record'
import { type Activity, emptyWeek, type WeekForm } from '@atelier/shared/training/week-form'
import type { WeekState } from '@atelier/shared/training/week-state'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { rememberWho } from '../offline/remembered-who'
import { forgetUnsent, sendUnsent } from '../offline/unsent-words'
import { WriteWeek } from './write-week'

const ada = { workspaceId: 'w', personId: 'ada' }
vi.mock('../access/session', () => ({ useMe: () => ({ id: 'ada', workspaceId: 'w' }) }))

/** What a server was asked, and the drafts it has been given. */
let asked: string[]
let saved: WeekForm[]

const server = async (url: string, { body }: { body: string }) => {
  asked.push(url.split('/').at(-1) ?? '')
  if (!url.endsWith('/draft')) return new Response(null, { status: 204 })
  saved.push(JSON.parse(body).form)
  return Response.json({ version: saved.length + 1 })
}

beforeAll(() => startI18n('en'))
beforeEach(() => {
  ;[asked, saved] = [[], []]
  vi.stubGlobal('fetch', server)
  rememberWho(ada)
})
afterEach(() => {
  cleanup()
  forgetUnsent()
  vi.unstubAllGlobals()
})

const record = { id: 'r', state: 'in-force', plan: { items: [] } } as unknown as RecordPage
const doing = (words: string, minutes: number): Activity => ({ words, minutes, items: [] })

function openWeek(form: Partial<WeekForm>, state: WeekState = 'gap') {
  const draft = { version: 1, form: { ...emptyWeek, ...form } }
  const page = {
    ...{ week: '2026-W40', draft, parts: [], returned: null },
    glance: { state },
  } as unknown as WeekPage
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <WriteWeek record={record} page={page} draft={draft} />
    </QueryClientProvider>,
  )
}
const hours = (nth: number) => screen.findByLabelText<HTMLInputElement>(`Hours, Activity ${nth}`)
const submit = () => fireEvent.click(screen.getByText('Submit'))
const removeFirst = () => fireEvent.click(screen.getByLabelText('Remove activity 1'))

async function typeHours(nth: number, words: string) {
  const field = await hours(nth)
  fireEvent.change(field, { target: { value: words } })
}

async function expectAllDayIn(nth: number) {
  const field = await hours(nth)
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['all day', 'true'])
  submit()
  expect(document.activeElement).toBe(field)
  expect(asked).not.toContain('submit')
}

test('hours that cannot be read stay with their activity when another is removed, and are not submitted', async () => {
  openWeek({ activities: [doing('One', 60), doing('Two', 300)] })
  await typeHours(2, 'all day')
  removeFirst()
  await expectAllDayIn(1)
  await typeHours(1, '6')
  submit()
  await vi.waitFor(() => expect(asked).toContain('submit'))
  expect(saved.at(-1)?.activities).toEqual([doing('Two', 360)])
})

test('they are in no other activity once theirs is removed', async () => {
  openWeek({ activities: [doing('One', 60), doing('Two', 0)] })
  await typeHours(1, 'all day')
  removeFirst()
  expect((await hours(1)).value).toBe('')
})

test('they stand there after somebody went to another page and back, and the hours before them are saved still', async () => {
  const { unmount } = openWeek({ activities: [doing('One', 300)] })
  await typeHours(1, 'all day')
  expect(await sendUnsent()).toEqual(['week'])
  unmount()
  openWeek({ activities: [doing('One', 300)] })
  await expectAllDayIn(1)
  expect(saved.every(({ activities }) => activities[0]?.minutes === 300)).toBe(true)
})

test('of a week of holidays that has not begun it is said when it can be submitted', async () => {
  openWeek({ absence: 'holiday' }, 'ahead')
  expect(
    await screen.findByText(
      'Nothing more needs to be said of this week. It can be submitted once it has begun.',
    ),
  ).toBeTruthy()
  cleanup()
  forgetUnsent()
  openWeek({ absence: 'holiday' })
  expect(await screen.findByText(/It can be submitted as it is/)).toBeTruthy()
})

// @vitest-environment happy-dom
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { RequestFailed } from '../../api/request-failed'
import { i18n, startI18n } from '../../i18n/i18n'
import { toastQueue } from '../../ui/toast'
import { Agenda } from '../stages/agenda'
import { useStageShown } from '../stages/use-stage-shown'
import { pageOf, rightsOf, stages } from '../testing-page'
import { FacilitatorBar } from './facilitator-bar'

const acts = vi.hoisted(() => ({
  ...{ goToStage: vi.fn(), changeTimer: vi.fn(), endWorkshop: vi.fn(), reopenWorkshop: vi.fn() },
  revealStage: vi.fn(),
}))
vi.mock('../workshop-records', () => acts)

beforeAll(async () => {
  window.matchMedia ??= (() => ({ matches: false, addEventListener: () => undefined })) as never
  await startI18n('en')
  await i18n.loadNamespaces('workshops')
})
beforeEach(() => {
  for (const act of Object.values(acts)) act.mockReset().mockResolvedValue(undefined)
  toastQueue.clear()
})
afterEach(cleanup)

function Screen({ page }: { page: WorkshopPage }) {
  const shown = useStageShown(page)
  return (
    <>
      <p>shows {shown.stage?.id}</p>
      <Agenda page={page} shown={shown} />
      <FacilitatorBar page={page} shown={shown} />
    </>
  )
}

function show(page: WorkshopPage) {
  const queries = new QueryClient()
  const draw = (now: WorkshopPage) => (
    <QueryClientProvider client={queries}>
      <Screen page={now} />
    </QueryClientProvider>
  )
  const { rerender } = render(draw(page))
  return { user: userEvent.setup(), change: (now: WorkshopPage) => rerender(draw(now)) }
}
const button = (name: string) => screen.getByRole('button', { name })

test('everybody goes on from where they are, and one step back', async () => {
  const { user } = show(pageOf())
  await user.click(button('Everybody on to Reveal'))
  expect(acts.goToStage).toHaveBeenLastCalledWith('w', { stageId: 's3', from: 's2' })
  await user.click(button('Everybody back to Check-in'))
  expect(acts.goToStage).toHaveBeenLastCalledWith('w', { stageId: 's1', from: 's2' })
})

test('what was written unseen is revealed by going on, or by a press where something else comes next', async () => {
  const { user, change } = show(pageOf())
  expect(screen.queryByRole('button', { name: 'Reveal the notes' })).toBeNull()
  change(pageOf({ stages: stages.slice(0, 2) }))
  await user.click(button('Reveal the notes'))
  expect(acts.revealStage).toHaveBeenLastCalledWith('w', 's2')
})

test('of two who go on at once the second sees where they are, without a fault', async () => {
  acts.goToStage.mockRejectedValue(new RequestFailed('conflict'))
  const { user } = show(pageOf())
  await user.click(button('Everybody on to Reveal'))
  await waitFor(() => expect(acts.goToStage).toHaveBeenCalled())
  expect(toastQueue.visibleToasts).toEqual([])
})

test('looks ahead alone, and then brings everybody there or goes back', async () => {
  const { user, change } = show(pageOf())
  await user.click(screen.getByRole('button', { name: /^Reveal/ }))
  expect(screen.getByText('shows s3')).toBeTruthy()
  expect(acts.goToStage).not.toHaveBeenCalled()
  await user.click(button('Bring everybody here'))
  expect(acts.goToStage).toHaveBeenLastCalledWith('w', { stageId: 's3', from: 's2' })
  await user.click(button('Back to where everybody is'))
  expect(screen.getByText('shows s2')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Reveal/ }))
  change(pageOf({ stageId: 's1' }))
  expect(screen.getByText('shows s1')).toBeTruthy()
})

test('a participant goes where everybody goes, and looks around only where people roam', () => {
  const page = pageOf({ rights: rightsOf('participant') })
  const { change } = show(page)
  expect(screen.queryByRole('button', { name: /^Check-in/ })).toBeNull()
  change({ ...page, roams: true })
  expect(screen.getByRole('button', { name: /^Check-in/ })).toBeTruthy()
})

test('the timebox of the stage is begun by a press, and lengthened', async () => {
  const { user, change } = show(pageOf())
  await user.click(button('Start 8 minutes'))
  expect(acts.changeTimer).toHaveBeenLastCalledWith('w', { act: 'start', seconds: 480 })
  change(
    pageOf({ stageId: 's3', stages: pageOf().stages.map((one) => ({ ...one, minutes: null })) }),
  )
  expect(button('Start 5 minutes')).toBeTruthy()
})

test('ends only when asked once more, and offers the way back', async () => {
  const { user } = show(pageOf({ stageId: 's3' }))
  await user.click(button('End the workshop'))
  expect(acts.endWorkshop).not.toHaveBeenCalled()
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('for everybody')
  await user.click(within(dialog).getByRole('button', { name: 'End the workshop' }))
  expect(acts.endWorkshop).toHaveBeenCalledWith('w')
  await waitFor(() => expect(toastQueue.visibleToasts[0]?.content.action).toBeTruthy())
  toastQueue.visibleToasts[0]?.content.action?.onPress()
  await waitFor(() => expect(acts.reopenWorkshop).toHaveBeenCalledWith('w'))
})

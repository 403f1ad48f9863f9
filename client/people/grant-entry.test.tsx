// @vitest-environment happy-dom
import type { Grant } from '@atelier/shared/people/grant'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { GrantEntry } from './grant-entry'

const remove = vi.hoisted(() => vi.fn())
vi.mock('../projects/use-member-changes', () => ({
  useMemberChanges: () => ({ remove: { mutate: remove, isPending: false } }),
}))
vi.mock('@tanstack/react-router', () => ({ Link: 'a' }))
vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }))

afterEach(cleanup)

test.each([false, true])(
  'a membership can be taken back, archived project: %s',
  async (archived) => {
    const grant: Grant = {
      kind: 'project',
      person: { id: 'p', name: 'Ana', colour: 'teal', department: null, organisation: 'Fjord' },
      project: { id: 'x', title: 'Scrap', archived },
      role: 'viewer',
    }
    render(<GrantEntry grant={grant} />)
    await userEvent.click(screen.getByRole('button', { name: 'access.removeFrom' }))
    expect(remove).toHaveBeenCalledWith({ id: 'p', name: 'Ana', role: 'viewer' })
  },
)

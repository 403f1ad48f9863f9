// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { writesOf } from './pending-writes'
import { PromptLine } from './prompt-line'
import type { EntryChanges } from './use-entry-changes'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['journals', 'sync'])
})
afterEach(cleanup)

const section = (prompt: string) => ({
  ...{ id: 's', prompt, audience: 'private' as const, shared: null, isFrozen: false },
})

function line(prompt: string, isWanted: boolean, mayChange = true) {
  const writes = writesOf({ workspaceId: 'w', personId: 'ada' }, 'entry')
  const changes = {} as EntryChanges
  return render(
    <div className="journal-section">
      <PromptLine section={section(prompt)} {...{ isWanted, mayChange, changes, writes }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as an editor is */}
      <div className="ProseMirror" tabIndex={0} />
    </div>,
  )
}

it('a question is a heading, also where it can be changed', () => {
  line('What happened?', false, false)
  expect(screen.getByRole('heading', { level: 2, name: 'What happened?' })).toBeTruthy()
  cleanup()
  line('What happened?', false)
  expect(screen.getByRole('heading', { level: 2 }).querySelector('textarea')).toBeTruthy()
})

it('whoever asked to change it is in it, and goes on to the text by Enter', () => {
  const { container } = line('What happened?', true)
  const field = screen.getByRole('textbox', { name: 'Prompt above the section' })
  expect(document.activeElement).toBe(field)
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(document.activeElement).toBe(container.querySelector('.ProseMirror'))
})

it('nothing takes the focus where nobody asked', () => {
  line('What happened?', false)
  expect(document.activeElement).toBe(document.body)
})

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { screenPart } from './screen-part'

afterEach(cleanup)

const Board = ({ id }: { id: string }) => <p>{`board ${id}`}</p>

class Edge extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state = { fault: null as Error | null }
  static getDerivedStateFromError = (fault: Error) => ({ fault })
  override render = () => this.state.fault?.message ?? this.props.children
}

test('a screen whose code was fetched ahead is drawn with the page, and nothing before it', async () => {
  const Screen = screenPart(async () => Board, <p>waiting</p>)
  await Screen.fetch()
  const { container } = render(<Screen id="1" />)
  expect(container.textContent).toBe('board 1')
})

test('a screen whose code is on its way says so, and is drawn when it is here', async () => {
  const Screen = screenPart(async () => Board, <p>waiting</p>)
  render(<Screen id="1" />)
  expect(screen.getByText('waiting')).toBeTruthy()
  expect(await screen.findByText('board 1')).toBeTruthy()
})

test('what cannot be fetched is told, and fetched again by whoever is drawn after that', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let asked = 0
  const Screen = screenPart(
    async () => {
      asked += 1
      if (asked === 1) throw new Error('no network')
      return Board
    },
    <p>waiting</p>,
  )
  render(
    <Edge>
      <Screen id="1" />
    </Edge>,
  )
  expect(await screen.findByText('no network')).toBeTruthy()
  cleanup()
  render(<Screen id="2" />)
  expect(await screen.findByText('board 2')).toBeTruthy()
})

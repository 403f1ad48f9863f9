/**
 * A board as it is usually made: cards in a Y.Array, read whole and drawn whole whenever anything
 * changes. Its button leaves the board and opens it anew in the page that is there; at `#closed` only that opens it.
 */
import { type DragEvent, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { columnNames, type PlainCard } from '../big-board'

type CardList = Y.Array<PlainCard>
type Move = { id: string; column: string; before: string | null }

function moveTo(list: CardList, { id, column, before }: Move): void {
  const all = list.toArray()
  const from = all.findIndex((card) => card.id === id)
  const card = all[from]
  if (!card || id === before) return
  list.doc?.transact(() => {
    list.delete(from)
    const to = before === null ? -1 : list.toArray().findIndex((other) => other.id === before)
    list.insert(to < 0 ? list.length : to, [{ ...card, column }])
  })
}

function Board({ list }: { list: CardList }) {
  const [cards, setCards] = useState(() => list.toArray())
  const [held, hold] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  useEffect(() => {
    const show = () => setCards(list.toArray())
    list.observe(show)
    return () => list.unobserve(show)
  }, [list])
  const drop = (event: DragEvent, column: string) => {
    event.preventDefault()
    if (held) moveTo(list, { id: held, column, before: over })
    hold(null)
    setOver(null)
  }
  return (
    <div style={{ display: 'flex', gap: 12, height: '100vh' }}>
      {columnNames.map((column) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragged on with a mouse, by the bench.
        <section
          key={column}
          data-board-column={column}
          style={{ width: 280, overflowY: 'auto' }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => drop(event, column)}
        >
          <h2>{column}</h2>
          {cards
            .filter((card) => card.column === column)
            .map((card) => (
              <article
                key={card.id}
                className="board-card"
                draggable
                style={{
                  margin: 8,
                  padding: 10,
                  border: '1px solid #ddd',
                  borderTopColor: over === card.id ? 'teal' : '#ddd',
                }}
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', card.title)
                  hold(card.id)
                }}
                onDragEnter={() => setOver(card.id)}
              >
                <small>{card.labels.join(' ')}</small>
                <p>{card.title}</p>
                <small>
                  {card.due} {card.estimate}
                </small>
              </article>
            ))}
        </section>
      ))}
    </div>
  )
}

const room = new URL(new URLSearchParams(location.search).get('room') ?? '')

function open(): () => void {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(room.origin, room.pathname.slice(1), doc)
  const element = document.createElement('div')
  document.body.append(element)
  const drawn = createRoot(element)
  provider.once('sync', () => drawn.render(<Board list={doc.getArray('cards')} />))
  return () => {
    drawn.unmount()
    element.remove()
    provider.destroy()
    doc.destroy()
  }
}

let leave = location.hash === '#closed' ? () => undefined : open()
const button = document.createElement('button')
button.dataset.open = ''
button.onclick = () => {
  leave()
  leave = open()
}
document.body.append(button)

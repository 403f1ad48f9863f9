/** What people do all the time, whatever happens around them. */
import { readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, moveCard } from '@atelier/shared/boards/card-edits'
import { type Cast, may, type Scene } from './system-scene'

/** Each presses a key this often, milliseconds. */
const keyMs = 250

/** Whoever may, here or offline; until told to stop. */
export function workAll(scenes: readonly Scene[]): () => void {
  const timers = scenes.flatMap((scene) =>
    scene.cast.map((one) => setInterval(() => work(scene, one), keyMs)),
  )
  return () => timers.forEach(clearInterval)
}

function work(scene: Scene, one: Cast) {
  if (!one.mayType || !may(scene, one, 'write')) return
  if (scene.random.below(3) === 0) planCards(scene, one)
  else type(scene, one)
}

/** A word nobody else ever writes; what they erase lies elsewhere. */
function type({ words, random }: Scene, one: Cast) {
  const { doc } = one.in.doc
  const [text, scratch] = [doc.getText('body'), doc.getText('scratch')]
  if (scratch.length > 100) scratch.delete(random.below(50), 40)
  else scratch.insert(0, 'scratch')
  const word = `<${words.length}>`
  words.push({ word, at: Date.now() })
  text.insert(text.length, word)
}

const mostCards = 30

function planCards({ cards, random }: Scene, one: Cast) {
  const { doc } = one.in.board
  const { columns } = readBoard(doc)
  const column = random.pick(columns)?.id ?? ''
  const card = random.pick(columns.flatMap((each) => each.cards))
  const action = random.below(10)
  if (card && (action < 7 || cards.length >= mostCards)) {
    moveCard(doc, card.id, { column, spot: random.pick(['top', 'end'] as const) })
  } else if (card && action === 7) {
    archiveCard(doc, card.id)
  } else {
    const made = addCard(doc, { title: `card ${cards.length}`, column })
    if (made) cards.push(made)
  }
}

/** What people do to a doc, and to what is suggested and said about it. */
import { tryAtRandom } from '@atelier/shared/suggestions/write-at-random'
import type { PagelessEditor } from '../testing/pageless-editor'
import { decideActs } from './docs-deciding'
import { pastActs } from './docs-past'
import type { Person } from './docs-person'
import { type Acts, anybody, arrive, editorOf, inDoc, type Play, suggesterOf } from './docs-scene'
import { talkActs } from './docs-talk'

const writing: Acts = {
  write: { often: 22, act: (play) => inDoc(play, editorOf(play), (one) => writeIn(one, play)) },
  undo: {
    often: 1,
    act: (play) => inDoc(play, editorOf(play), (one) => (one.undo() ? 'undo' : '')),
  },
  redo: {
    often: 1,
    act: (play) => inDoc(play, editorOf(play), (one) => (one.redo() ? 'redo' : '')),
  },
  suggest: { often: 16, act: suggest },
  reopenFork: {
    often: 1,
    act: (play) => named(suggesterOf(play), (person) => person.reopenOwn()),
  },
  withdraw: { often: 1, act: withdraw },
  undoSuggesting: { often: 1, act: (play) => suggesterOf(play).own?.editor?.undo() },
}

const lines: Acts = {
  hold: { often: 8, act: (play) => named(anybody(play), (person) => person.hold()) },
  letGo: { often: 7, act: (play) => named(anybody(play), (person) => person.letGo()) },
  breakOff: {
    often: 1,
    act: (play) =>
      named(anybody(play), (person) => {
        for (const line of person.lines) line.breakOff()
      }),
  },
  lookAgain: { often: 2, act: (play) => named(anybody(play), (person) => person.lookAgain()) },
  reload: { often: 1, act: reload },
  squash: { often: 1, act: squash },
}

export const acts: Acts = { ...writing, ...decideActs, ...talkActs, ...pastActs, ...lines }

function named(person: Person, deed: (person: Person) => unknown): string {
  deed(person)
  return person.name
}

function writeIn(editor: PagelessEditor, { random, words }: Play): string {
  const chance = {
    below: (end: number) => random.below(end),
    pick: <T>(from: readonly T[]) => random.pick(from),
    word: words.next,
  }
  return tryAtRandom(chance, (change) => {
    const tr = editor.state.tr
    change(tr)
    tr.doc.check()
    if (!tr.docChanged) return false
    // Each is undone alone.
    editor.undoing.stopCapturing()
    editor.dispatch(tr)
    return true
  })
}

/** The doc and all its forks. */
function squash({ stage, docId, people }: Play): void {
  for (const id of [docId, ...(people[0]?.forks.keys() ?? [])]) void stage.squash(id)
}

function withdraw(play: Play): string {
  const person = suggesterOf(play)
  const { own } = person
  if (!own || play.random.below(3) > 0) return 'nothing'
  person.ask(async (browser) => {
    await browser.delete(`/api/docs/${play.docId}/suggestions/${own.id}`)
    person.onSaid()
  })
  return person.name
}

/** Only when nobody's words are under way: they would need this page. */
async function reload(play: Play): Promise<string> {
  const { people } = play
  const person = anybody(play)
  if (people.some(({ isHeld }) => isHeld)) return 'nothing'
  person.leave()
  people[people.indexOf(person)] = await arrive(play, person.member)
  return person.name
}

function suggest(play: Play): string {
  const person = suggesterOf(play)
  const editor = person.own?.editor
  if (editor) return `${person.name} ${writeIn(editor, play)}`
  const { docId } = play
  person.ask(async (browser) => {
    await browser.post(`/api/docs/${docId}/suggestions`)
    person.onSaid()
  })
  return `${person.name} begins`
}

/**
 * An editor and two who suggest, in one doc, on wires that hold back what they like; the editor
 * accepts, refuses and takes back what they see, however old that is. In an order a seed decides:
 * `node --import tsx server/breaking/fuzz-suggestions.ts --seed 1 --runs 1000`.
 */
import { docBody } from '@atelier/shared/docs/doc'
import { decide, united } from '@atelier/shared/suggestions/decide-edits'
import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import { tidy } from '@atelier/shared/suggestions/take-out-edits'
import { newDoc } from '@atelier/shared/suggestions/two-authors'
import { saysOf, writeAtRandom } from '@atelier/shared/suggestions/write-at-random'
import * as Y from 'yjs'
import { Random } from '../testing/random'

const rooms = ['doc', 'ada', 'ben'] as const
type Room = (typeof rooms)[number]
type Message = { room: Room; update: Uint8Array }
const authors = ['ada', 'ben'] as const
type Author = (typeof authors)[number]

const steps = 40
const fromServer = {}

/** What the database has, and whoever listens. */
class Server {
  readonly docs = new Map<Room, Y.Doc>()
  readonly people: Person[] = []
  undos: { fork: Author; doc: Uint8Array | null; update: Uint8Array | null }[] = []

  constructor(first: Uint8Array) {
    for (const room of rooms) this.docs.set(room, docOf(first))
  }

  state = (room: Room): Uint8Array => Y.encodeStateAsUpdate(this.doc(room))

  doc(room: Room): Y.Doc {
    const doc = this.docs.get(room)
    if (!doc) throw new Error(`no ${room}`)
    return doc
  }

  take({ room, update }: Message, from: Person | null): void {
    Y.applyUpdate(this.doc(room), update)
    for (const person of this.people) if (person !== from) person.waiting.push({ room, update })
  }

  decide(fork: Author, keys: string[], accept: boolean): void {
    const decision = decide({ doc: this.state('doc'), fork: this.state(fork), keys, accept })
    if (decision.decided.length === 0) return
    this.#write(fork, decision.doc, decision.fork)
    this.undos.push({ fork, doc: decision.undo.doc, update: decision.undo.fork })
  }

  undo(): void {
    const undo = this.undos.pop()
    if (undo) this.#write(undo.fork, undo.doc, undo.update)
  }

  #write(fork: Author, doc: Uint8Array | null, update: Uint8Array | null): void {
    const both = [doc, update].filter((each) => each !== null)
    this.take({ room: fork, update: united(both) }, null)
    if (doc) this.take({ room: 'doc', update: doc }, null)
  }
}

class Person {
  readonly name: string
  readonly docs = new Map<Room, Y.Doc>()
  readonly suggested = new Map<Author, SuggestedDoc>()
  readonly #server: Server
  /** On its way here, and on its way to the server. */
  waiting: Message[] = []
  leaving: Message[] = []
  isHeld = false

  constructor(name: string, server: Server) {
    this.name = name
    this.#server = server
    for (const room of rooms) {
      const doc = docOf(server.state(room))
      this.docs.set(room, doc)
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== fromServer) this.leaving.push({ room, update })
      })
    }
    for (const fork of authors) this.look(fork)
  }

  get isAuthor(): boolean {
    return this.name !== 'editor'
  }

  doc(room: Room): Y.Doc {
    const doc = this.docs.get(room)
    if (!doc) throw new Error(`no ${room}`)
    return doc
  }

  /** Opens a fork, anew where it was open. */
  look(fork: Author): void {
    this.suggested.get(fork)?.close()
    const sides = { doc: this.doc('doc'), fork: this.doc(fork), writes: fork === this.name }
    const live = new SuggestedDoc(sides)
    if (sides.writes) tidy({ ...sides, live })
    this.suggested.set(fork, live)
  }

  text(fork: Author): Y.Doc {
    return must(this.suggested.get(fork)).current
  }

  suggestions = (fork: Author) => readSuggestions(this.doc('doc'), this.text(fork), this.doc(fork))

  deliver(): void {
    while (this.waiting.length > 0 || this.leaving.length > 0) {
      for (const { room, update } of this.waiting.splice(0)) {
        Y.applyUpdate(this.doc(room), update, fromServer)
      }
      for (const message of this.leaving.splice(0)) this.#server.take(message, this)
    }
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is missing')
  return value
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  docBody(doc)
  doc.getText('title')
  return doc
}

type Play = { random: Random; server: Server; editor: Person; ada: Person; ben: Person }

const actions: [often: number, act: (play: Play) => unknown][] = [
  [8, ({ random, editor }) => writeAtRandom(editor.doc('doc'), random)],
  [10, ({ random, ada, ben }) => suggest(random.pick([ada, ben]), random)],
  [4, decideSome],
  [1, ({ server }) => server.undo()],
  [3, ({ random, editor, ada, ben }) => (random.pick([editor, ada, ben]).isHeld = true)],
  [4, ({ random, editor, ada, ben }) => (random.pick([editor, ada, ben]).isHeld = false)],
  [1, ({ random, ada, ben }) => reopen(random.pick([ada, ben]))],
]
const hat = actions.flatMap(([often, act]) => Array<typeof act>(often).fill(act))

const suggest = (author: Person, random: Random) =>
  writeAtRandom(author.text(author.name as Author), random)

const reopen = (author: Person) => author.look(author.name as Author)

function decideSome({ random, server, editor }: Play) {
  const fork = random.pick(authors)
  const seen = editor.suggestions(fork).map(({ key }) => key)
  const keys = seen.filter(() => random.below(2) === 0)
  server.decide(fork, keys, random.below(2) === 0)
}

/** Throws when somebody ends up with something else than the others. */
export function playOut(seed: number): void {
  const random = new Random(seed)
  const first = newDoc('One two three four.', 'Second line here.', 'The third and last.')
  const server = new Server(Y.encodeStateAsUpdate(first))
  const [editor, ada, ben] = ['editor', 'ada', 'ben'].map((name) => new Person(name, server)) as [
    Person,
    Person,
    Person,
  ]
  server.people.push(editor, ada, ben)
  const play: Play = { random, server, editor, ada, ben }
  for (let step = 0; step < steps; step++) {
    random.pick(hat)(play)
    for (const person of server.people) if (!person.isHeld) person.deliver()
  }
  comeToRest(play)
  checkSame(play)
  server.decide('ada', keysOf(editor, 'ada'), true)
  server.decide('ben', keysOf(editor, 'ben'), false)
  comeToRest(play)
  checkSame(play)
}

const keysOf = (person: Person, fork: Author) => person.suggestions(fork).map(({ key }) => key)

function comeToRest({ server }: Play): void {
  const isBusy = () => server.people.some((one) => one.waiting.length + one.leaving.length > 0)
  while (isBusy()) for (const person of server.people) person.deliver()
}

function checkSame({ server, editor }: Play): void {
  for (const person of server.people) {
    for (const room of rooms) {
      expectSame(room, person.name, person.doc(room), server.doc(room))
    }
    for (const fork of authors) {
      const said = [person, editor].map((one) => JSON.stringify(keysOf(one, fork)))
      expectThat(said[0] === said[1], `${person.name} reads ${fork}: ${said.join(' not ')}`)
      const anew = new SuggestedDoc({
        doc: server.doc('doc'),
        fork: server.doc(fork),
        writes: false,
      })
      const texts = [person.text(fork), anew.current].map(saysOf)
      expectThat(texts[0] === texts[1], `${person.name} sees ${fork} as ${texts.join(' not ')}`)
      anew.close()
    }
  }
}

function expectSame(room: Room, who: string, one: Y.Doc, other: Y.Doc): void {
  const texts = [one, other].map(saysOf)
  expectThat(texts[0] === texts[1], `${who} has in ${room} ${texts.join(' not ')}`)
  const vectors = [one, other].map((doc) =>
    JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort()),
  )
  expectThat(vectors[0] === vectors[1], `${who} lacks something in ${room}`)
  expectThat(one.store.pendingStructs === null, `${who} waits for something in ${room}`)
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function main(): void {
  const numberAfter = (name: string) => Number(process.argv[process.argv.indexOf(name) + 1])
  const [first, runs] = [numberAfter('--seed'), numberAfter('--runs')]
  let broken = 0
  for (let seed = first; seed < first + runs; seed++) {
    try {
      playOut(seed)
    } catch (error) {
      broken++
      process.stdout.write(`seed ${seed}: ${error instanceof Error ? error.stack : error}\n`)
    }
  }
  process.stdout.write(`${runs} plays of ${steps} actions: ${broken} did not end the same\n`)
  if (broken > 0) process.exitCode = 1
}

if (process.argv.includes('--runs')) main()

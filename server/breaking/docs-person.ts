/** Somebody who has a doc open, with all that is suggested and said about it. */
import { type Anchor, encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import type { CommentThread } from '@atelier/shared/comments/comment'
import { heldOf } from '@atelier/shared/comments/held'
import type { Moved } from '@atelier/shared/comments/rewritten'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { docBody } from '@atelier/shared/docs/doc'
import { Restoring } from '@atelier/shared/docs/restoring-edits'
import type { OpenFork as ForkRow } from '@atelier/shared/suggestions/suggestion-contract'
import * as Y from 'yjs'
import { PagelessEditor } from '../testing/pageless-editor'
import type { Answer, Browser } from '../testing/test-app'
import { settled } from '../testing/test-clock'
import { OpenFork } from './docs-fork'
import { Line } from './docs-line'
import { type DocStage, docRoom, forkRoom, type Member } from './docs-stage'

type Request = (browser: Browser) => Promise<unknown>

export class Person {
  readonly name: Member['name']
  readonly id: string
  readonly docId: string
  readonly line: Line
  readonly editor: PagelessEditor
  readonly restoring: Restoring
  /** Forks this person has the text of, by id; those of which it is still under way are in `#coming`. */
  readonly forks = new Map<string, OpenFork>()
  readonly #coming = new Map<string, { line: Line; writes: boolean }>()
  threads: CommentThread[] = []
  /** Somebody else said something, or began to suggest. */
  hasNews = true
  isHeld = false
  readonly #stage: DocStage
  readonly member: Member
  readonly #leaving: Request[] = []
  readonly #looks = new Set<() => void>()

  static async arrive(stage: DocStage, member: Member, docId: string): Promise<Person> {
    const { ticket } = member
    const line = new Line(stage.app.rooms, { room: docRoom(docId), ticket }, false)
    while (!line.isRead) await settled()
    return new Person(stage, member, docId, line)
  }

  private constructor(stage: DocStage, member: Member, docId: string, line: Line) {
    this.name = member.name
    this.id = member.person.id
    this.docId = docId
    this.#stage = stage
    this.member = member
    this.line = line
    this.editor = new PagelessEditor({ fragment: this.#source(), keeper: this.#keeper() })
    this.restoring = new Restoring(this.line.doc)
  }

  get mayEdit(): boolean {
    return this.name !== 'cara'
  }

  get lines(): Line[] {
    const ofForks = [...this.forks.values(), ...this.#coming.values()].map(({ line }) => line)
    return [this.line, ...ofForks]
  }

  /** What an editor was let go for. */
  get fault(): unknown {
    const ofForks = [...this.forks.values()].map(({ fault }) => fault)
    return [this.editor.fault, ...ofForks].find((fault) => fault !== null) ?? null
  }

  get isBusy(): boolean {
    return this.#leaving.length > 0 || this.hasNews || !this.lines.every((one) => one.isSettled)
  }

  /** The one this person suggests in. */
  get own(): OpenFork | undefined {
    return [...this.forks.values()].find(({ editor }) => editor !== null)
  }

  /** Leaves the mode in which one suggests, and comes back to it. */
  reopenOwn(): boolean {
    const { own } = this
    if (!own) return false
    own.close()
    this.forks.set(own.id, new OpenFork(own.id, own.line, this.line.doc, true))
    return true
  }

  hold(): void {
    this.isHeld = true
    for (const line of this.lines) line.hold()
  }

  letGo(): void {
    this.isHeld = false
    for (const line of this.lines) line.letGo()
  }

  /** Sent once nothing holds it. */
  ask(request: Request): void {
    this.#leaving.push(request)
  }

  /** All that was asked, and what is new because of it. */
  async catchUp(): Promise<void> {
    if (this.isHeld) return
    for (const request of this.#leaving.splice(0)) await request(this.member.browser)
    if (this.hasNews) await this.#hearNews()
    this.#openForks()
  }

  /** Looks again for words that are lost. */
  lookAgain(): void {
    const looks = [...this.#looks]
    this.#looks.clear()
    for (const look of looks) look()
  }

  leave(): void {
    this.editor.close()
    for (const fork of this.forks.values()) fork.close()
    for (const line of this.lines) line.leave()
  }

  /** Who may not write has a copy before them. */
  #source(): Y.XmlFragment {
    if (this.mayEdit) return docBody(this.line.doc)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.line.doc))
    this.line.doc.on('update', (update: Uint8Array) => Y.applyUpdate(copy, update))
    return docBody(copy)
  }

  #keeper() {
    return {
      mayMove: this.mayEdit,
      onMoved: (moved: Moved[]) => {
        for (const one of moved) {
          this.onHeld(anchorToText(encodeAnchor(one.anchor)), one.anchor)
          this.ask((browser) => this.#tellMoved(browser, one))
        }
      },
      later: (look: () => void) => {
        this.#looks.add(look)
        return () => this.#looks.delete(look)
      },
      onFault: (error: unknown) => {
        this.editor.fault ??= error
      },
    }
  }

  async #tellMoved(browser: Browser, { id, anchor, quote }: Moved): Promise<void> {
    const path = `/api/docs/${this.docId}/threads/${id}/anchor`
    requireOk(await browser.put(path, { anchor: anchorToText(encodeAnchor(anchor)), quote }))
    this.onSaid()
  }

  /** Others are told. */
  onSaid: () => void = () => undefined
  /** They hold on to something that is before them now. */
  onHeld: (anchor: string, ends: Anchor) => void = () => undefined

  async #hearNews(): Promise<void> {
    this.hasNews = false
    const path = `/api/docs/${this.docId}`
    const { browser } = this.member
    this.threads = requireOk(await browser.get(`${path}/threads`)).body.threads
    const held = this.threads.flatMap((thread) => heldOf(thread) ?? [])
    const shown = { threads: held, activeId: null, composing: null }
    this.editor.dispatch(this.editor.state.tr.setMeta(placesKey, { shown }))
    this.#enterForks(requireOk(await browser.get(`${path}/suggestions`)).body)
  }

  #enterForks(rows: ForkRow[]): void {
    for (const [id, fork] of [...this.forks, ...this.#coming]) {
      if (rows.some((row) => row.id === id)) continue
      if (fork instanceof OpenFork) fork.close()
      fork.line.leave()
      this.forks.delete(id)
      this.#coming.delete(id)
    }
    for (const { id, author } of rows) {
      if (this.forks.has(id) || this.#coming.has(id)) continue
      const knock = { room: forkRoom(id), ticket: this.member.ticket }
      const line = new Line(this.#stage.app.rooms, knock, this.isHeld)
      this.#coming.set(id, { line, writes: author.id === this.id })
    }
  }

  #openForks(): void {
    if (!this.line.isRead) return
    for (const [id, { line, writes }] of this.#coming) {
      if (!line.isRead) continue
      this.#coming.delete(id)
      this.forks.set(id, new OpenFork(id, line, this.line.doc, writes))
    }
  }
}

export function requireOk(answer: Answer): Answer {
  if (answer.status < 300) return answer
  throw new Error(`refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
}

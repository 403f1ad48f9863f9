/** Versions get names, older ones are restored, and that is taken back. */
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { copyOf } from '@atelier/shared/docs/new-copy'
import { docSchema } from '@atelier/shared/docs/new-doc'
import type { DocState } from '@atelier/shared/docs/restore-edits'
import type { VersionPage } from '@atelier/shared/docs/version'
import type { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Browser } from '../testing/test-app'
import { type Person, requireOk } from './docs-person'
import { type Acts, editorOf, inDoc, type Play } from './docs-scene'

export const pastActs: Acts = {
  nameVersion: { often: 2, act: nameVersion },
  restore: { often: 3, act: restore },
  undoRestore: { often: 2, act: undoRestore },
}

function undoRestore(play: Play): string {
  const person = editorOf(play)
  return inDoc(play, person, () => {
    person.restoring.undo()
    return 'undo'
  })
}

async function seqs(browser: Browser, docId: string): Promise<number[]> {
  const page: VersionPage = requireOk(await browser.get(`/api/docs/${docId}/versions`)).body
  return page.sessions.flatMap(({ parts }) => parts.map(({ seq }) => seq))
}

export async function readVersion(browser: Browser, docId: string, seq: number): Promise<DocState> {
  const answer = await browser.fetch(`/api/docs/${docId}/versions/${seq}`)
  if (answer.status !== 200) throw new Error(`version ${seq} is refused: ${answer.status}`)
  if (answer.headers.get('atelier-incomplete')) throw new Error(`version ${seq} is not whole`)
  const doc = copyOf(new Uint8Array(await answer.arrayBuffer()))
  const body = yXmlFragmentToProseMirrorRootNode(docBody(doc), docSchema())
  return { title: docTitle(doc).toString(), body }
}

export const saysOf = ({ title, body }: DocState): string => `${title} ${saidBy(body)}`

/** Without marks of what is no letter: they are not written down, and nobody sees them. */
export const saidBy = (doc: Node): string => JSON.stringify(withoutUnseen(asShown(doc)))

/** Of nothing an editor makes a line to write in. */
export const asShown = (doc: Node): Node =>
  doc.childCount > 0 ? doc : (doc.type.createAndFill() ?? doc)

function withoutUnseen(node: Node): object {
  const { marks, ...json } = node.toJSON()
  const content = node.children.map(withoutUnseen)
  return node.isText ? node.toJSON() : { ...json, ...(content.length > 0 && { content }) }
}

function nameVersion(play: Play): string {
  const { docId } = play
  const person = editorOf(play)
  const which = play.random.below(3)
  person.ask(async (browser) => {
    const found = await seqs(browser, docId)
    const seq = found[Math.min(which, found.length - 1)]
    if (seq === undefined) throw new Error('a doc has no versions')
    const path = `/api/docs/${docId}/versions/${seq}/name`
    requireOk(await browser.put(path, { name: `Version ${play.versions.length}` }))
    play.versions.push({ seq, said: saysOf(await readVersion(browser, docId, seq)) })
  })
  return person.name
}

/** Of what is before somebody, whatever others have done since they asked for the past. */
function restore(play: Play): string {
  const { docId, random } = play
  const person = editorOf(play)
  const which = random.below(2 ** 16)
  person.ask(async (browser) => {
    const found = await seqs(browser, docId)
    const seq = found[which % found.length]
    if (seq !== undefined) restoreNow(play, person, await readVersion(browser, docId, seq))
  })
  return person.name
}

function restoreNow(play: Play, person: Person, then: DocState): void {
  inDoc(play, person, (editor) => {
    const live = docSchema().nodeFromJSON(editor.state.doc.toJSON())
    person.restoring.restore(live, then, editor.undoing)
    if (person.fault !== null) throw person.fault
    const now = saysOf({ title: then.title, body: editor.state.doc })
    if (now !== saysOf(then)) throw new Error(`restored ${saysOf(then)} as ${now}`)
    return 'restore'
  })
}

import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from './doc'
import { rescueLateWords } from './late-words-edits'
import { newDocUpdate } from './new-doc'
import { readDocText } from './read-doc'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** Ada, who moves blocks and can undo it; Ben, who writes. */
function adaAndBen(...lines: string[]) {
  const update = newDocUpdate({
    title: '',
    body: { type: 'doc', content: lines.map(paragraph) },
  })
  const [ada, ben] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [ada, ben]) Y.applyUpdate(doc, update)
  const undoing = new Y.UndoManager(docBody(ada), { trackedOrigins: new Set(['ada']) })
  const stop = rescueLateWords(ada, docBody(ada), 'ada')
  const meet = () => {
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(ada)), 'wire')
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)), 'wire')
    expect(readDocText(ben)).toEqual(readDocText(ada))
    return readDocText(ada).text.split('\n')
  }
  const move = (from: number, to: number) =>
    ada.transact(() => {
      const body = docBody(ada)
      const copy = (body.get(from) as Y.XmlElement).clone() as Y.XmlElement
      body.delete(from, 1)
      body.insert(to, [copy])
    }, 'ada')
  const words = (place: number) => (docBody(ben).get(place) as Y.XmlElement).get(0) as Y.XmlText
  return { ada, ben, meet, move, words, stop, undoing }
}

it('words typed into a block while it is moved are in it where it stands now', () => {
  const { meet, move, words } = adaAndBen('one', 'two', 'three')
  const two = words(1)
  two.insert(3, ' and')
  two.insert(7, ' a half')
  two.insert(0, 'About ')
  two.insert(8, '-')
  move(1, 0)
  expect(meet()).toEqual(['About tw-o and a half', 'one', 'three'])
})

it('also those that come piece by piece, and behind each other', () => {
  const { ada, ben, meet, move, words } = adaAndBen('one', 'two', 'three')
  const two = words(1)
  const send = (write: () => void) => {
    const before = Y.encodeStateVector(ben)
    write()
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, before), 'wire')
  }
  move(1, 2)
  for (const [place, letter] of [...' late'].entries()) {
    send(() => two.insert(3 + place, letter))
  }
  send(() => two.insert(5, 'A'))
  expect(meet()).toEqual(['one', 'three', 'two lAate'])
})

it('also those that were not sent yet when the block was taken away', () => {
  const { ada, ben, meet, move, words } = adaAndBen('one', 'two', 'three')
  rescueLateWords(ben, docBody(ben), 'ben')
  words(1).insert(3, ' late')
  move(1, 0)
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)), 'wire')
  expect(meet()).toEqual(['two late', 'one', 'three'])
})

it('a block that was deleted, and not moved, takes its late words along', () => {
  const { ada, meet, words } = adaAndBen('one', 'two')
  words(1).insert(3, ' late')
  ada.transact(() => docBody(ada).delete(1, 1), 'ada')
  expect(meet()).toEqual(['one'])
})

it('nobody writes them twice, and nobody who did not move the block', () => {
  const { ada, ben, meet, move, words, stop } = adaAndBen('one', 'two', 'three')
  const stopBen = rescueLateWords(ben, docBody(ben), 'ben')
  words(1).insert(3, '!')
  move(1, 0)
  expect(meet()).toEqual(['two!', 'one', 'three'])
  expect(meet()).toEqual(['two!', 'one', 'three'])
  stop()
  stopBen()
  expect(readDocText(ada).text).toContain('two!')
})

it('also where a block is joined with the one before it', () => {
  const { ada, meet, words } = adaAndBen('one', 'two', 'three')
  words(1).insert(3, ' late')
  words(1).insert(0, 'very ')
  ada.transact(() => {
    docBody(ada).delete(1)
    const one = (docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText
    one.insert(3, 'two')
  }, 'ada')
  expect(meet()).toEqual(['onevery two late', 'three'])
})

it('also where both begin alike, and an editor wrote only what differs', () => {
  const { ada, meet, words } = adaAndBen('zero', 'the one', 'the other')
  words(1).insert(7, ' late')
  words(1).insert(0, 'Perhaps ')
  // “the one” goes, and “the other” becomes “the onethe other”.
  ada.transact(() => {
    const other = (docBody(ada).get(2) as Y.XmlElement).get(0) as Y.XmlText
    other.insert(4, 'onethe ')
    docBody(ada).delete(1)
  }, 'ada')
  expect(meet()).toEqual(['zero', 'Perhaps the one latethe other'])
})

/** As an editor does: what stood behind it stands in a text of its own then. */
function breakLine(text: Y.XmlText, at: number): Y.XmlText {
  const rest = new Y.XmlText(text.toString().slice(at))
  text.delete(at, text.length - at)
  ;(text.parent as Y.XmlElement).push([new Y.XmlElement('hardBreak'), rest])
  return rest
}

it.each(['moved', 'joined'])('also behind a line break in a block that was %s', (deed) => {
  const { ada, ben, meet, move, words } = adaAndBen('zero', 'one two')
  const send = (update: Uint8Array) => Y.applyUpdate(ada, update, 'wire')
  if (deed === 'moved') move(1, 0)
  else {
    ada.transact(() => {
      docBody(ada).delete(1)
      ;((docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, 'one two')
    }, 'ada')
  }
  ben.on('update', send)
  const rest = breakLine(words(1), 4)
  rest.insert(1, 'a')
  rest.insert(4, ' late')
  ben.off('update', send)
  expect(meet()).toEqual(deed === 'moved' ? ['one tawo late', 'zero'] : ['zeroone tawo late'])
})

it('all of what stands there comes along where it is not known any more', () => {
  const { meet, move, words } = adaAndBen('zero', 'one two')
  move(1, 0)
  breakLine(words(1), 4).insert(1, 'a')
  expect(meet()).toEqual(['one twotawo', 'zero'])
})

it('also where a block was moved on before they came', () => {
  const { ada, meet, move, words } = adaAndBen('one', 'two', 'three')
  words(1).insert(3, ' late')
  move(1, 0)
  move(0, 2)
  expect(meet()).toEqual(['one', 'three', 'two late'])
  ada.destroy()
})

it('also when nothing of the move can be undone any more', () => {
  const { ada, meet, move, words, undoing } = adaAndBen('one', 'two', 'three')
  words(1).insert(3, ' late')
  undoing.destroy()
  move(1, 0)
  ada.transact(() => docBody(ada).delete(1), 'ada')
  expect(meet()).toEqual(['two late', 'three'])
})

it('also in a block that was empty when it was moved', () => {
  const { ada, ben, meet, move } = adaAndBen('one', 'two')
  docBody(ada).insert(1, [new Y.XmlElement('paragraph')])
  meet()
  ;(docBody(ben).get(1) as Y.XmlElement).insert(0, [new Y.XmlText('late')])
  move(1, 2)
  expect(meet()).toEqual(['one', 'two', 'late'])
})

it('also in one that was emptied before, and has no text where it is now', () => {
  const { ada, meet, words } = adaAndBen('one', 'two')
  ;((docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 3)
  words(0).insert(3, ' late')
  ada.transact(() => {
    docBody(ada).delete(0)
    docBody(ada).insert(1, [new Y.XmlElement('paragraph')])
  }, 'ada')
  expect(meet()).toEqual(['two', 'late'])
})

it('also in one that was empty when a callout was put around it', () => {
  const { ada, ben, meet } = adaAndBen('one', 'two')
  docBody(ada).insert(1, [new Y.XmlElement('paragraph')])
  meet()
  ;(docBody(ben).get(1) as Y.XmlElement).insert(0, [new Y.XmlText('late')])
  ada.transact(() => {
    docBody(ada).delete(1)
    const callout = new Y.XmlElement('callout')
    docBody(ada).insert(1, [callout])
    callout.insert(0, [new Y.XmlElement('paragraph')])
  }, 'ada')
  expect(meet()).toEqual(['one', 'late', 'two'])
  expect((docBody(ada).get(1) as Y.XmlElement).toString()).toBe(
    '<callout><paragraph>late</paragraph></callout>',
  )
})

it('what is typed into an empty line that is taken out goes behind the line before', () => {
  const { ada, ben, meet } = adaAndBen('one', 'two')
  docBody(ada).insert(1, [new Y.XmlElement('paragraph')])
  meet()
  const late = new Y.XmlText('la')
  ;(docBody(ben).get(1) as Y.XmlElement).insert(0, [late])
  late.insert(2, 'te')
  ada.transact(() => docBody(ada).delete(1), 'ada')
  expect(meet()).toEqual(['onelate', 'two'])
})

it('also thousands that each stand before the one that came before', () => {
  const { meet, move, words, ben } = adaAndBen('one', 'two', 'three')
  const two = words(1)
  move(1, 0)
  ben.transact(() => {
    for (let nth = 0; nth < 5000; nth++) two.insert(0, String(nth % 10))
  })
  const late = Array.from({ length: 5000 }, (_, nth) => (4999 - nth) % 10).join('')
  expect(meet()).toEqual([`${late}two`, 'one', 'three'])
})

it('all that came in one place, where they came in more than anybody types in', () => {
  const letters = 'ab'.repeat(1000)
  const { meet, move, words, ben } = adaAndBen('one', letters)
  const text = words(1)
  move(1, 0)
  ben.transact(() => {
    for (let at = 2000; at > 0; at--) text.insert(at, '.')
  })
  expect(meet()).toEqual([`a${'.'.repeat(2000)}${letters.slice(1)}`, 'one'])
})

it('words in another part of the document are nobody’s to carry here', () => {
  const { ada, ben, meet } = adaAndBen('one')
  const other = ada.getXmlFragment('other')
  for (const line of ['four', 'five']) {
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [new Y.XmlText(line)])
    other.push([block])
  }
  const around = new Y.XmlElement('blockquote')
  around.insert(0, other.toArray().map((each) => (each as Y.XmlElement).clone()) as Y.XmlElement[])
  other.push([around])
  meet()
  const quote = (doc: Y.Doc) => doc.getXmlFragment('other').get(2) as Y.XmlElement
  const line = (quote(ben).get(1) as Y.XmlElement).get(0) as Y.XmlText
  line.insert(4, ' late')
  ada.transact(() => {
    const copy = (quote(ada).get(1) as Y.XmlElement).clone() as Y.XmlElement
    quote(ada).delete(1)
    quote(ada).insert(0, [copy])
  }, 'ada')
  meet()
  expect(quote(ada).toString()).not.toContain('late')
})

it('a line of one letter is not known again in the middle of what is typed elsewhere', () => {
  const { ada, meet, words } = adaAndBen('a', 'two')
  words(0).insert(1, ' private')
  ada.transact(() => {
    docBody(ada).delete(0)
    ;((docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' cat')
  }, 'ada')
  expect(meet()).toEqual(['two cat'])
})

it('also in short lines that are all joined at once', () => {
  const { ada, meet, words } = adaAndBen('one', 'two', 'six')
  words(1).insert(3, ' late')
  words(2).insert(3, ' too')
  ada.transact(() => {
    docBody(ada).delete(1, 2)
    ;((docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, 'twosix')
  }, 'ada')
  expect(meet()).toEqual(['onetwo latesix too'])
})

it('what is typed into a line stays where its text gives way to something else', () => {
  const { ada, meet, words } = adaAndBen('one', 'two')
  ;((docBody(ada).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 3)
  words(0).insert(3, 'late')
  const line = docBody(ada).get(0) as Y.XmlElement
  ada.transact(() => {
    line.delete(0)
    line.insert(0, [new Y.XmlElement('hardBreak')])
  }, 'ada')
  expect(meet().join(' ')).toContain('late')
  // What is typed into what stands there now is nobody's to write again.
  words(0).insert(4, 'r')
  expect(meet().join(' ').match(/later/g)).toHaveLength(1)
})

/** The page a rival would be without any product around it: an editor, a socket, nothing else. */
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const doc = new Y.Doc()
const room = new URL(new URLSearchParams(location.search).get('room') ?? '')
const provider = new WebsocketProvider(room.origin, room.pathname.slice(1), doc)
provider.once('sync', () => {
  const element = document.createElement('div')
  document.body.append(element)
  new Editor({
    element,
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment: doc.getXmlFragment('body') }),
    ],
  })
})

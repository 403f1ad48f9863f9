import { expect, it } from 'vitest'
import { firstFiles } from './first-screen.mjs'

it('counts what a first visit loads at once, each file a single time', () => {
  const manifest = {
    'index.html': { file: 'main.js', isEntry: true, imports: ['_react', '_router'] },
    _react: { file: 'react.js' },
    _router: { file: 'router.js', imports: ['_react'] },
  }
  expect(firstFiles(manifest, [])).toEqual(['main.js', 'react.js', 'router.js'])
})

it('leaves out what is loaded when it is opened', () => {
  const manifest = {
    'index.html': { file: 'main.js', isEntry: true, dynamicImports: ['docs/doc-screen.tsx'] },
    'docs/doc-screen.tsx': { file: 'doc-screen.js', isDynamicEntry: true, imports: ['_editor'] },
    _editor: { file: 'editor.js' },
  }
  expect(firstFiles(manifest, [])).toEqual(['main.js'])
})

it('counts the door, and says when it cannot find it', () => {
  const manifest = {
    'index.html': { file: 'main.js', isEntry: true },
    'people/door.tsx': { file: 'door.js', imports: ['_fields'] },
    _fields: { file: 'fields.js' },
  }
  expect(firstFiles(manifest, ['people/door.tsx'])).toEqual(['main.js', 'door.js', 'fields.js'])
  expect(() => firstFiles(manifest, ['people/gate.tsx'])).toThrow('people/gate.tsx')
})

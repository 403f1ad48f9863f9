/** `npm run build`: the pages, when what they are made from has changed. */
import { requireNode } from './node-version.mjs'
import { prepareClient, prepareInstallation } from './prepare.mjs'
import { root } from './root.mjs'

requireNode()
process.chdir(root)
await prepareInstallation(2)
await prepareClient(2)
const { firstScreen } = await import('./first-screen.mjs')
console.log(`The pages are built: ${firstScreen().words}.`)

/** `npm run bench`: install what is missing, then hand over to what may use the packages. */
import { endWithNpm } from './end-with-npm.mjs'
import { requireNode } from './node-version.mjs'
import { prepareInstallation } from './prepare.mjs'
import { root } from './root.mjs'

requireNode()
process.chdir(root)
endWithNpm()
// What is printed on the output is the result alone, so that `--json` can be read by a machine.
const { log } = console
console.log = console.error
await prepareInstallation(1)
console.log = log

const { register } = await import('tsx/esm/api')
register()
await import('../bench/main.ts')

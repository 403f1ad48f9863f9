/** `npm run rebuild`: install what is missing, then hand over to what may use the packages. */
import { endWithNpm } from './end-with-npm.mjs'
import { requireNode } from './node-version.mjs'
import { prepareInstallation } from './prepare.mjs'
import { root } from './root.mjs'

requireNode()
process.chdir(root)
endWithNpm()
await prepareInstallation(1)

const { register } = await import('tsx/esm/api')
register()
await import('./run-rebuild.ts')

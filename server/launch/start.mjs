/** `npm start`: from a fresh clone to a running Atelier, with nothing but Node and npm. */
import { endWithNpm } from './end-with-npm.mjs'
import { requireNode } from './node-version.mjs'
import { prepareClient, prepareInstallation } from './prepare.mjs'
import { root } from './root.mjs'
import { endRunning } from './run-quietly.mjs'

requireNode()
process.chdir(root)
endWithNpm()

const stopEarly = () => {
  endRunning()
  process.exit(130)
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) process.once(signal, stopEarly)

await prepareInstallation(3)
await prepareClient(3)
console.log('3/3 Starting…')

// From here on the server itself answers signals. It runs in this process: nothing to orphan.
for (const signal of signals) process.off(signal, stopEarly)
const { register } = await import('tsx/esm/api')
register()
await import('../main.ts')

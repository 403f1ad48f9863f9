/** `npm test`: install what is missing, then hand over to what may use the packages. */
import { endWithNpm } from './end-with-npm.mjs'
import { installation } from './install.mjs'
import { requireNode } from './node-version.mjs'
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
await install()
for (const signal of signals) process.off(signal, stopEarly)

const { register } = await import('tsx/esm/api')
register()
await import('./gate.ts')

async function install() {
  const packages = installation()
  if (!packages.needed) return
  const { ok, output, seconds } = await packages.run('Installing the packages')
  console.log(ok ? `Packages installed, ${seconds.toFixed(0)} s` : output)
  if (ok) return
  console.log(
    'The packages could not be installed: nothing else can be tested.\n0 passed, 1 failed',
  )
  process.exit(1)
}

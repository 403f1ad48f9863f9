/** What has to be there before anything runs: each part made only when it is not, or is out of date. */
import { clientBuild } from './build-client.mjs'
import { installation } from './install.mjs'

const words = {
  install: { doing: 'Installing the packages', done: 'Packages installed' },
  build: { doing: 'Building the pages', done: 'Pages built' },
}

/** Installs; ends the process with the output of what failed. `of` counts all steps of the caller. */
export function prepareInstallation(of) {
  return make(installation(), words.install, `1/${of}`)
}

export function prepareClient(of) {
  return make(clientBuild(), words.build, `2/${of}`)
}

async function make(part, { doing, done }, place) {
  if (!part.needed) return false
  const { ok, output, seconds } = await part.run(`${place} ${doing}`)
  if (!ok) {
    console.error(`${output.trimEnd()}\n\n${place} ${doing}: failed. The reason is above.`)
    process.exit(1)
  }
  console.log(`${place} ${done}, ${seconds.toFixed(0)} s`)
  return true
}

/** The oldest Node that everything here was seen working on. */
const oldest = [20, 19, 0]

/** Ends the process with one sentence where Node is too old. Itself runs on any Node since 14. */
export function requireNode() {
  const found = process.versions.node
  if (isNewEnough(found)) return
  console.error(
    `Atelier needs Node ${oldest.join('.')} or newer, and this is Node ${found}.\n` +
      'Install a newer one from https://nodejs.org and try again.',
  )
  process.exit(1)
}

export function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  const different = oldest.findIndex((least, place) => parts[place] !== least)
  return different === -1 || parts[different] > oldest[different]
}

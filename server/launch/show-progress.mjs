/** Lines that keep themselves up to date on a terminal, and are few in a log. */
const terminal = process.stdout.isTTY === true
const everyMs = terminal ? 1000 : 30_000

/** Says `label…` with its seconds until `end` is called; on a terminal the line is then gone. */
export function showProgress(label) {
  const began = Date.now()
  const seconds = () => (Date.now() - began) / 1000
  const line = () => `${label}… ${Math.round(seconds())} s`
  if (terminal) process.stdout.write(`${label}…`)
  else console.log(`${label}…`)
  const timer = setInterval(() => {
    if (terminal) process.stdout.write(`\r${line()}`)
    else console.log(line())
  }, everyMs)
  const end = () => {
    clearInterval(timer)
    if (terminal) process.stdout.write('\r\x1b[K')
  }
  return { seconds, end }
}

/** Postgres refuses to run as root. */
import { readFileSync } from 'node:fs'

export type PlainUser = { uid: number; gid: number }

/** Somebody to run as when we are root: `postgres`, else `nobody`, else anybody. Null when we are not. */
export function plainUser(): PlainUser | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(parseUser)
  const plain = users.filter((user) => user.uid > 0)
  const found =
    plain.find((user) => user.name === 'postgres') ??
    plain.find((user) => user.name === 'nobody') ??
    plain[0]
  if (found === undefined) throw new Error('This system has no user but root.')
  return { uid: found.uid, gid: found.gid }
}

function parseUser(line: string) {
  const [name = '', , uid, gid] = line.split(':')
  return { name, uid: Number(uid ?? 0), gid: Number(gid ?? 0) }
}

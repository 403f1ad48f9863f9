/** Somebody moves into a server that has just been started for the first time, by its own routes. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { roomName } from '@atelier/shared/sync/room-name'
import type { ClientAddress } from '../bench/client-address'
import { protocolClient } from '../bench/protocol-client'

const words = 'the first words'

/** Founds a workspace with a doc, writes in it until that is acknowledged; answers where it is. */
export async function moveIn(port: number): Promise<ClientAddress> {
  const origin = `http://localhost:${port}`
  let cookie = ''
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { origin, cookie, 'content-type': 'application/json' }
    const wish = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${origin}/api${path}`, wish)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    cookie ||= answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return (await answer.json()) as { id: string }
  }
  await post('/setup', {
    workspace: 'New',
    organisation: 'New',
    name: 'Olga',
    email: 'olga@atelier.example',
    password: 'correct horse battery staple',
    language: 'en',
  })
  const project = await post('/projects', { title: 'New', challenge: '', departmentIds: [] })
  const doc = await post(`/projects/${project.id}/docs`, { title: 'New' })
  const versions = `wire=${wireVersion}&content=${contentVersions.doc}`
  const url = `ws://localhost:${port}/ws/rooms/${roomName('doc', doc.id)}?${versions}`
  const address = { url, headers: { origin, cookie } }
  await write(address)
  return address
}

async function write(address: ClientAddress) {
  const person = protocolClient(() => address)
  await person.enter()
  person.doc.getText('body').insert(0, words)
  await person.settled()
  await person.leave()
}

/** Throws when what was acknowledged is not there. */
export async function requireWords(address: ClientAddress): Promise<void> {
  const person = protocolClient(() => address)
  await person.enter()
  const found = person.doc.getText('body').toString()
  await person.leave()
  if (found !== words) throw new Error(`The doc reads “${found}”, not “${words}”.`)
}

/** A road to a database that can go dark, as when a machine loses its power: nobody hangs up. */
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net'

export type BrokenRoad = {
  port: number
  /** From here on nothing arrives anywhere. */
  goDark(): void
  /** New connections get through; whatever was lost stays lost. */
  comeBack(): void
  /** Ends every connection, as a database does that is restarted. */
  hangUp(): void
  close(): Promise<void>
}

export async function brokenRoad(goal: NetConnectOpts): Promise<BrokenRoad> {
  const journeys = new Set<{ near: Socket; far: Socket; isLost: boolean }>()
  let isDark = false

  const server = createServer((near) => {
    const journey = { near, far: connect(goal), isLost: isDark }
    journeys.add(journey)
    lead(near, journey.far)
    lead(journey.far, near)

    function lead(from: Socket, to: Socket) {
      from.on('data', (bytes) => {
        if (!journey.isLost) to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        to.destroy()
        journeys.delete(journey)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const hangUp = () => {
    for (const { near } of journeys) near.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    goDark() {
      isDark = true
      for (const journey of journeys) journey.isLost = true
    },
    comeBack() {
      isDark = false
    },
    hangUp,
    close() {
      hangUp()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

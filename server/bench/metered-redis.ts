/** A Redis of one's own that tells what it costs. */
import { Redis } from 'ioredis'
import { throwawayRedis } from '../launch/throwaway-redis'

export type MeteredRedis = {
  url: string
  /** CPU time so far, microseconds. */
  cpuMicros(): Promise<number>
  stop(): Promise<void>
}

/** Throws where none can be had. */
export async function meteredRedis(): Promise<MeteredRedis> {
  const { url, stop } = await throwawayRedis()
  const meter = new Redis(url)
  return {
    url,
    async cpuMicros() {
      const info = await meter.info('cpu')
      return 1e6 * (secondsIn(info, 'used_cpu_sys') + secondsIn(info, 'used_cpu_user'))
    },
    async stop() {
      meter.disconnect()
      await stop()
    },
  }
}

const secondsIn = (info: string, field: string) =>
  Number(new RegExp(`^${field}:(.+)$`, 'm').exec(info)?.[1])

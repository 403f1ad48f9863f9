/**
 * The line to Redis: publish and subscribe, over one connection each, and whether it holds. Redis
 * keeps nothing for us and may stall, forget everything or vanish; then what is said is lost.
 */
import { Redis } from 'ioredis'
import type { Log } from '../sync/log'

export type RedisLineOptions = {
  /** `redis://` or `rediss://`. */
  url: string
  log: Log
  onMessage(channel: string, message: Buffer): void
  /** Subscribed to everything wanted; all said before may have been missed. Also for a new channel. */
  onListening(channels: readonly string[]): void
  /** Nothing is heard or said any more until `onListening`. */
  onDown(): void
}

export interface RedisLine {
  /** Whether what is said now will probably arrive, and what others say, too. */
  readonly isUp: boolean
  /** Never waits, never throws; lost while the line is down. */
  publish(channel: string, message: Buffer): void
  subscribe(channel: string): void
  unsubscribe(channel: string): void
  close(): void
}

/** A Redis that answers nothing for so long is as good as gone. */
const silenceMs = 4000
const pingMs = 1000
const longestRetryMs = 1000
/** More than this unanswered, and what is said is lost rather than kept in memory. */
const unansweredBytes = 16 * 1024 * 1024
/** Subscribed in one command. */
const channelsAtOnce = 500

export function redisLine(options: RedisLineOptions): RedisLine {
  const { url, log, onMessage, onListening } = options
  const wanted = new Set<string>()
  let unanswered = 0
  let isListening = false
  let isClosed = false
  let isInTrouble = false

  const connect = () =>
    new Redis(url, {
      enableOfflineQueue: false,
      autoResubscribe: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      connectTimeout: silenceMs,
      socketTimeout: silenceMs,
      retryStrategy: (attempt) => Math.min(100 * attempt, longestRetryMs),
    })
  const speaker = connect()
  const listener = connect()

  const isReady = (redis: Redis) => redis.status === 'ready'
  const isUp = () => isListening && isReady(speaker) && isReady(listener)

  function trouble(error: unknown): void {
    if (isClosed || isInTrouble) return
    isInTrouble = true
    log.warn({ err: error }, 'Redis is away: other nodes hear from this one by the database')
  }

  /** Once both connections are there; after a command that failed, when they come back. */
  async function listenToAll(): Promise<void> {
    isListening = false
    if (!isReady(listener) || !isReady(speaker)) return
    const channels = [...wanted]
    for (let at = 0; at < channels.length; at += channelsAtOnce) {
      await listener.subscribe(...channels.slice(at, at + channelsAtOnce))
    }
    isListening = true
    if (isInTrouble) log.warn({}, 'Redis is back')
    isInTrouble = false
    // More may be wanted by now.
    onListening([...wanted])
  }

  for (const redis of [speaker, listener]) {
    redis.on('error', trouble)
    redis.on('close', () => {
      trouble(new Error('the connection to Redis was closed'))
      const wasListening = isListening
      isListening = false
      if (wasListening && !isClosed) options.onDown()
    })
    redis.on('ready', () => void listenToAll().catch(trouble))
  }
  listener.on('messageBuffer', (channel: Buffer, message: Buffer) =>
    onMessage(channel.toString('latin1'), message),
  )
  /** An unanswered ping is what the limit on silence counts from. */
  const pinging = setInterval(() => {
    for (const redis of [speaker, listener]) if (isReady(redis)) redis.ping().catch(trouble)
  }, pingMs)
  pinging.unref()

  return {
    get isUp() {
      return isUp()
    },
    publish(channel, message) {
      if (!isReady(speaker) || unanswered > unansweredBytes) return
      const answered = () => {
        unanswered -= message.length
      }
      unanswered += message.length
      speaker.publish(channel, message).then(answered, answered)
    },
    subscribe(channel) {
      wanted.add(channel)
      if (!isReady(listener)) return
      listener.subscribe(channel).then(() => isUp() && onListening([channel]), trouble)
    },
    unsubscribe(channel) {
      wanted.delete(channel)
      if (isReady(listener)) listener.unsubscribe(channel).catch(trouble)
    },
    close() {
      isClosed = true
      clearInterval(pinging)
      for (const redis of [speaker, listener]) redis.disconnect()
    },
  }
}

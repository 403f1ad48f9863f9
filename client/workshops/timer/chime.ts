/** Two soft notes when time is up. Nothing sounds before somebody has touched the page, nor where it is switched off. */
import { useSyncExternalStore } from 'react'

const key = 'atelier.chime'
const ears = new Set<() => void>()
const notesHz = [659.25, 523.25]

let context: AudioContext | null = null

const isOn = (): boolean => localStorage.getItem(key) !== 'off'

export const useChimeIsOn = (): boolean =>
  useSyncExternalStore((tell) => {
    ears.add(tell)
    return () => ears.delete(tell)
  }, isOn)

export function setChime(on: boolean): void {
  if (on) localStorage.removeItem(key)
  else localStorage.setItem(key, 'off')
  for (const tell of ears) tell()
}

/** Returns how to stop. Browsers let a page sound only after a gesture: the first one readies it. */
export function readyChime(): () => void {
  const gestures = ['pointerdown', 'keydown'] as const
  const stop = () => {
    for (const gesture of gestures) window.removeEventListener(gesture, ready, true)
  }
  const ready = () => {
    stop()
    if ('AudioContext' in window) context ??= new AudioContext()
  }
  for (const gesture of gestures) window.addEventListener(gesture, ready, true)
  return stop
}

export function chime(): void {
  if (!context || !isOn()) return
  // It may sleep while the page is behind others.
  void context.resume()
  notesHz.forEach((pitchHz, nth) => {
    if (context) playNote(context, pitchHz, context.currentTime + nth * 0.45)
  })
}

function playNote(audio: AudioContext, pitchHz: number, at: number): void {
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  tone.type = 'sine'
  tone.frequency.value = pitchHz
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.16, at + 0.03)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 1.4)
  tone.connect(loudness).connect(audio.destination)
  tone.start(at)
  tone.stop(at + 1.5)
}

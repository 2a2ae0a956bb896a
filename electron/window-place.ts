import { z } from 'zod'

const Rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Rectangle = z.infer<typeof Rectangle>

/** Where the window was when it was closed; lengths in the system's own pixels. */
export const WindowPlace = z.object({ bounds: Rectangle, maximized: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

export const SMALLEST = { width: 900, height: 600 } as const
const USUAL = { width: 1180, height: 780 } as const
/** So much of the title bar must be in sight that the window can be taken and moved. */
const GRIP = { width: 120, height: 32 } as const

const clamp = (value: number, low: number, high: number) =>
  Math.round(Math.min(Math.max(value, low), Math.max(low, high)))

/** Whether a hand can reach the top of the window on this display. */
const canBeTaken = (bounds: Rectangle, display: Rectangle): boolean => {
  const across = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x)
  return across >= GRIP.width && bounds.y >= display.y && bounds.y + GRIP.height <= display.y + display.height
}

/**
 * Where to open the window: where it was, if a display still shows enough of it, else in the middle of the first display
 * (no `x` and `y`). Never larger than that display. `displays`: the parts that a window may use, the first one first.
 */
export function windowPlace(
  remembered: WindowPlace | null,
  displays: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number; maximized: boolean } {
  const maximized = remembered?.maximized ?? false
  const on = remembered && displays.find((display) => canBeTaken(remembered.bounds, display))
  const room = on ?? displays[0] ?? { x: 0, y: 0, ...USUAL }
  const { width, height } = remembered?.bounds ?? USUAL
  const size = { width: clamp(width, SMALLEST.width, room.width), height: clamp(height, SMALLEST.height, room.height) }
  if (!remembered || !on) return { ...size, maximized }
  return { x: Math.round(remembered.bounds.x), y: Math.round(remembered.bounds.y), ...size, maximized }
}

/** Reads what was kept; anything that is not a place is none. */
export function readPlace(text: string | null): WindowPlace | null {
  if (text === null) return null
  try {
    return WindowPlace.parse(JSON.parse(text))
  } catch {
    return null
  }
}

import type { Page } from 'playwright/test'

/** Where words may be shortened by design: the whole text stands elsewhere on the same screen, or behind the row. */
const SHORTENED =
  '.case-row, .guide-segment-words, .guide-others, .guide-try, .guide-header, select, .unseen, .timeline'

/**
 * Looks at every text on the screen. Gives what a person cannot read: words outside the window or outside their button, and
 * words in a box that hides what does not fit. Boxes that scroll hide nothing.
 */
export async function cutOff(page: Page, withHandsFull = true): Promise<string[]> {
  return page.evaluate(
    ({ shortened, held }) => {
      const found: string[] = []
      const scrolls = (element: Element, side: 'overflowX' | 'overflowY') =>
        /auto|scroll/.test(getComputedStyle(element)[side])
      const reachable = (start: Element, side: 'overflowX' | 'overflowY') => {
        for (let at: Element | null = start; at !== null; at = at.parentElement) if (scrolls(at, side)) return true
        return false
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        const words = node.textContent?.trim() ?? ''
        if (element === null || words === '' || element.closest(shortened) || !element.checkVisibility()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (box.width === 0 || box.height === 0) continue
        const name = `${element.closest('[class]')?.getAttribute('class') ?? element.tagName}: “${words.slice(0, 60)}”`
        // hands that hold buttons cannot scroll
        const guide = element.closest('.guide-say')?.getBoundingClientRect()
        if (guide && held && box.bottom > guide.bottom + 2) found.push(`below the guide, ${name}`)
        if ((box.left < -1 || box.right > innerWidth + 1) && !reachable(element, 'overflowX'))
          found.push(`beside the window, ${name}`)
        if ((box.top < -1 || box.bottom > innerHeight + 1) && !reachable(element, 'overflowY'))
          found.push(`below the window, ${name}`)
        const button = element.closest('button, .button, .tag, .mode-badge')?.getBoundingClientRect()
        if (button && (box.left < button.left - 1 || box.right > button.right + 1 || box.bottom > button.bottom + 2))
          found.push(`out of its button, ${name}`)
        for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at)
          const frame = at.getBoundingClientRect()
          if (/hidden|clip/.test(style.overflowX) && (box.left < frame.left - 2 || box.right > frame.right + 2)) {
            found.push(`cut beside, ${name}`)
            break
          }
          if (scrolls(at, 'overflowY')) break
          if (/hidden|clip/.test(style.overflowY) && (box.top < frame.top - 3 || box.bottom > frame.bottom + 3)) {
            found.push(`cut below, ${name}`)
            break
          }
        }
      }
      return [...new Set(found)]
    },
    { shortened: SHORTENED, held: withHandsFull },
  )
}

import type { Page } from 'playwright/test'

/** Drops files (by name, with their text) onto an element, as a hand with a mouse does. Gives whether the page kept the browser from opening them. */
export async function dropFiles(page: Page, onto: string, files: Readonly<Record<string, string>>): Promise<boolean> {
  return page.locator(onto).evaluate((element, given) => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name))
    const happen = (type: string) =>
      !element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }))
    happen('dragover')
    return happen('drop')
  }, files)
}

// Draws every icon from the one SVG: PNGs for Linux, an .ico for Windows, an .icns for macOS. Run after the SVG has changed:
// `node tools/make-icons.ts`. A test compares the result's sizes with what the packages ask for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from './find-chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCE = join(ROOT, 'assets/icons/handhold.svg')
const TARGET = join(ROOT, 'assets/packaging')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const

async function drawAll(): Promise<Map<number, Buffer>> {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('there is no Chromium to draw with')
  const svg = readFileSync(SOURCE).toString('base64')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const drawn = new Map<number, Buffer>()
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size })
      const image = `<img src="data:image/svg+xml;base64,${svg}" style="display:block;width:${size}px;height:${size}px">`
      await page.setContent(`<body style="margin:0;background:transparent">${image}</body>`)
      await page.locator('img').evaluate((each: HTMLImageElement) => each.decode())
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/** Windows' container: a directory of 16 bytes per picture, then the PNGs. */
function ico(pictures: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index
    // 0 stands for 256
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)])
}

/** The four letters under which macOS looks for a size. */
const ICNS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** macOS' container: after the total length, each picture with its letters and its length. */
function icns(drawn: ReadonlyMap<number, Buffer>): Buffer {
  const parts = ICNS.map(([letters, size]) => {
    const png = drawn.get(size) ?? Buffer.alloc(0)
    const head = Buffer.alloc(8)
    head.write(letters, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const drawn = await drawAll()
mkdirSync(join(TARGET, 'icons'), { recursive: true })
for (const [size, png] of drawn) writeFileSync(join(TARGET, `icons/${size}x${size}.png`), png)
writeFileSync(join(TARGET, 'icon.ico'), ico([...drawn].filter(([size]) => size <= 256)))
writeFileSync(join(TARGET, 'icon.icns'), icns(drawn))
console.log(`wrote ${drawn.size} pictures, icon.ico and icon.icns to assets/packaging`)

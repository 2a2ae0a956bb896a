import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { type LanguageTag, LANGUAGES } from '../../shared/texts/languages.ts'
import { type Translate, translator } from '../../shared/texts/translate.ts'
import { pseudo } from '../languages/pseudo.ts'
import { english, readerOf } from '../languages/tables.ts'
import { cutOff } from './cut-off.ts'
import { expectNothingFound } from './look-for-faults.ts'
import { expect, test } from './serve-fixture.ts'
import type { ServeDoor } from './serve-fixture.ts'

/** Opens the app in whatever language its system has, and waits for its first screen in it. */
async function openIn(page: Page, door: ServeDoor, t: Translate): Promise<void> {
  await page.goto(door.link())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
}

const place = (page: Page, t: Translate, name: string) =>
  page.getByRole('navigation').getByRole('link', { name: t(`nav.${name}`) })

/** Visits the screens that a person meets first, and looks at each with `look`. */
async function visit(page: Page, t: Translate, look: (name: string) => Promise<void>): Promise<void> {
  await look('home')
  await page.getByRole('button', { name: t('home.guides') }).click()
  await look('guides')
  await place(page, t, 'codes').click()
  await look('codes')
  await page.goto(`${new URL(page.url()).origin}/#/codes/4013`)
  await look('code')
  await place(page, t, 'history').click()
  await look('history')
  await place(page, t, 'settings').click()
  await look('settings')
  await place(page, t, 'home').click()
  await page.getByLabel(t('home.field.label')).fill('4013')
  await page.getByRole('button', { name: t('home.go'), exact: true }).click()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
  await look('case')
  await page.getByRole('button', { name: t('case.end') }).click()
  await look('end')
  await page.getByRole('button', { name: t('outcome.fixed') }).click()
  await look('closed')
  await page.getByRole('link', { name: t('closed.history') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
  await look('history-case')
  await place(page, t, 'practise').click()
  await look('practise')
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
  await look('practice')
  await page.getByRole('button', { name: t('home.guides') }).click()
  await page
    .getByRole('button', { name: t('guide-choice.dfu') })
    .first()
    .click()
  await look('before')
  await agree(page, t, 'dfu')
  await look('card')
  await page.getByRole('button', { name: t('guide-screen.start') }).click()
  await expect(page.locator('.guide')).not.toHaveAttribute('data-stage', 'card')
  await look('lead-in')
  // nobody presses anything, so the guide stays where USB must show something
  await expect(page.locator('.guide-segment').nth(2)).toHaveAttribute('aria-current', 'step', { timeout: 20_000 })
  await look('running')
}

/** Says that there is a backup, which is asked before a phone that still runs leaves its system. */
async function agree(page: Page, t: Translate, guide: 'dfu' | 'recovery'): Promise<void> {
  await page.getByRole('checkbox', { name: t('before.agree') }).check()
  await page.getByRole('button', { name: t('before.start', { guide: t(`guide-choice.${guide}`) }) }).click()
  await expect(page.getByRole('button', { name: t('guide-screen.start') })).toBeVisible()
}

/** Puts another table in the place of a language's file, as a translator would. */
async function replaceTable(page: Page, tag: LanguageTag, table: Readonly<Record<string, string>>): Promise<void> {
  await page.route(`**/assets/${tag}-*.js`, async (route) => {
    const body = await (await route.fetch()).text()
    const exported = /export\s*\{([^}]*)\}/.exec(body)?.[1] ?? ''
    const names = exported.split(',').map((part) =>
      part
        .trim()
        .split(/\s+as\s+/)
        .at(-1),
    )
    await route.fulfill({
      contentType: 'text/javascript',
      body: `const table = ${JSON.stringify(table)}\nexport { ${names.map((name) => `table as ${name}`).join(', ')} }`,
    })
  })
}

test.describe('the language', () => {
  for (const [locale, tag] of [
    ['es-MX', 'es'],
    ['zh-CN', 'zh-Hans'],
    ['ar-EG', 'ar'],
  ] as const)
    test.describe(`of a system in ${locale}`, () => {
      test.use({ locale })
      test(`is spoken without being asked for (${tag})`, async ({ door, page }) => {
        await openIn(page, door, readerOf(tag))
        const html = page.locator('html')
        await expect(html).toHaveAttribute('lang', tag)
        await expect(html).toHaveAttribute('dir', LANGUAGES[tag].direction)
      })
    })

  test('changes at once where it is set, in every language’s own name, and is kept', async ({ door, page }) => {
    const en = translator('en')
    await openIn(page, door, en)
    await place(page, en, 'settings').click()
    const choice = page.getByRole('combobox').filter({ hasText: LANGUAGES.ar.name })
    for (const tag of ['ar', 'zh-Hans', 'es'] as const) {
      await choice.selectOption(LANGUAGES[tag].name)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(readerOf(tag)('settings.title'))
      await expect(page.locator('html')).toHaveAttribute('dir', LANGUAGES[tag].direction)
    }
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(readerOf('es')('settings.title'))
    await choice.selectOption('system')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('settings.title'))
  })

  test('is the voice’s too: cues are spoken by a voice of that language, and not by another', async ({
    door,
    page,
  }) => {
    await page.addInitScript(() => {
      const voices = ['en-US', 'ar-SA', 'zh-HK', 'zh-CN'].map((lang) => ({ lang, localService: true, name: lang }))
      const said: string[] = []
      class Utterance {
        text: string
        voice: { lang: string } | null = null
        constructor(text: string) {
          this.text = text
        }
      }
      const synthesis = {
        getVoices: () => voices,
        cancel: () => undefined,
        speak: (utterance: Utterance) => said.push(`${utterance.voice?.lang} ${utterance.text}`),
      }
      Object.assign(window, { said, SpeechSynthesisUtterance: Utterance })
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    })
    const saidFirst = async (tag: 'zh-Hans' | 'ar') => {
      const t = readerOf(tag)
      await place(page, translator('en'), 'settings').or(page.locator('a[href="#/settings"]')).first().click()
      await page.getByRole('combobox').filter({ hasText: LANGUAGES.ar.name }).selectOption(tag)
      await place(page, t, 'practise').click()
      await page.getByRole('button', { name: t('practice-screen.begin') }).click()
      await page.getByRole('button', { name: t('home.guides') }).click()
      await page
        .getByRole('button', { name: t('guide-choice.recovery') })
        .first()
        .click()
      await agree(page, t, 'recovery')
      await page.getByRole('button', { name: t('guide-screen.start') }).click()
      await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 0)
      return page.evaluate(() => (window as unknown as { said: string[] }).said)
    }
    await openIn(page, door, translator('en'))
    const chinese = await saidFirst('zh-Hans')
    expect(chinese.filter((line) => !line.startsWith('zh-CN '))).toEqual([])
    expect(chinese[0]).toContain('调高音量按钮')
  })
})

test.describe('every screen', () => {
  test.setTimeout(120_000)

  test.describe('in Arabic', () => {
    test.use({ locale: 'ar-EG' })
    for (const colorScheme of ['light', 'dark'] as const)
      test(`has nothing that axe finds (${colorScheme})`, async ({ door, page }) => {
        await page.emulateMedia({ colorScheme })
        const t = readerOf('ar')
        await openIn(page, door, t)
        // axe takes longer than a phase lasts: tests/looks looks at the running guide while it holds still
        await visit(page, t, async (name) => {
          if (name !== 'lead-in' && name !== 'running') await expectNothingFound(page)
        })
      })
  })

  const sizes = [
    { width: 1024, height: 640 },
    { width: 1440, height: 900 },
  ]
  for (const tag of ['es', 'zh-Hans', 'ar'] as const)
    for (const viewport of sizes)
      test.describe(`in ${tag} at ${viewport.width}`, () => {
        test.use({ viewport, locale: tag })
        test('cuts off no word', async ({ door, page }) => {
          const t = readerOf(tag)
          await openIn(page, door, t)
          const found: string[] = []
          await visit(page, t, async (name) => {
            await page.evaluate(() => document.fonts.ready)
            const shots = process.env['HANDHOLD_SHOTS']
            if (shots !== undefined)
              await page.screenshot({ path: join(shots, `${tag}-${viewport.width}-${name}.png`) })
            found.push(...(await cutOff(page)).map((fault) => `${name}: ${fault}`))
          })
          expect(found).toEqual([])
        })
      })

  test.describe('in a language 40 per cent longer than English, at 1024', () => {
    test.use({ viewport: { width: 1024, height: 640 }, locale: 'es' })
    test('cuts off no word', async ({ door, page }) => {
      const table = pseudo(english)
      const t = translator('es', table)
      await replaceTable(page, 'es', table)
      await openIn(page, door, t)
      const found: string[] = []
      await visit(page, t, async (name) => {
        const shots = process.env['HANDHOLD_SHOTS']
        if (shots !== undefined) await page.screenshot({ path: join(shots, `pseudo-${name}.png`) })
        found.push(...(await cutOff(page, false)).map((fault) => `${name}: ${fault}`))
      })
      expect(found).toEqual([])
    })
  })
})

test.describe('text of twice the size', () => {
  // what a window of 1280 by 800 has left for its content when everything in it is shown at 200 per cent
  test.use({ viewport: { width: 640, height: 400 }, locale: 'ar-EG' })
  test('can be read on every screen, by scrolling one way only', async ({ door, page }) => {
    test.setTimeout(120_000)
    const t = readerOf('ar')
    await openIn(page, door, t)
    const found: string[] = []
    await visit(page, t, async (name) => {
      const shots = process.env['HANDHOLD_SHOTS']
      if (shots !== undefined) await page.screenshot({ path: join(shots, `twice-${name}.png`) })
      found.push(...(await cutOff(page, false)).map((fault) => `${name}: ${fault}`))
    })
    expect(found).toEqual([])
  })
})

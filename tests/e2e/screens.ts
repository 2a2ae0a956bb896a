import { expect, type Page } from 'playwright/test'
import { translator } from '../../shared/texts/translate.ts'
import type { ServeDoor } from './serve-fixture.ts'

/** The app's own words, so that a reworded button breaks no test and a missing one does. */
export const t = translator('en')

/** Opens the app and waits for its first screen. */
export async function openApp(page: Page, door: ServeDoor): Promise<void> {
  await page.goto(door.link())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Goes to a place by the rail. */
export async function goTo(page: Page, place: 'home' | 'practise' | 'codes' | 'history' | 'settings'): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t(`nav.${place}`) })
    .click()
}

/** Begins practice with the usual iPhone, which runs normally and is plugged in. */
export async function startPractice(page: Page): Promise<void> {
  await goTo(page, 'practise')
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible()
}

/** Types a code into "what happened?" and goes on. */
export async function openCase(page: Page, words: string): Promise<void> {
  await page.getByLabel(t('home.field.label')).fill(words)
  await page.getByRole('button', { name: t('home.go'), exact: true }).click()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
}

/** Answers steps with "already tried" until the wanted one is on screen. */
export async function answerUntil(page: Page, stepId: string): Promise<void> {
  const wanted = t(`step.${stepId}.title`)
  const title = page.getByRole('heading', { level: 1 })
  while ((await title.textContent()) !== wanted) {
    const before = await title.textContent()
    await page.getByRole('button', { name: t('step.already') }).click()
    await expect(title).not.toHaveText(before ?? '')
  }
}

/** Answers the questions before erasing: the given ones as given, every other one that is asked with "no". */
export async function answerBeforeErasing(page: Page, given: Readonly<Record<string, 'yes' | 'no'>>): Promise<void> {
  const all = { liquid: 'no', drop: 'no', partReplaced: 'no', noServiceBefore: 'no', ...given }
  for (const [question, answer] of Object.entries(all))
    await page
      .getByRole('group', { name: t(`erase.${question}.ask`) })
      .getByRole('radio', { name: t(`erase.answer.${answer}`), exact: true })
      .check({ force: true })
}

import type { Locator, Page } from 'playwright-core';

/** What a resident picks, by question id: a code, or a text for an open question. */
export interface Picks {
  readonly [questionId: string]: string;
}

/** The questions that the open page asks, in order. */
export async function listQuestions(page: Page): Promise<string[]> {
  const ids = await page
    .locator('[id^="q-"]:is(fieldset, input, textarea)')
    .evaluateAll((fields) => fields.map(({ id }) => id.slice('q-'.length)));
  return ids;
}

/** Fills the open page with what is picked for its questions; the others stay blank. */
export async function fillPage(page: Page, picks: Picks): Promise<string[]> {
  const questions = await listQuestions(page);
  for (const id of questions) {
    const pick = picks[id];
    if (pick === undefined) continue;
    if ((await page.locator(`fieldset#q-${id}`).count()) === 0) await page.locator(`#q-${id}`).fill(pick);
    else await page.locator(`input[name="${id}"][value="${pick}"]`).check();
  }
  return questions;
}

/** Fills page after page until the review stands open; the questions that were asked. */
export async function answerToReview(page: Page, picks: Picks): Promise<string[]> {
  const asked: string[] = [];
  for (let nPages = 0; nPages < 40; nPages++) {
    if (new URL(page.url()).pathname.endsWith('/review')) return asked;
    asked.push(...(await fillPage(page, picks)));
    await goOn(page);
  }
  throw new Error(`the review was never reached; the last page was ${page.url()}`);
}

/** Follows a link or sends a form, and waits until the page it leads to stands there whole. */
export async function follow(control: Locator, options?: { clickCount: number }): Promise<void> {
  await Promise.all([control.page().waitForEvent('load'), control.click(options)]);
}

export const press = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }));

/** Opens what cannot be undone, then does it. */
export async function pressFinal(page: Page, name: string): Promise<void> {
  await page.locator('summary', { hasText: name }).click();
  await press(page, name);
}

export const goOn = (page: Page) => press(page, '次へ進む');

/** From the front page by its link into the questionnaire's first page; the round's id. */
export async function beginFromHome(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/`);
  await follow(page.locator('a[href^="/s/"]').first());
  const roundId = new URL(page.url()).pathname.slice('/s/'.length);
  await press(page, '回答をはじめる');
  return roundId;
}

import type { Page } from 'playwright-core'
import type { TestApp } from './app.ts'

/** Fills in the sign-in form and sends it. */
export async function typeSignIn(page: Page, app: TestApp, login: string, password: string): Promise<void> {
  await page.goto(`${app.url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByLabel('Mật khẩu').press('Enter')
}

/** Signs a demonstration account in as a person does, and waits until that is done. */
export async function signInAs(page: Page, app: TestApp, login: string): Promise<void> {
  await typeSignIn(page, app, login, app.password(login))
  await page.waitForURL(url => !url.pathname.startsWith('/dang-nhap'))
}

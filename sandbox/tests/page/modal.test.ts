import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astrid, emily, general, jonas, until } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { messageWith, type Stage, send, setStage } from './support.ts';

describe.skipIf(withoutBrowser())('modals on the sandbox page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open();
  });
  afterAll(() => stage.stop());

  const dialogOf = (name: string): Locator => page.getByRole('dialog', { name });

  test('what every input holds arrives in view.state.values', async () => {
    await send(page, '/loyalty form');
    const form = dialogOf('Every input');
    await fillEverything(form);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const values = stage.heard.submissions.at(-1) ?? {};
    const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() });
    expect(values.line?.a).toEqual({ type: 'plain_text_input', value: 'one' });
    expect(values.lines?.a).toEqual({ type: 'plain_text_input', value: 'two\nlines' });
    expect(values.number?.a).toEqual({ type: 'number_input', value: '7.5' });
    expect(values.email?.a).toEqual({ type: 'email_text_input', value: 'mette@example.com' });
    expect(values.url?.a).toEqual({ type: 'url_text_input', value: 'https://example.com/' });
    expect(values.date?.a).toEqual({ type: 'datepicker', selected_date: '2026-03-02' });
    expect(values.time?.a).toEqual({ type: 'timepicker', selected_time: '09:30' });
    // Half past nine on Astrid's clocks in Copenhagen, where summer time has not begun, is half past eight UTC.
    const moment = Date.UTC(2026, 2, 2, 8, 30) / 1000;
    expect(values.moment?.a).toEqual({ type: 'datetimepicker', selected_date_time: moment });
    expect(values.static?.a).toMatchObject({ selected_option: option('Quality') });
    expect(values.multi?.a).toMatchObject({ selected_options: [option('Delivery'), option('Price')] });
    expect(values.external?.customers).toMatchObject({ selected_option: { value: 'Mette Sørensen' } });
    expect(values.multi_external?.customers).toMatchObject({ selected_options: [{ value: 'Nora Hansen' }] });
    expect(values.user?.a).toEqual({ type: 'users_select', selected_user: jonas });
    expect(values.users?.a).toEqual({ type: 'multi_users_select', selected_users: [astrid, emily] });
    expect(values.conversation?.a).toEqual({ type: 'conversations_select', selected_conversation: general });
    expect(values.conversations?.a).toMatchObject({ selected_conversations: ['C0LEDELSE01'] });
    expect(values.channel?.a).toEqual({ type: 'channels_select', selected_channel: 'C0KUNDALARM' });
    expect(values.channels?.a).toMatchObject({ selected_channels: [general] });
    expect(values.checks?.a).toMatchObject({ selected_options: [option('Delivery'), option('Quality')] });
    expect(values.radio?.a).toMatchObject({ selected_option: option('Price') });
    expect(values.files?.a).toMatchObject({ files: [{ name: 'feedback.csv', size: 4 }] });
  });

  test('a refused field says why, is described by it, and gets the focus', async () => {
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /^Add feedback/ }).click();
    const form = dialogOf('Add feedback');
    const comment = form.getByRole('textbox', { name: 'What they said' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please complete this required field.').waitFor();
    await comment.fill('fine');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please say a little more.').waitFor();
    expect(await comment.getAttribute('aria-invalid')).toBe('true');
    expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true);
    const described = await comment.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(described).toEqual(['In their own words.', 'Please say a little more.']);
    expect(await comment.inputValue()).toBe('fine');
  });

  test('a second view lies on top, and what was typed below is still there when it goes', async () => {
    const form = dialogOf('Add feedback');
    await form.getByRole('textbox', { name: 'What they said' }).fill('Late again');
    await form.getByRole('button', { name: 'Choose a customer' }).click();
    await dialogOf('Choose a customer').waitFor();
    await page.keyboard.press('Escape');
    await dialogOf('Choose a customer').waitFor({ state: 'detached' });
    expect(await form.getByRole('textbox', { name: 'What they said' }).inputValue()).toBe('Late again');
  });

  test('the cross closes all, and the app is told', async () => {
    const form = dialogOf('Add feedback');
    await form.getByRole('button', { name: 'Choose a customer' }).click();
    await dialogOf('Choose a customer').getByRole('button', { name: 'Close' }).click();
    await until(() => stage.heard.closed.length > 0);
    await until(async () => (await page.getByRole('dialog').count()) === 0);
    expect(stage.heard.closed).toEqual([{ callbackId: 'feedback', isCleared: true }]);
  });

  test('a message shortcut gets the message', async () => {
    await send(page, 'The beans were stale');
    await messageWith(page, 'The beans were stale')
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem', { name: /^Record as feedback/ }).click();
    const form = dialogOf('Add feedback');
    expect(await form.getByRole('textbox', { name: 'What they said' }).inputValue()).toBe('The beans were stale');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect(stage.heard.submissions.at(-1)?.comment?.text).toMatchObject({ value: 'The beans were stale' });
  });

  test('a button on the App Home redraws it and leaves alone what was typed', async () => {
    await page.getByRole('link', { name: 'Home' }).click();
    const note = page.getByRole('textbox', { name: 'A note' });
    await note.fill('remember');
    await page.getByRole('button', { name: 'Press' }).click();
    await page.getByText('Pressed 1 times.').waitFor();
    expect(await note.inputValue()).toBe('remember');
    await until(() => page.getByRole('button', { name: 'Press' }).evaluate((one) => one === document.activeElement));
  });
});

async function fillEverything(form: Locator): Promise<void> {
  const text = (name: string): Locator => form.getByRole('textbox', { name, exact: true });
  await text('One line').fill('one');
  await text('Several lines').fill('two\nlines');
  await text('Number').fill('7.5');
  await text('E-mail').fill('mette@example.com');
  await text('Address').fill('https://example.com/');
  await form.getByLabel('Day', { exact: true }).fill('2026-03-02');
  await form.getByLabel('Time', { exact: true }).fill('09:30');
  await form.getByLabel('Day and time').fill('2026-03-02T09:30');
  const choose = async (name: string, typed: string, ...words: readonly string[]): Promise<void> => {
    for (const word of words) {
      const box = form.getByRole('combobox', { name, exact: true });
      await box.click();
      if (typed !== '') await box.fill(typed);
      await form.getByRole('option', { name: word }).click();
    }
  };
  await choose('Cause', '', 'Quality');
  await choose('Causes', '', 'Delivery', 'Price');
  await choose('Customer', 'met', 'Mette Sørensen');
  await choose('Customers', 'nora', 'Nora Hansen');
  await choose('Person', '', 'Jonas Berg');
  await choose('People', '', 'Astrid Holm', 'Emily Clarke');
  await choose('Conversations', '', 'ledelse');
  await choose('Channel', '', 'kunder-alarm');
  await choose('Channels', '', 'general');
  await form.getByRole('group', { name: 'Sections' }).getByLabel('Delivery').check();
  await form.getByRole('group', { name: 'Sections' }).getByLabel('Quality').check();
  await form.getByRole('radiogroup', { name: 'Language' }).getByLabel('Price').check();
  const file = { name: 'feedback.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') };
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Remove feedback.csv' }).waitFor();
}

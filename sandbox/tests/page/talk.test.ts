import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alarm, astrid, emily, jonas, until } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { lastMessage, messageWith, type Stage, send, setStage } from './support.ts';

describe.skipIf(withoutBrowser('the sandbox page in a real browser'))('talking on the sandbox page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open();
  });
  afterAll(() => stage.stop());

  test('the banner says that this is not Slack', async () => {
    expect(await page.getByRole('banner').textContent()).toContain('Sandbox – this is not Slack');
  });

  test('typing / lists the commands with their hints, and Enter picks one', async () => {
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill('/lo');
    const option = page.getByRole('option', { name: /\/loyalty/ });
    expect(await option.textContent()).toContain('[ladder | nps 90 | customer NAME | followups | help]');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('/loyalty ');
    await box.fill('');
  });

  test('the answer to a command is seen by the person alone', async () => {
    const other = await stage.open({ as: jonas });
    await send(page, '/loyalty');
    const answer = messageWith(page, '412 customers in all');
    expect(await answer.textContent()).toContain('Only you can see this');
    await send(page, 'Everyone reads this');
    await messageWith(other, 'Everyone reads this').waitFor();
    expect(await other.getByText('412 customers in all').count()).toBe(0);
    await other.context().close();
  });

  test('arrow up brings back what was sent', async () => {
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await send(page, 'first words');
    await messageWith(page, 'first words').waitFor();
    await send(page, 'second words');
    await messageWith(page, 'second words').waitFor();
    await box.press('ArrowUp');
    await box.press('ArrowUp');
    expect(await box.inputValue()).toBe('first words');
    await box.press('ArrowDown');
    await box.press('ArrowDown');
    expect(await box.inputValue()).toBe('');
  });

  test('a command that nobody has is told, and the text stays', async () => {
    await send(page, '/nothing at all');
    await page.getByText('/nothing is not a command of an installed app.').waitFor();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    expect(await box.inputValue()).toBe('/nothing at all');
    await box.fill('');
    await page.getByRole('button', { name: 'Put this away' }).click();
  });

  test('an app that hangs is told in words', async () => {
    await send(page, '/loyalty hang');
    await page.getByText('The app did not answer within 3 seconds.').waitFor();
    await page.getByRole('button', { name: 'Put this away' }).click();
  });

  test('a name with @ becomes a mention, and everything else stays what was typed', async () => {
    await send(page, 'Tak @Jonas Berg <b>&amp; *all*');
    const said = await until(
      () => lastMessage(stage.sandbox),
      ({ text }) => text.startsWith('Tak'),
    );
    expect(said.text).toBe(`Tak <@${jonas}> &lt;b&gt;&amp;amp; *all*`);
    expect(await messageWith(page, 'Tak').locator('.message-text').textContent()).toBe('Tak @Jonas Berg <b>&amp; all');
  });

  test('a message that is changed elsewhere changes here, and what one is typing stays', async () => {
    await send(page, '/loyalty alert');
    const alert = messageWith(page, 'Mette Sørensen');
    await alert.getByRole('button', { name: 'Claim' }).waitFor();
    const other = await stage.open({ as: jonas });
    const box = other.getByRole('textbox', { name: 'Message #general' });
    await box.fill('half a sen');
    await alert.getByRole('button', { name: 'Claim' }).click();
    const seen = messageWith(other, 'Mette Sørensen');
    await seen.getByText('@Astrid Holm has it').waitFor();
    expect(await seen.getByText('edited').isVisible()).toBe(true);
    expect(await box.inputValue()).toBe('half a sen');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await other.context().close();
  });

  test('a button that asks first is pressed only after Yes', async () => {
    const handBack = messageWith(page, 'Mette Sørensen').getByRole('button', { name: 'Hand back' });
    const pressed = () => stage.heard.actions.filter(({ actionId }) => actionId === 'follow-up.hand-back').length;
    await handBack.click();
    await page.getByRole('alertdialog', { name: 'Hand it back?' }).getByRole('button', { name: 'Keep it' }).click();
    await handBack.click();
    const dialog = page.getByRole('alertdialog', { name: 'Hand it back?' });
    expect(await dialog.textContent()).toContain('Then anyone can claim it.');
    await dialog.getByRole('button', { name: 'Hand back' }).click();
    await until(pressed);
    expect(pressed()).toBe(1);
  });

  test('an overflow menu and a select tell the app what was chosen', async () => {
    await messageWith(page, 'Mette Sørensen').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Open the customer card' }).click();
    await send(page, '/loyalty gallery');
    const cause = messageWith(page, 'Week 12').getByRole('combobox', { name: 'Choose a cause' });
    await cause.click();
    await page.getByRole('option', { name: 'Quality' }).click();
    const chosen = await until(
      () => stage.heard.actions.map(({ value }) => value as { selected_option?: { value: string } }),
      (values) => values.filter(({ selected_option: option }) => option !== undefined).length === 2,
    );
    expect(chosen.flatMap(({ selected_option: option }) => option?.value ?? [])).toEqual(['card', 'quality']);
  });

  test('a thread opens beside the channel, takes replies and counts them', async () => {
    const alert = messageWith(page, 'Mette Sørensen');
    await alert.getByRole('link', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('@Astrid Holm took it.').waitFor();
    await thread.getByRole('textbox', { name: 'Reply' }).fill('I call her today');
    await thread.getByRole('textbox', { name: 'Reply' }).press('Enter');
    await alert.getByRole('link', { name: '2 replies' }).waitFor();
    expect(page.url()).toContain('thread=');
    await thread.getByRole('button', { name: 'Close the thread' }).click();
    await thread.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('thread=');
  });

  test('a file goes with a message, and others can fetch it', async () => {
    await page
      .getByLabel('Attach files')
      .and(page.locator('input'))
      .first()
      .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from('order,customer\n1,7\n') });
    await page.getByRole('button', { name: 'Remove orders.csv' }).waitFor();
    await send(page, 'The orders of March');
    const link = messageWith(page, 'The orders of March').getByRole('link', { name: /orders\.csv/ });
    const address = await link.getAttribute('href');
    expect(await (await fetch(`${stage.sandbox.ready.url}${address}`)).text()).toBe('order,customer\n1,7\n');
  });

  test('what is said in another channel is marked there until one looks', async () => {
    const other = await stage.open({ as: emily });
    await stage.sandbox.act({ do: 'say', as: jonas, channel: alarm, text: 'Anyone here?' });
    const link = other.getByRole('link', { name: /^kunder-alarm/ });
    await other.getByRole('link', { name: 'kunder-alarm , 1 unread' }).waitFor();
    await link.click();
    await messageWith(other, 'Anyone here?').waitFor();
    await until(async () => (await link.textContent()) === 'kunder-alarm0');
    await other.context().close();
  });

  test('acting as someone else shows what they see', async () => {
    const own = await stage.open();
    await own.getByRole('link', { name: 'ledelse' }).waitFor();
    await own.getByRole('combobox', { name: 'Act as' }).selectOption({ label: 'Jonas Berg' });
    await until(async () => (await own.getByRole('link', { name: 'ledelse' }).count()) === 0);
    expect(own.url()).toContain(`as=${jonas}`);
    await own.goBack();
    await own.getByRole('link', { name: 'ledelse' }).waitFor();
    expect(own.url()).toContain(`as=${astrid}`);
    await own.context().close();
  });

  test('each workspace is its own, and says that the app is not installed there', async () => {
    const own = await stage.open();
    await own.getByRole('combobox', { name: 'Workspace' }).selectOption({ label: 'Fjord Sport' });
    await own.getByRole('link', { name: 'butikk' }).waitFor();
    expect(await own.getByRole('link', { name: 'kunder-alarm' }).count()).toBe(0);
    expect(await own.getByRole('combobox', { name: 'Act as' }).inputValue()).toBe('U0INGRID001');
    await own.getByText('Not installed in this workspace').waitFor();
    await own.getByText('Loyalty Ladder is not installed in Fjord Sport.').waitFor();
    const box = own.getByRole('textbox', { name: 'Message #general' });
    expect(await box.getAttribute('placeholder')).toBe('Message #general');
    expect(await own.getByRole('link', { name: 'Home' }).count()).toBe(0);
    await own.context().close();
  });

  test('the conversation with the app can be opened before anything was said in it', async () => {
    const own = await stage.open({ as: emily });
    await own.getByRole('link', { name: 'Messages' }).click();
    await own.getByRole('heading', { level: 1, name: 'Loyalty Ladder' }).waitFor();
    await own.getByText('Nothing has been said in Loyalty Ladder yet.').waitFor();
    await own.context().close();
  });

  test('a long channel shows its end, and what came before on request', async () => {
    for (let n = 1; n <= 160; n += 1) {
      await stage.sandbox.act({ do: 'say', as: astrid, channel: 'C0LEDELSE01', text: `Line ${n}` });
    }
    const own = await stage.open({ channel: 'C0LEDELSE01' });
    const newest = messageWith(own, 'Line 160');
    await newest.waitFor();
    expect(await newest.evaluate((one) => one.getBoundingClientRect().bottom < window.innerHeight)).toBe(true);
    expect(await own.getByText('Line 10', { exact: true }).count()).toBe(0);
    await own.getByRole('button', { name: 'Show earlier messages' }).click();
    await own.getByText('Line 10', { exact: true }).waitFor();
    await own.context().close();
  });

  test('the page keeps its own content security policy and asks nobody but the sandbox', async () => {
    // Another channel than the one with a picture from elsewhere.
    const own = await stage.open({ channel: alarm });
    const problems: string[] = [];
    const hosts = new Set<string>();
    own.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    own.on('pageerror', (error) => problems.push(error.message));
    own.on('request', (request) => hosts.add(new URL(request.url()).host));
    await own.reload();
    await send(own, '/loyalty form');
    await own.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await own.getByText('Please complete this required field.').first().waitFor();
    await own.keyboard.press('Escape');
    await own.getByRole('dialog').waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    expect([...hosts]).toEqual([new URL(stage.sandbox.ready.url).host]);
    await own.context().close();
  });

  test('a new channel can be made and the app taken into it', async () => {
    const own = await stage.open();
    await own.getByRole('button', { name: 'New channel' }).click();
    await own.getByRole('textbox', { name: 'Name' }).fill('ugens-tal');
    await own.getByRole('button', { name: 'Create' }).click();
    await own.getByRole('heading', { level: 1, name: 'ugens-tal' }).waitFor();
    await own.getByRole('button', { name: '1 member' }).click();
    await own.getByRole('combobox', { name: 'Take in' }).selectOption({ label: 'Loyalty Ladder' });
    await own.getByRole('button', { name: 'Add' }).click();
    await own.getByRole('button', { name: '2 members' }).waitFor();
    await own.context().close();
  });
});

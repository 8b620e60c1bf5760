// The page of the read-through in a real browser, beside a field that stands for the draft: which key counts for which question, and
// who has the focus.
import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inChromium, PATIENCE } from '../support/chromium';
import { root } from '../support/root';

interface Told {
  readonly do: string;
  readonly question: number;
  readonly text?: string;
}

const words = { leave: 'Leave', back: 'Back', edit: 'Edit', undo: 'Undo', stop: 'Stop', goOn: 'Go on', close: 'Close' };
const sentences = { editing: 'You are in the text.', stayed: 'The text did not take the focus.' };

const question = (number: number) => ({
  ...{ kind: 'show', question: number, progress: `${number} of 9`, rule: 'placeholder', weight: 'a question' },
  ...{ before: '', words: 'TK', after: '', asks: 'What is missing?', first: false, undo: true, notice: '' },
  actions: [{ label: 'Put it right', choices: [] }],
});

/** The page in a frame, as an editor has it. */
function beside(): string {
  const script = readFileSync(path.join(root, 'media/read-through.js'), 'utf8');
  const told = { ...words, ...sentences };
  const frame = `<body data-words='${JSON.stringify(told)}'><main id="question"></main>
    <script>acquireVsCodeApi = () => ({ postMessage: (message) => parent.told.push(message) })</script>
    <script>${script}</script>`;
  return `<textarea></textarea><iframe></iframe><script>
    told = [];
    document.querySelector('iframe').srcdoc = ${JSON.stringify(frame).replaceAll('</', '<\\/')};
  </script>`;
}

describe('the page of the read-through', function () {
  this.timeout(PATIENCE * 2);
  const chromium = inChromium();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-read-'));
  const file = path.join(folder, 'beside.html');
  let page: Page;
  const inPage = (selector: string): Locator => page.frameLocator('iframe').locator(selector);
  const send = (message: object): Promise<void> =>
    page.evaluate(`frames[0].postMessage(${JSON.stringify(message)}, '*')`);
  const told = async (): Promise<Told[]> => (await page.evaluate<Told[]>('told')).filter((one) => one.do !== 'ready');
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  beforeEach(async () => {
    writeFileSync(file, beside());
    ({ page } = await chromium().open(file));
    await inPage('main').waitFor({ state: 'attached' });
    await page.waitForFunction('told.length > 0');
    await send(question(7));
    await inPage('#leave').click();
    // the click was a step already
    await page.evaluate('told.splice(0)');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells each key with the question that it was pressed at', async () => {
    await press('Enter', 'Enter', '1');
    await send(question(8));
    await inPage('h1').filter({ hasText: '8 of 9' }).waitFor();
    await press('u');
    assert.deepEqual(
      (await told()).map((one) => [one.do, one.question]),
      [
        ['leave', 7],
        ['leave', 7],
        ['take', 7],
        ['undo', 8],
      ],
    );
  });

  it('takes the focus from nobody who is in the text', async () => {
    await page.locator('textarea').focus();
    await send(question(8));
    await inPage('h1').filter({ hasText: '8 of 9' }).waitFor();
    await page.keyboard.type('bue');
    assert.equal(await page.locator('textarea').inputValue(), 'bue');
    assert.deepEqual(await told(), []);
  });

  it('hands on what is typed while the focus is on its way into the text', async () => {
    await press('e', 'b', 'u');
    await page.locator('textarea').focus();
    await send({ kind: 'editing' });
    await inPage('#said').waitFor();
    await page.keyboard.type('e');
    assert.deepEqual(
      (await told()).map((one) => [one.do, one.text]),
      [
        ['edit', undefined],
        ['typed', 'b'],
        ['typed', 'u'],
      ],
    );
    assert.equal(await page.locator('textarea').inputValue(), 'e');
  });

  it('asks again where the focus stays, and says so in the end', async () => {
    await press('e');
    await send({ kind: 'editing' });
    await inPage('#said').filter({ hasText: sentences.stayed }).waitFor();
    const asked = await told();
    assert.ok(asked.filter((one) => one.do === 'stayed').length > 1);
    await press('e');
    assert.equal((await told()).at(-1)?.do, 'edit');
  });
});

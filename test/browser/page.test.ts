// The page that `npm run page` builds, opened from its file in a real browser: what a person without an editor meets.
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { formatTable } from '../../server/src/document/formats/table';
import { inChromium, type OpenPage, PATIENCE } from '../support/chromium';
import { root } from '../support/root';

const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-html-'));
const file = path.join(folder, 'copydesk.html');
const draft = [
  'At least 17 people were killed in the harbour.',
  '"We will rebuild it," the mayor, Ana Breck, said. She said Breck would stay.',
  'Experts say it will take years. Enditem',
].join('\n');

let html = '';

before('the page is built', async function () {
  this.timeout(PATIENCE);
  const { page } = (await import(path.join(root, 'scripts/page.mjs'))) as { page: () => Promise<string> };
  html = await page();
  writeFileSync(file, html);
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the page as a file', () => {
  it('may run its own two programs and its style, and reach nothing', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.match(
      policy,
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    // a page that names another address would be refused it; it names none in the first place
    const attributes = [
      ...html.replace(/<script[\s\S]*?<\/script>|<pre[\s\S]*?<\/pre>/g, '').matchAll(/(?:src|href|action)="([^"]*)"/g),
    ];
    assert.deepEqual(attributes.map(([, address = '']) => address.slice(0, 19)).sort(), [
      '#says',
      'data:image/svg+xml;',
    ]);
    const [, accepted = ''] = /id="file"[^>]* accept="([^"]*)"/.exec(html) ?? [];
    const names = Object.values(formatTable).flatMap(({ extensions }) => extensions);
    assert.deepEqual(accepted.split(','), [...names, 'text/plain'], 'a chooser offers whatever a draft is called');
    assert.ok(html.length < 2_650_000, `${html.length}`);
    assert.ok(html.includes('The MIT License') || html.includes('MIT License'), 'what it is made of has its notices');
  });
});

describe('the page in a browser', function () {
  this.timeout(PATIENCE * 2);
  const chromium = inChromium();
  const opened = async (options: BrowserContextOptions = {}): Promise<OpenPage> => {
    const one = await chromium().open(file, options);
    await one.page.locator('.empty').waitFor();
    return one;
  };
  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator('.cm-content').click();
    await page.keyboard.insertText(text);
  };
  const text = (page: Page): Promise<string> =>
    page.locator('.cm-content').evaluate((content) => {
      const lines = (content as unknown as { children: Iterable<{ textContent: string }> }).children;
      return [...lines].map((line) => line.textContent).join('\n');
    });
  const finding = (page: Page, rule: string) => page.locator(`.finding[data-rule=${rule}]`);

  it('reads what is pasted, marks it, and asks nothing of the network', async () => {
    const { page, wrong, asked } = await opened();
    await write(page, draft);
    await finding(page, 'unattributed-claim').waitFor();
    await finding(page, 'wire-sign-off').waitFor();
    await page.locator('.cm-lintRange-error', { hasText: 'Enditem' }).waitFor();
    assert.match((await page.locator('#status').textContent()) ?? '', /^\d+ findings: 1 must not run, /);
    // what the policy forbids is an error in the console: there is none, and nothing was asked for
    assert.deepEqual([wrong, asked.filter((address) => !/^(?:blob|data):/.test(address))], [[], []]);
    const isRefused = await page.evaluate("fetch('https://example.org/').then(() => false, () => true)");
    assert.equal(isRefused, true);
    assert.ok(
      wrong.some((said) => /Content Security Policy/.test(said)),
      wrong.join(),
    );
  });

  it('applies fixes one by one and safe ones together, and takes each back', async () => {
    const { page, wrong } = await opened();
    await write(page, draft);
    const claim = finding(page, 'unattributed-claim');
    await claim.locator('.fix').first().click();
    assert.match(await text(page), /TK/);
    await finding(page, 'placeholder').waitFor();
    await page.locator('#undo').click();
    // the answer that stands there is the one to the text as it was before
    await finding(page, 'placeholder').waitFor({ state: 'detached' });
    await claim.waitFor();
    assert.equal(await text(page), draft);
    await page.locator('#safe:not([disabled])').click();
    await finding(page, 'wire-sign-off').waitFor({ state: 'detached' });
    assert.equal(await text(page), draft.replace(' Enditem', ''));
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+z');
    assert.equal(await text(page), draft);
    await finding(page, 'wire-sign-off').waitFor();
    assert.deepEqual(wrong, []);
  });

  it('lets a finding be fine, and asks again', async () => {
    const { page } = await opened();
    await write(page, draft);
    const claim = finding(page, 'unattributed-claim');
    await claim.locator('summary').click();
    await claim.getByRole('button', { name: 'our reporter witnessed it' }).click();
    await claim.waitFor({ state: 'detached' });
    await page.getByText('1 finding found fine').click();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await claim.waitFor();
  });

  it('lets queries wait while a sentence is being written', async () => {
    const { page } = await opened();
    await page.locator('.cm-content').click();
    await page.keyboard.type('The council met. At least 17 people were killed in the');
    await finding(page, 'unattributed-claim').waitFor();
    await page.keyboard.type(' old harbour.');
    await finding(page, 'unattributed-claim').waitFor();
    assert.equal(await page.locator('.finding').count(), 1);
  });

  it('shows sources, names and the report, and leads to the text', async () => {
    const { page, wrong } = await opened();
    await page.locator('#sample').click();
    await finding(page, 'unattributed-claim').first().waitFor();
    await page.getByRole('tab', { name: 'Sources' }).click();
    const source = page.locator('#sources li', { hasText: 'al-Rashidi' }).first();
    await source.locator('.place').first().click();
    assert.match(
      String(await page.evaluate('document.querySelector("#editor").shadowRoot.getSelection?.().toString() ?? ""')),
      /al-Rashidi/,
    );
    await page.getByRole('tab', { name: 'Names' }).click();
    await page.locator('#names li li', { hasText: 'Yusuf al-Rashidi' }).waitFor();
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.locator('#report svg.strip').waitFor();
    await page.locator('#report h3', { hasText: 'Claims that stand alone' }).waitFor();
    const sources = page.getByRole('region', { name: /^Sources by how much/ });
    const [shown, whole] = await sources.evaluate((one) => [one.clientWidth, one.scrollWidth] as const);
    assert.ok(whole <= shown, `beside the draft the report's sources are cut off: ${whole} px in ${shown}`);
    assert.deepEqual(wrong, []);
  });

  it('works by the keyboard alone', async () => {
    const { page } = await opened();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.id || document.activeElement.textContent');
    await press('Tab');
    assert.equal(await focused(), 'To what the desk says');
    const order: string[] = [];
    for (let i = 0; i < 5; i++) {
      await press('Tab');
      order.push(await focused());
    }
    assert.deepEqual(order, ['file', 'settings', 'sample', 'format', 'editor']);
    await page.keyboard.type('It has TK members.');
    await finding(page, 'placeholder').waitFor();
    await press('F8');
    await page.locator('.cm-tooltip-lint').waitFor();
    await press('Escape', 'Tab');
    assert.equal(await focused(), 'tab-findings');
    await press('ArrowRight', 'ArrowRight');
    assert.equal(await focused(), 'tab-names');
    assert.equal(await page.locator('#names').isVisible(), true);
    await press('Home', 'Tab', 'Tab');
    assert.match(await focused(), /^Line 1$/);
    await press('Enter');
    assert.equal(await focused(), 'editor');
  });

  it('shows where the keyboard is, in the two that choose files as well', async () => {
    const { page } = await opened();
    const ringOf = (id: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('label[for=${id}]')).outlineStyle`);
    for (const id of ['file', 'settings']) {
      assert.equal(await ringOf(id), 'none', id);
      await page.locator(`#${id}`).focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      assert.equal(await ringOf(id), 'solid', id);
    }
  });

  it('leaves the keyboard where it was when a finding is dealt with, and open what was opened', async () => {
    const { page } = await opened();
    await write(page, draft);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (): Promise<string> =>
      page.evaluate(
        '(({ id, className }, rule) => (rule ?? id) + " " + className)(document.activeElement, document.activeElement.closest(".finding")?.dataset.rule)',
      );
    const claim = finding(page, 'unattributed-claim');
    await claim.locator('summary').focus();
    await press('Enter');
    // while somebody chooses a reason, the desk may draw its findings anew
    await page.evaluate('document.querySelector(".finding").dataset.old = "yes"');
    await page.locator('#settings').setInputFiles({
      name: 'copydesk.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{ "rules": { "loaded-verb": "off" } }'),
    });
    await page.locator('.finding:not([data-old])').first().waitFor();
    assert.equal(await claim.locator('details').evaluate((one) => (one as unknown as { open: boolean }).open), true);
    assert.equal(await focused(), 'unattributed-claim ');
    await press('Tab', 'Enter');
    await claim.waitFor({ state: 'detached' });
    assert.equal(await focused(), 'vague-source place', 'on the finding that took its place');
    await page.locator('#safe').focus();
    await press('Enter');
    await finding(page, 'wire-sign-off').waitFor({ state: 'detached' });
    assert.equal(await focused(), 'undo ');
    await press('Enter');
    await finding(page, 'wire-sign-off').waitFor();
    await page.getByRole('button', { name: 'Leave them out' }).focus();
    await press('Enter');
    await page.locator('#house').waitFor({ state: 'hidden' });
    await page.waitForFunction('document.activeElement.id === "settings"');
  });

  it('opens a file, and what it cannot read it says why, and leaves the draft', async () => {
    const { page } = await opened();
    const open = (name: string, content: string | Buffer): Promise<void> =>
      page.locator('#file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
    await open('story.md', '# Harbour\n\nAt least *17* people were killed.\n');
    await finding(page, 'unattributed-claim').waitFor();
    assert.equal(await page.locator('#format').inputValue(), 'markdown');
    const before = await text(page);
    const trouble = page.locator('#trouble');
    const refused: [string, string | Buffer, RegExp][] = [
      [
        'story.rtf',
        '{\\rtf1 x}',
        /story\.rtf is a Rich Text file, which is not read\. To have its words read, save it as plain text\./,
      ],
      ['story.pdf', '%PDF-1.4', /is a PDF, which is not read/],
      ['story.docx', 'no zip', /cannot be read as a Word file/],
      ['picture.txt', Buffer.from([0x89, 0x50, 0, 0]), /not text but a binary file/],
      ['old.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x78]), /not valid UTF-8/],
      ['huge.txt', 'word '.repeat(2_200_000), /11 MB; drafts are read up to 10 MB/],
      ['long.txt', 'word '.repeat(220_000), /1\.1 million characters; the page reads drafts of up to one million/],
    ];
    for (const [name, content, said] of refused) {
      await open(name, content);
      await trouble.filter({ hasText: said }).waitFor();
      assert.equal(await trouble.getAttribute('role'), 'alert');
      assert.equal(await text(page), before, name);
    }
    await open('other.txt', 'The council met, the mayor said.\n');
    await trouble.waitFor({ state: 'hidden' });
    await page.locator('#undo').click();
    assert.equal(await text(page), before);
    assert.equal(await page.locator('#format').inputValue(), 'markdown', 'the format comes back with its draft');
    // silence about what was not read is no tick
    await open('cut.json', '{ "headline": ');
    await page.locator('#status', { hasText: /^Not all of this could be read\.$/ }).waitFor();
    await page.locator('#findings .problem', { hasText: 'JSON that breaks off' }).waitFor();
  });

  it('takes a file that is dropped on it', async () => {
    const { page } = await opened();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<p>At least 17 people were killed.</p>'], 'story.html'));
      for (const type of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    })()`);
    await finding(page, 'unattributed-claim').waitFor();
    assert.equal(await page.locator('#format').inputValue(), 'html');
  });

  it('takes a house’s settings while it is open, and says what is wrong with them', async () => {
    const { page, wrong, asked } = await opened();
    await write(page, 'A tragic fire closed the mill in Kiev, the mayor said.');
    const give = (name: string, held: string): Promise<void> =>
      page.locator('#settings').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(held) });
    const settings = {
      houseRules: { 'no-tragedy': { kind: 'query', message: '“{found}” judges.', phrases: ['tragic'] } },
      glossary: [{ prefer: 'Kyiv', instead: ['Kiev'] }],
      overrides: [{ files: 'opinion/**', genre: 'opinion' }],
    };
    await give('copydesk.json', `// ours\n${JSON.stringify(settings)}`);
    await finding(page, 'no-tragedy').waitFor();
    await finding(page, 'house-style').waitFor();
    const house = page.locator('#house');
    assert.match(
      (await house.textContent()) ?? '',
      /holds on this page until it is closed: 1 rule of its own, 1 form\./,
    );
    assert.match((await house.textContent()) ?? '', /under overrides means files/);
    const trouble = page.locator('#trouble');
    await give('desk.json', '{\n  "rules": { "placeholder" "off" }\n}');
    await trouble
      .filter({
        hasText: /^desk\.json is not used: line 2: This is not JSON\. [^.]+\. Put it right and open it again\.$/,
      })
      .waitFor();
    await give('desk.json', '{\n  "rules": { "placholder": "off" }\n}');
    await trouble
      .filter({ hasText: 'line 2: There is no rule "placholder". Did you mean "placeholder"? Put its name right, or' })
      .waitFor();
    await give('desk.json', '{ "houseRules": { "own": { "kind": "fix", "message": "No." } } }');
    await trouble.filter({ hasText: /The house rule "own" does not count: it looks for nothing/ }).waitFor();
    // what held before holds
    assert.equal(await finding(page, 'no-tragedy').count(), 1);
    // what changes an answer is told; a list without an entry, as `copydesk init` writes it, changes none
    await give('ap.json', '{ "extends": ["recommended", "ap"], "genre": "story", "glossary": [], "ignore": [] }');
    await house.filter({ hasText: 'until it is closed: built on recommended, then ap, genre.' }).waitFor();
    assert.doesNotMatch((await house.textContent()) ?? '', /means files/);
    await finding(page, 'no-tragedy').waitFor({ state: 'detached' });
    await finding(page, 'house-style').waitFor();
    // what only a folder has is left out, and the rest holds
    await give('ours.json', '{ "extends": ["./house.json", "ap", "@daily/house"], "rules": { "placeholder": "off" } }');
    await house
      .filter({
        hasText:
          'built on ap, 1 rule set. What it says under extends (./house.json), extends (@daily/house) means files',
      })
      .waitFor();
    await give('desk.json', '{ "extends": "pa" }');
    await trouble.filter({ hasText: /^desk\.json is not used: There is no preset "pa"/ }).waitFor();
    await give('copydesk.json', JSON.stringify(settings));
    await page.getByRole('button', { name: 'Leave them out' }).click();
    await finding(page, 'no-tragedy').waitFor({ state: 'detached' });
    assert.equal(await house.isVisible(), false);
    assert.deepEqual([wrong, asked.filter((address) => !address.startsWith('blob:'))], [[], []]);
  });

  it('refuses to be pasted a library into, and says so', async () => {
    const { page } = await opened();
    await write(page, 'It has TK members.');
    await write(page, 'word '.repeat(210_000));
    await page.locator('#trouble', { hasText: 'million characters' }).waitFor();
    assert.equal(await text(page), 'It has TK members.');
  });

  it('copies the text out', async () => {
    const { page } = await opened({ permissions: ['clipboard-read', 'clipboard-write'] });
    await write(page, draft);
    await page.locator('#copy').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), draft);
  });

  it('runs nothing that a draft brings along', async () => {
    const { page, wrong } = await opened();
    await page.locator('#format').selectOption('html');
    await write(
      page,
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script><p>At least 17 people <b onclick="x">were killed</b> by "><svg onload=window.ran=1>.</p>',
    );
    for (const tab of ['Sources', 'Names', 'Report']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.locator(`#${tab.toLowerCase()} > *`).first().waitFor();
    }
    assert.equal(await page.evaluate('window.ran'), undefined);
    assert.deepEqual(wrong, []);
  });

  it('starts another desk where one has died, and keeps the draft', async () => {
    const { page } = await opened();
    await write(page, draft);
    await finding(page, 'unattributed-claim').waitFor();
    await finding(page, 'wire-sign-off').locator('summary').click();
    await finding(page, 'wire-sign-off').getByRole('button', { name: 'a false alarm' }).click();
    await finding(page, 'wire-sign-off').waitFor({ state: 'detached' });
    await page.workers()[0]?.evaluate("setTimeout(() => { throw new Error('out of memory'); })");
    await page.locator('#trouble', { hasText: 'Your draft is as it was. Another desk reads it now.' }).waitFor();
    assert.equal(await text(page), draft);
    await page.locator('.cm-content').press('Control+End');
    await page.keyboard.insertText('\nIt has TK members.');
    await finding(page, 'placeholder').waitFor();
    await page.locator('.cleared').waitFor();
    assert.equal(await finding(page, 'wire-sign-off').count(), 0, 'what was decided holds');
  });

  /** Those that the README shows are kept where somebody asks for them; look at them before they are committed. */
  const pictures = path.join(root, process.env.COPYDESK_PICTURES ? 'docs/pictures' : 'out/pictures');
  for (const [name, colorScheme, viewport] of [
    ['page-light', 'light', { width: 1280, height: 800 }],
    ['page-dark', 'dark', { width: 1280, height: 800 }],
    ['page-phone', 'light', { width: 390, height: 844 }],
  ] as const)
    it(`has its picture taken: ${name}`, async () => {
      const { page } = await opened({ colorScheme, viewport });
      await page.locator('#sample').click();
      await finding(page, 'unattributed-claim').first().waitFor();
      const { inFewColours } = (await import(path.join(root, 'test/support/few-colours.mjs'))) as {
        inFewColours: (png: Uint8Array) => Uint8Array;
      };
      const shot = inFewColours(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      mkdirSync(pictures, { recursive: true });
      writeFileSync(path.join(pictures, `${name}.png`), shot);
      assert.ok(shot.length > 10_000 && shot.length < 150_000, `${shot.length} bytes`);
    });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, viewport] of [
      ['desktop', { width: 1280, height: 800 }],
      ['phone', { width: 390, height: 844 }],
    ] as const)
      it(`has nothing that axe finds fault with: ${name}, ${colorScheme}`, async () => {
        const { page } = await opened({ colorScheme, viewport });
        const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
        // the page’s policy lets no script in: the tool comes in through the browser’s own door
        await page.evaluate(axe);
        const faults = async (): Promise<unknown[]> => {
          const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
            violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
          };
          return violations.map(({ id, nodes }) => [
            id,
            ...nodes.slice(0, 3).map((n) => [n.target.join(' '), n.failureSummary]),
          ]);
        };
        assert.deepEqual(await faults(), []);
        await page.locator('#sample').click();
        await finding(page, 'unattributed-claim').first().waitFor();
        assert.deepEqual(await faults(), []);
        for (const tab of ['Sources', 'Names', 'Report']) {
          await page.getByRole('tab', { name: tab }).click();
          await page.locator(`#${tab.toLowerCase()} > *`).first().waitFor();
          assert.deepEqual(await faults(), [], tab);
        }
        await page.getByRole('tab', { name: 'Findings' }).click();
        const give = (held: string): Promise<void> =>
          page
            .locator('#settings')
            .setInputFiles({ name: 'house.json', mimeType: 'application/json', buffer: Buffer.from(held) });
        await give('{ "extends": "ap" }');
        await page.locator('#house:not([hidden])').waitFor();
        await give('{ "english": "british" }');
        await page.locator('#trouble:not([hidden])').waitFor();
        await finding(page, 'unattributed-claim').first().locator('summary').click();
        await finding(page, 'unattributed-claim').first().getByRole('button', { name: 'a false alarm' }).click();
        await page.locator('.cleared').waitFor();
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
        assert.deepEqual(await faults(), [], 'with settings that hold, others that do not, and all that opens open');
        const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        assert.equal(wide, 0, 'nothing is wider than the window');
      });
});

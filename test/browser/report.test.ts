// The desk report beside a draft: in half a window nothing of its sources is cut off.
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import { recommended } from '../../server/src/engine/settings';
import { deskSheet } from '../../server/src/report/desk/page';
import { deskRecord } from '../../server/src/records/desk';
import { judgedClaims } from '../../server/src/records/judged';
import { noHouse } from '../../server/src/rules/house';
import { rules } from '../../server/src/rules/index';
import { inChromium, PATIENCE } from '../support/chromium';

/** CSS pixels: a report beside the draft in a window of 1,440. */
const WIDTH = 500;

const text = [
  'OSTREL, March 8 (Marenia News) - The storm sank four boats, Mayor Lena Orsk said on Monday. "We have seen nothing like it," Orsk said. She said the harbour would open on Tuesday.',
  '',
  'Harbour master Arvid Brenn told reporters that the cranes were standing. A source close to the port said that they would be tested.',
].join('\n');

describe('the desk report in half a window', function () {
  this.timeout(PATIENCE * 2);
  const chromium = inChromium();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-report-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows its sources whole', async () => {
    const story = readStory({ text, format: 'text' });
    const all = lint(story, recommended(rules), rules);
    const record = deskRecord(story, noHouse, toRecord(all, text), judgedClaims({ story, all, left: all }));
    const sheet = deskSheet();
    const file = path.join(folder, 'report.html');
    writeFileSync(file, (sheet.head ?? '') + sheet.page(record, 'a.txt', text) + (sheet.tail ?? ''));
    const { page } = await chromium().open(file, { viewport: { width: WIDTH, height: 900 } });
    const sources = page.getByRole('region', { name: /^Sources by how much/ });
    const [shown, whole] = await sources.evaluate((one) => [one.clientWidth, one.scrollWidth] as const);
    assert.ok(whole <= shown, `${whole} px in ${shown}`);
    await sources.getByText(/paraphrased 2×/).waitFor();
  });
});

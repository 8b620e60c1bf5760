// A real VS Code in a browser, with its extension host in a web worker and the drafts in a virtual workspace: what vscode.dev is.
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { format } from 'node:util';
import { open } from '@vscode/test-web';
import { build } from 'esbuild';
import { chromium as browserType } from 'playwright-core';
import { root } from '../../scripts/steps.mjs';
import { chromium, vscodeForBrowsers } from '../../scripts/vscode.mjs';
import { browserFlags } from './workbench.mjs';

const bundle = path.join(root, 'out/web-tests.js');

/** The longest that the suite may take, in ms. */
const LONGEST = 180_000;

/**
 * Runs the suite in web/ and shows its report.
 * @param drafts the folder that is served; what the tests write stays in the browser.
 * @param grep which tests to run; all where it is not given.
 * @returns what became of each test. @throws where the suite did not come to its end.
 */
export async function runInBrowser(drafts, grep) {
  const { folder, commit } = vscodeForBrowsers();
  await bundleSuite(grep);
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: folder,
    port,
    folderPath: drafts,
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
  });
  const browser = await browserType.launch({ executablePath: chromium(), args: browserFlags });
  const said = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    let outcomes;
    await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no result after ${LONGEST / 1000} s`)), LONGEST).unref();
      const listen = async () => {
        page.on('crash', () => reject(new Error('the page crashed')));
        page.on('console', (message) => said.push(message.text()));
        await page.exposeFunction('codeAutomationLog', (_, parts) => {
          const [, mark, line] = /^(REPORT|OUTCOMES) (.*)$/s.exec(format(...parts)) ?? [];
          if (mark === 'OUTCOMES') outcomes = JSON.parse(line);
          else if (mark) console.log(line);
        });
        await page.exposeFunction('codeAutomationExit', resolve);
        await page.goto(`http://localhost:${port}`);
      };
      listen().catch(reject);
    });
    if (!outcomes) throw new Error('the suite told of no test');
    return outcomes;
  } catch (error) {
    for (const line of said.slice(-20)) console.error(`  ${line.slice(0, 400)}`);
    throw error;
  } finally {
    await browser.close();
    server.dispose();
  }
}

/** An extension host in a browser loads one file. */
function bundleSuite(grep) {
  // Mocha's build for browsers is CommonJS in a package of modules: by this name it is taken for what it is
  const mocha = path.join(root, 'out/mocha.cjs');
  copyFileSync(path.join(root, 'node_modules/mocha/mocha.js'), mocha);
  return build({
    absWorkingDir: root,
    entryPoints: ['test/e2e/web/index.ts'],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    alias: { 'mocha/mocha.js': mocha },
    define: { GREP: JSON.stringify(grep ?? '') },
    external: ['vscode'],
    logLevel: 'warning',
  });
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
